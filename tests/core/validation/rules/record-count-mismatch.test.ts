import { recordCountMismatch } from "../../../../core/validation/rules/record-count-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = { name: { title: "事業名" } };

testRule(recordCountMismatch, {
  valid: [
    {
      name: "見出しの数と行数が一致",
      fields,
      texts: ["# 主な施策2事業の令和6年度実績"],
      grid: [
        ["name", "result"],
        ["学習支援", "303人"],
        ["相談", "677件"],
      ],
    },
    {
      name: "全角",
      fields,
      texts: ["# 主な施策２事業"],
      grid: [
        ["name", "result"],
        ["学習支援", "303人"],
        ["相談", "677件"],
      ],
    },
    {
      name: "数のない見出し",
      fields,
      texts: ["# 主な施策の実績"],
      grid: [
        ["name", "result"],
        ["学習支援", "303人"],
      ],
    },
    {
      name: "担当課ごとの行は事業で数える",
      fields,
      texts: ["# 重点2事業"],
      grid: [
        ["name", "result"],
        ["学習支援", "303人"],
        [undefined, "12人"],
        ["相談", "677件"],
      ],
    },
    {
      name: "ほかの単位",
      fields,
      texts: ["# 市内5地区の取組、3事業所"],
      grid: [
        ["name", "result"],
        ["学習支援", "303人"],
      ],
    },
    {
      name: "本文の数",
      fields,
      texts: ["全部で8事業を予定しています。"],
      grid: [
        ["name", "result"],
        ["学習支援", "303人"],
      ],
    },
    {
      name: "順序を表す数",
      fields,
      texts: ["# 第3事業 水道", "# 令和5事業年度"],
      grid: [
        ["name", "result"],
        ["配水管", "12km"],
      ],
    },
  ],
  invalid: [
    {
      name: "二つの見出しのうち、下の表に合わない方",
      fields,
      texts: ["# 主な施策8事業の令和6年度実績", "## 重点3事業"],
      grid: [
        ["name", "result"],
        ["学習支援", "303人"],
        ["相談", "677件"],
      ],
      diagnostics: [
        {
          messageId: "mismatch",
          at: "A1",
          text: "8事業",
          message: "「8事業」とありますが、この下の表にあるのは 2 件です。数か行を確かめてください。",
        },
        {
          messageId: "mismatch",
          at: "A2",
          text: "3事業",
          message: "「3事業」とありますが、この下の表にあるのは 2 件です。数か行を確かめてください。",
        },
      ],
    },
  ],
});

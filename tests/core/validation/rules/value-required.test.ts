import { valueRequired } from "../../../../core/validation/rules/value-required.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = { result: { title: "実績", constraints: { required: true } } };

testRule(valueRequired, {
  valid: [
    {
      name: "記入あり",
      fields,
      grid: [
        ["name", "result"],
        ["学習支援", "利用者数:243人"],
      ],
    },
    {
      name: "結合の続きは空欄ではない",
      fields,
      grid: [
        ["name", "result"],
        ["学習支援", "243人"],
        ["学習支援", undefined],
      ],
    },
    {
      name: "記号は空欄ではない",
      fields,
      grid: [
        ["name", "result"],
        ["学習支援", "－"],
      ],
    },
    {
      name: "必須でない欄",
      grid: [
        ["name", "outlook"],
        ["学習支援", null],
      ],
    },
    {
      name: "将来の年度は空けておく",
      fields,
      fiscalYear: 2012,
      grid: [
        ["name", "result@2012年度", "result@2013年度"],
        ["子育て支援", "66回", "\u00a0"],
      ],
    },
    {
      name: "合計の行",
      fields,
      rowKinds: { 0: "total" },
      grid: [
        ["name", "result"],
        ["合計", null],
      ],
    },
  ],
  invalid: [
    {
      name: "空欄と空白だけの欄",
      fields,
      grid: [
        ["name", "result"],
        ["中途退学未然防止等事業", null],
        ["学習支援", " 　"],
      ],
      diagnostics: [
        { messageId: "blank", at: "B2", message: "「実績」が空欄です。記入してください。" },
        { messageId: "blank", at: "B3", message: "「実績」が空欄です。記入してください。" },
      ],
    },
    {
      name: "終わった年度の空欄",
      fields,
      fiscalYear: 2012,
      grid: [
        ["name", "result@2011年度", "result@2012年度"],
        ["子育て支援", null, "66回"],
      ],
      diagnostics: [{ messageId: "blankYear", at: "B2", message: "「実績」の2011年度が空欄です。記入してください。" }],
    },
  ],
});

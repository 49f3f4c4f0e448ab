import { indicatorUnchanged } from "../../../../core/validation/rules/indicator-unchanged.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const project = (result: string): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "result"],
    ["環境学習", result],
  ],
});

testRule(indicatorUnchanged, {
  valid: [
    { name: "前年度の文書がない", ...project("参加者数 1,234人") },
    { name: "小さな数", ...project("教室 24回、相談員 88名"), previous: project("教室 24回、相談員 88名") },
    { name: "きりのよい数", ...project("配布部数 12,000部"), previous: project("配布部数 12,000部") },
    { name: "金額", ...project("補助額 1,234千円"), previous: project("補助額 1,234千円") },
    {
      name: "文ごと同じときは別の規則が指摘する",
      ...project("環境学習会に延べ1,234人が参加し、理解を深めた。"),
      previous: project("環境学習会に延べ1,234人が参加し、理解を深めた。"),
    },
  ],
  invalid: [
    {
      name: "二つの数が同じまま",
      ...project("参加者数 1,234人、アンケート回答 567件"),
      previous: project("参加者数:1,234人 アンケート回答:567件"),
      diagnostics: [
        {
          messageId: "same",
          at: "B2",
          text: "1,234人",
          message:
            "「参加者数」の 1,234人 は、昨年度とまったく同じ数値です。今年度の数値に直されているか確かめてください。",
        },
        {
          messageId: "same",
          at: "B2",
          text: "567件",
          message:
            "「アンケート回答」の 567件 は、昨年度とまったく同じ数値です。今年度の数値に直されているか確かめてください。",
        },
      ],
    },
  ],
});

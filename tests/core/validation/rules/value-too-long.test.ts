import { valueTooLong } from "../../../../core/validation/rules/value-too-long.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = { evaluation: { title: "評価の理由", constraints: { maxLength: 10 } } };

testRule(valueTooLong, {
  valid: [
    {
      name: "ちょうど上限",
      fields,
      grid: [
        ["name", "evaluation"],
        ["防災", "参加者が増加し効果大"],
      ],
    },
    {
      name: "改行は数えない",
      fields,
      grid: [
        ["name", "evaluation"],
        ["防災", "参加者が増加し\r\n効果大\n"],
      ],
    },
    {
      name: "𠮷は一字",
      fields,
      grid: [
        ["name", "evaluation"],
        ["防災", "𠮷野川の堤防を直した"],
      ],
    },
    {
      name: "上限のない欄",
      grid: [
        ["name", "evaluation"],
        ["防災", "参加者が増加し、大きな効果があった"],
      ],
    },
  ],
  invalid: [
    {
      name: "二つの行",
      fields,
      grid: [
        ["name", "evaluation"],
        ["防災", "参加者が増加し効果が大きい"],
        ["道路", "補修の要望に速やかに応じた"],
      ],
      diagnostics: [
        {
          messageId: "tooLong",
          at: "B2",
          message: "「評価の理由」は 10 字までですが、13 字あります。3 字減らしてください。",
        },
        {
          messageId: "tooLong",
          at: "B3",
          message: "「評価の理由」は 10 字までですが、13 字あります。3 字減らしてください。",
        },
      ],
    },
  ],
});

import { headingBlank } from "../../../../core/validation/rules/heading-blank.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(headingBlank, {
  valid: [
    {
      name: "どの列にも見出し",
      isStandardCheck: true,
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
    },
    {
      name: "データのない列",
      isStandardCheck: true,
      texts: ["題"],
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
    },
  ],
  invalid: [
    {
      name: "印の列に見出しがない",
      isStandardCheck: true,
      grid: [
        ["name", "marker", "plan"],
        ["相談", "*", "拡充"],
        ["研修", null, "継続"],
      ],
      blankHeadings: ["B1"],
      diagnostics: [
        {
          messageId: "blank",
          at: "B1",
          message: "B 列にはデータがありますが、見出しがありません。見出しを付けてください。",
        },
      ],
    },
  ],
});

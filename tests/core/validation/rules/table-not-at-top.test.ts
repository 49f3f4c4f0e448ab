import { tableNotAtTop } from "../../../../core/validation/rules/table-not-at-top.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(tableNotAtTop, {
  valid: [
    {
      name: "1 行目から",
      isStandardCheck: true,
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
    },
  ],
  invalid: [
    {
      name: "表題の下から",
      isStandardCheck: true,
      texts: ["令和3年度の実績"],
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
      diagnostics: [
        {
          messageId: "start",
          at: "A2",
          message: "表が A2 から始まっています。1 行目に見出し、2 行目からデータを置いてください。",
        },
      ],
    },
  ],
});

import { yearWithoutGregorian } from "../../../../core/validation/rules/year-without-gregorian.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(yearWithoutGregorian, {
  valid: [
    {
      name: "西暦",
      grid: [
        ["name", "result@2021年度"],
        ["相談", "12件"],
      ],
    },
    {
      name: "和暦と西暦",
      grid: [
        ["name", "result@令和3(2021)年度"],
        ["相談", "12件"],
      ],
    },
  ],
  invalid: [
    {
      name: "和暦だけ（シートに一度だけ知らせる）",
      grid: [
        ["name", "result@令和2年度", "result@令和3年度"],
        ["相談", "12件", "15件"],
      ],
      diagnostics: [
        {
          messageId: "era",
          at: "B1",
          message: "見出し「令和2年度」の年度が和暦だけです。西暦（2020）を併せて示してください。",
        },
      ],
    },
  ],
});

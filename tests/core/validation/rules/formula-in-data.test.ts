import { formulaInData } from "../../../../core/validation/rules/formula-in-data.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(formulaInData, {
  valid: [
    {
      name: "値だけ",
      grid: [
        ["name", "count"],
        ["相談", 1234],
      ],
    },
  ],
  invalid: [
    {
      name: "様式の数式は情報",
      grid: [
        ["name", "count"],
        ["相談", 12],
        ["計", 12],
      ],
      formulas: ["B3"],
      diagnostics: [
        {
          messageId: "formula",
          at: "B3",
          severity: "info",
          message: "数式のセルが 1 か所あります（B3 など）。公開するときは値にしてください。",
        },
      ],
    },
    {
      name: "数式の誤りは様式でも警告",
      grid: [
        ["name", "count"],
        ["相談", 12],
        ["計", "#REF!"],
      ],
      formulas: ["B3"],
      errors: ["B3"],
      diagnostics: [
        {
          messageId: "formula",
          at: "B3",
          severity: "info",
          message: "数式のセルが 1 か所あります（B3 など）。公開するときは値にしてください。",
        },
        { messageId: "error", at: "B3", message: "数式の結果が #REF! です。参照先を直してください。" },
      ],
    },
  ],
});

import { valuePatternMismatch } from "../../../../core/validation/rules/value-pattern-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = { code: { title: "事業番号", constraints: { pattern: "\\d+-\\d+" }, description: "「3-1」の形です。" } };
const plain = { code: { title: "事業番号", constraints: { pattern: "[A-Z]\\d{3}" } } };

testRule(valuePatternMismatch, {
  valid: [
    {
      name: "形のとおり",
      fields,
      grid: [
        ["code", "name"],
        ["3-1", "道路の補修"],
      ],
    },
    {
      name: "前後の空白は問わない",
      fields,
      grid: [
        ["code", "name"],
        [" 3-12 ", "道路の補修"],
      ],
    },
    {
      name: "空欄と記号",
      fields,
      grid: [
        ["code", "name"],
        [null, "道路の補修"],
        ["－", "橋の点検"],
      ],
    },
    {
      name: "結合の続き",
      fields,
      grid: [
        ["code", "name"],
        ["3-1", "道路の補修"],
        [undefined, "橋の点検"],
      ],
    },
  ],
  invalid: [
    {
      name: "二つの書き方",
      fields,
      grid: [
        ["code", "name"],
        ["3の1", "道路の補修"],
        ["3-1-2", "橋の点検"],
      ],
      diagnostics: [
        {
          messageId: "mismatch",
          at: "A2",
          message: "「事業番号」の「3の1」は様式の書き方に合いません。「3-1」の形です。",
        },
        {
          messageId: "mismatch",
          at: "A3",
          message: "「事業番号」の「3-1-2」は様式の書き方に合いません。「3-1」の形です。",
        },
      ],
    },
    {
      name: "説明のない様式",
      fields: plain,
      grid: [
        ["code", "name"],
        ["A12", "道路の補修"],
      ],
      diagnostics: [
        {
          messageId: "mismatch",
          at: "A2",
          message: "「事業番号」の「A12」は様式の書き方に合いません。様式の定義を確かめてください。",
        },
      ],
    },
  ],
});

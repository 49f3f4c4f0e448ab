import { valueTypeMismatch } from "../../../../core/validation/rules/value-type-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = {
  count: { title: "事業数", type: "integer" as const },
  amount: { title: "事業費", type: "number" as const },
  since: { title: "開始年度", type: "year" as const },
  done: { title: "実施", type: "boolean" as const },
};

testRule(valueTypeMismatch, {
  valid: [
    {
      name: "数値",
      fields,
      grid: [
        ["name", "count", "amount"],
        ["防災", 11, 1234.5],
      ],
    },
    {
      name: "文字で書かれた数値",
      fields,
      grid: [
        ["name", "count", "amount"],
        ["防災", "１１", "1,234"],
      ],
    },
    {
      name: "該当なしと空欄",
      fields,
      grid: [
        ["name", "count", "amount"],
        ["防災", "－", null],
      ],
    },
    {
      name: "合計の行",
      fields,
      rowKinds: { 0: "total" },
      grid: [
        ["name", "count"],
        ["合計", "別掲"],
      ],
    },
    {
      name: "年と有無",
      fields,
      grid: [
        ["name", "text:since", "text:done"],
        ["防災", "平成23年度", "○"],
      ],
    },
    {
      name: "文字の欄",
      grid: [
        ["name", "count"],
        ["防災", "11件"],
      ],
    },
  ],
  invalid: [
    {
      name: "単位と言葉",
      fields,
      grid: [
        ["name", "count", "amount"],
        ["防災", "11件", "集計中"],
      ],
      diagnostics: [
        {
          messageId: "unit",
          at: "B2",
          severity: "info",
          message: "「事業数」は数値の欄です。「11件」の単位を外し、数だけを入れてください。",
        },
        { messageId: "number", at: "C2", message: "「事業費」は数値の欄ですが、「集計中」は数値ではありません。" },
      ],
    },
    {
      name: "小数、年、有無",
      fields,
      grid: [
        ["name", "count", "text:since", "text:done"],
        ["防災", 1.5, "昔から", "半分"],
      ],
      diagnostics: [
        { messageId: "integer", at: "B2", message: "「事業数」は整数の欄ですが、「1.5」には小数があります。" },
        { messageId: "year", at: "C2", message: "「開始年度」は年の欄ですが、「昔から」は年として読めません。" },
        { messageId: "boolean", at: "D2", message: "「実施」は有無の欄ですが、「半分」は有無として読めません。" },
      ],
    },
  ],
});

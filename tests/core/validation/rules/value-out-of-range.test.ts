import { valueOutOfRange } from "../../../../core/validation/rules/value-out-of-range.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = { rating: { title: "達成度", constraints: { minimum: 1, maximum: 5 } } };

testRule(valueOutOfRange, {
  valid: [
    {
      name: "範囲の端",
      fields,
      grid: [
        ["name", "rating"],
        ["防災", 1],
        ["道路", "５"],
      ],
    },
    {
      name: "数値でない値は別の規則",
      fields,
      grid: [
        ["name", "rating"],
        ["防災", "未評価"],
        ["道路", null],
      ],
    },
    {
      name: "平均の行",
      fields,
      rowKinds: { 0: "total" },
      grid: [
        ["name", "rating"],
        ["合計", 42],
      ],
    },
    {
      name: "範囲のない欄",
      grid: [
        ["name", "rating"],
        ["防災", 99],
      ],
    },
  ],
  invalid: [
    {
      name: "上と下",
      fields,
      grid: [
        ["name", "rating"],
        ["防災", "6"],
        ["道路", 0],
      ],
      diagnostics: [
        { messageId: "above", at: "B2", message: "「達成度」の 6 は、様式の上限 5 を上回っています。" },
        { messageId: "below", at: "B3", message: "「達成度」の 0 は、様式の下限 1 を下回っています。" },
      ],
    },
  ],
});

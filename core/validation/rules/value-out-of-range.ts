import { plainNumber } from "../../text/quantity.ts";
import { defineRule } from "../rule.ts";

/** Constraints `minimum` and `maximum` of Table Schema. */
export const valueOutOfRange = defineRule({
  meta: {
    id: "value-out-of-range",
    category: "structure",
    title: "決められた範囲の外の数値",
    description: "様式が数値の範囲を決めている欄の値がその外にあるときは、桁や欄の取り違えが疑われます。",
    scope: "record",
    severity: "error",
    example: { wrong: "達成度（1～5）: 6", right: "達成度（1～5）: 5" },
    remedy: "数値を確かめ、範囲の中の値に直します。",
    messages: {
      below: (d: { title: string; value: number; minimum: number }) =>
        `「${d.title}」の ${d.value} は、様式の下限 ${d.minimum} を下回っています。`,
      above: (d: { title: string; value: number; maximum: number }) =>
        `「${d.title}」の ${d.value} は、様式の上限 ${d.maximum} を上回っています。`,
    },
  },

  check({ values }, report) {
    for (const value of values) {
      const { field, record, inherited, isBlank } = value;
      const { minimum, maximum } = field.constraints ?? {};
      if ((minimum === undefined && maximum === undefined) || isBlank || inherited || record.kind !== "record")
        continue;
      const number = typeof value.value === "number" ? value.value : plainNumber(value.text);
      if (number === undefined) continue;
      const { title } = field;
      if (minimum !== undefined && number < minimum) {
        report({ messageId: "below", data: { title, value: number, minimum }, at: value });
      }
      if (maximum !== undefined && number > maximum) {
        report({ messageId: "above", data: { title, value: number, maximum }, at: value });
      }
    }
  },
});

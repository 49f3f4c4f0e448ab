import { plainNumber, findQuantities } from "../../text/quantity.ts";
import type { FieldValue } from "../field-value.ts";
import { defineRule } from "../rule.ts";

const YEAR = /^(?:[12]\d{3}|(?:令和|平成|昭和|[RHS])(?:元|\d{1,2}))(?:年度?)?$/u;
const BOOLEAN = /^(?:○|〇|◯|×|✓|✔|有|無|あり|なし|はい|いいえ|true|false|0|1)$/iu;

/** A text where the form's type asks for a number or a year. */
export const valueTypeMismatch = defineRule({
  meta: {
    id: "value-type-mismatch",
    category: "structure",
    title: "数値の欄に数値でない値",
    description: "数値の欄に言葉や単位が入ると、合計やグラフから漏れます。単位は見出しに書き、欄には数だけを入れます。",
    scope: "record",
    severity: "warning",
    standard: "L2-01",
    example: { wrong: "事業数: 11件", right: "事業数: 11" },
    remedy: "数だけを入れます。数でないことを書くときは、備考などの欄を使います。",
    messages: {
      number: (d: { title: string; text: string }) =>
        `「${d.title}」は数値の欄ですが、「${d.text}」は数値ではありません。`,
      unit: (d: { title: string; text: string }) =>
        `「${d.title}」は数値の欄です。「${d.text}」の単位を外し、数だけを入れてください。`,
      integer: (d: { title: string; text: string }) =>
        `「${d.title}」は整数の欄ですが、「${d.text}」には小数があります。`,
      year: (d: { title: string; text: string }) => `「${d.title}」は年の欄ですが、「${d.text}」は年として読めません。`,
      boolean: (d: { title: string; text: string }) =>
        `「${d.title}」は有無の欄ですが、「${d.text}」は有無として読めません。`,
    },
  },

  check({ values }, report) {
    for (const value of values) {
      const { field, record, isBlank, isPlaceholder, inherited } = value;
      if (field.type === "string" || isBlank || isPlaceholder || inherited || record.kind !== "record") continue;
      const fault = faultOf(value);
      if (!fault) continue;
      const data = { title: field.title, text: value.text.trim() };
      const severity = fault === "unit" ? "info" : "warning";
      report({ messageId: fault, data, at: value, severity });
    }
  },
});

type Fault = "number" | "unit" | "integer" | "year" | "boolean";

function faultOf({ field, value, text }: FieldValue): Fault | undefined {
  const plain = text.normalize("NFKC").trim();
  if (field.type === "boolean") return typeof value === "boolean" || BOOLEAN.test(plain) ? undefined : "boolean";
  if (field.type === "year") return YEAR.test(plain) ? undefined : "year";
  const number = typeof value === "number" ? value : plainNumber(text);
  if (number === undefined) {
    const [quantity, ...others] = findQuantities(plain);
    return others.length === 0 && quantity?.start === 0 && quantity.end === plain.length ? "unit" : "number";
  }
  return field.type === "integer" && !Number.isInteger(number) ? "integer" : undefined;
}

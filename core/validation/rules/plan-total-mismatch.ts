import { cellName } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { suggestText } from "../text-edit.ts";

/** 年度別の数値と「計」. Text rows (増設1か所) show a state, not a sum, and are left alone. */
export const planTotalMismatch = defineRule({
  meta: {
    id: "plan-total-mismatch",
    category: "number",
    title: "計が年度別の合計と一致しない",
    description: "年度別の欄がすべて数値の行では、「計」は各年度の合計と一致していなければなりません。",
    severity: "error",
    example: { wrong: "事業費(百万円) 36 | 85 | 82 | 計 230", right: "事業費(百万円) 36 | 85 | 82 | 計 203" },
    remedy: "各年度の数値と計のどちらが正しいかを確かめ、誤っている方を直します。",
    messages: {
      mismatch: (d: { written: number; sum: number }) => `計は ${d.written} ですが、各年度の合計は ${d.sum} です。`,
    },
  },

  check({ tables, values }, report) {
    const totals = new Map(values.filter(({ kind }) => kind === "total").map((value) => [value.record, value]));
    for (const table of tables) {
      for (const record of table.records) {
        const total = totals.get(record);
        if (!total) continue;
        const written = numberOf(total.value);
        const years = Object.values(record.series)
          .find((slots) => slots.length > 1)
          ?.map((slot) => numberOf(slot?.value ?? null));
        if (written === undefined || !years?.every((year) => year !== undefined)) continue;
        const sum = round(years.reduce((a, b) => a + b, 0));
        if (sum === round(written)) continue;
        report({
          messageId: "mismatch",
          data: { written, sum },
          at: total,
          fixes: [
            suggestText(`計を ${sum} に直す`, {
              sheet: total.cell.sheet,
              address: cellName(total.cell),
              expected: total.value,
              value: typeof total.value === "string" ? String(sum) : sum,
            }),
          ],
        });
      }
    }
  },
});

/** A cell that is a number, or a text that is nothing but one (1,234). */
function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const plain = value.normalize("NFKC").replace(/[\s,]/gu, "");
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : undefined;
}

/** Tenths added up in binary drift: 0.1 + 0.2. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

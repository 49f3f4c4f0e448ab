import { plainNumber } from "../../text/quantity.ts";
import { cellName } from "../../workbook/address.ts";
import type { EvaluationRecord } from "../../table/evaluation-document.ts";
import type { FieldValue } from "../field-value.ts";
import { defineRule } from "../rule.ts";
import { suggestText } from "../text-edit.ts";

const AMOUNT = /費|額|予算|決算|円/u;

/** 年度別の数値と「計」. Text rows (増設1か所) show a state, not a sum, and are left alone. */
export const planTotalMismatch = defineRule({
  meta: {
    id: "plan-total-mismatch",
    category: "number",
    title: "計が年度別の合計と一致しない",
    description:
      "年度別の欄がすべて数値の行では、「計」は各年度の合計と一致していなければなりません。四捨五入による端数の差と、年々積み上がる数（最終年度の値が計になるもの）は別に扱います。",
    scope: "record",
    severity: "error",
    example: { wrong: "事業費(百万円) 36 | 85 | 82 | 計 230", right: "事業費(百万円) 36 | 85 | 82 | 計 203" },
    remedy: "各年度の数値と計のどちらが正しいかを確かめ、誤っている方を直します。",
    messages: {
      mismatch: (d: { written: number; sum: number }) => `計は ${d.written} ですが、各年度の合計は ${d.sum} です。`,
      rounding: (d: { written: number; sum: number }) =>
        `計は ${d.written} ですが、各年度の合計は ${d.sum} です。四捨五入による差であれば、その旨を注記してください。`,
    },
  },

  check({ values }, report) {
    const totals = new Map(values.filter(({ kind }) => kind === "total").map((value) => [value.record, value]));
    for (const [record, total] of totals) {
      const written = numberOf(total);
      const years = yearlyNumbers(record);
      if (written === undefined || years.length < 2) continue;
      const sum = round(years.reduce((a, b) => a + b, 0));
      // Beyond what a number holds no sum can be told, nor written into the cell.
      if (sum === round(written) || !Number.isFinite(sum)) continue;
      const isAmount = record.kind !== "record" || labelsOf(record).some((label) => AMOUNT.test(label));
      // 設置数 5, 6, 7, 計 7: a level, not a sum
      if (!isAmount && (written === years.at(-1) || written === Math.max(...years))) continue;
      const isRounding = isAmount && Math.abs(sum - written) <= years.length / 2;
      report({
        messageId: isRounding ? "rounding" : "mismatch",
        data: { written, sum },
        at: total,
        severity: isRounding ? "info" : isAmount ? "error" : "warning",
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
  },
});

function numberOf({ value, text }: Pick<FieldValue, "value" | "text">): number | undefined {
  return typeof value === "number" ? value : plainNumber(text);
}

/** The numbers of a row's years; none when a year is no number. */
function yearlyNumbers({ series }: EvaluationRecord): number[] {
  const slots = Object.values(series).find(({ length }) => length > 1) ?? [];
  const numbers = slots.flatMap((slot) => (slot ? [numberOf(slot)] : [undefined]));
  return numbers.every((number) => number !== undefined) ? numbers : [];
}

function labelsOf({ values }: EvaluationRecord): string[] {
  return Object.values(values).flatMap(({ value, text }) => (typeof value === "string" ? [text] : []));
}

/** Tenths added up in binary drift: 0.1 + 0.2. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

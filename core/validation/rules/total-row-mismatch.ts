import type { EvaluationRecord, EvaluationTable, SourcedValue } from "../../table/evaluation-document.ts";
import { foldText } from "../../text/fold.ts";
import { plainNumber } from "../../text/quantity.ts";
import { cellName } from "../../workbook/address.ts";
import type { FieldValue } from "../field-value.ts";
import { defineRule } from "../rule.ts";
import { suggestText } from "../text-edit.ts";

const TOTAL = /^(?:合計|総計|総合計|計|全体|総数)(?:\(.{0,12}\))?$/u;
const SUBTOTAL = "小計";
const RELISTED = "再掲";

/** 合計 and 小計 rows against the rows above them. Relisted rows (再掲) are counted where they belong. */
export const totalRowMismatch = defineRule({
  meta: {
    id: "total-row-mismatch",
    category: "number",
    title: "合計の行が各行の和と一致しない",
    description:
      "合計の行は、上の行の和でなければなりません。行を足したり直したりしたあと、合計が古いまま残ることがあります。再掲の行は合計に含めません。",
    severity: "error",
    example: { wrong: "11 | 3 | 合計 13", right: "11 | 3 | 合計 14" },
    remedy: "各行の数と合計のどちらが正しいかを確かめ、合わせます。",
    messages: {
      mismatch: (d: { title: string; written: number; sum: number }) =>
        `「${d.title}」の合計は ${d.written} ですが、上の行の和は ${d.sum} です。`,
      rounding: (d: { title: string; written: number; sum: number }) =>
        `「${d.title}」の合計は ${d.written} ですが、上の行の和は ${d.sum} です。四捨五入による差であれば、その旨を注記してください。`,
    },
  },

  check({ tables, values }, report) {
    const totals = totalValues(values);
    for (const table of tables) {
      table.records.forEach((record, index) => {
        const label = totalLabel(record);
        if (label === undefined) return;
        const rows = summed(table, index, label.startsWith(SUBTOTAL));
        for (const place of totals.get(record) ?? []) {
          const written = numberOf(place);
          const numbers = columnNumbers(rows, place);
          if (written === undefined || !numbers) continue;
          const sum = round(numbers.reduce((a, b) => a + b, 0));
          const isRounding = place.kind === "amount" && Math.abs(sum - written) <= numbers.length / 2;
          // Beyond what a number holds no sum can be told, nor written into the cell.
          if (sum === round(written) || !Number.isFinite(sum) || isWithoutRelisted(rows, place, written)) continue;
          report({
            messageId: isRounding ? "rounding" : "mismatch",
            data: { title: place.field.title, written, sum },
            at: place,
            severity: isRounding ? "info" : "error",
            fixes: [
              suggestText(`合計を ${sum} に直す`, {
                sheet: place.cell.sheet,
                address: cellName(place.cell),
                expected: place.value,
                value: typeof place.value === "string" ? String(sum) : sum,
              }),
            ],
          });
        }
      });
    }
  },
});

/** The counts and amounts of rows that are no plain record. */
function totalValues(values: readonly FieldValue[]): ReadonlyMap<EvaluationRecord, FieldValue[]> {
  const totals = new Map<EvaluationRecord, FieldValue[]>();
  for (const value of values) {
    if (value.record.kind === "record" || (value.kind !== "count" && value.kind !== "amount")) continue;
    const own = totals.get(value.record);
    if (own) own.push(value);
    else totals.set(value.record, [value]);
  }
  return totals;
}

function totalLabel({ kind, values }: EvaluationRecord): string | undefined {
  if (kind === "record") return undefined;
  const labels = Object.values(values).map(({ text }) => foldText(text));
  return labels.find((label) => TOTAL.test(label) || label.startsWith(SUBTOTAL));
}

/** The plain records that a total row adds up: all above it, a 小計 only those since the one before. */
function summed({ records }: EvaluationTable, index: number, isSubtotal: boolean): EvaluationRecord[] {
  const above = records.slice(0, index);
  const from = isSubtotal ? above.findLastIndex((record) => totalLabel(record) !== undefined) + 1 : 0;
  return above.slice(from).filter(({ kind }) => kind === "record");
}

function columnNumbers(rows: readonly EvaluationRecord[], place: FieldValue): number[] | undefined {
  const numbers: number[] = [];
  for (const row of rows) {
    const value = valueLike(row, place);
    if (!value || value.inherited) continue;
    const text = value.text.trim();
    if (text === "" || /^[-－―—]$/u.test(text)) continue;
    const number = numberOf(value);
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  return numbers.length > 0 ? numbers : undefined;
}

function valueLike(row: EvaluationRecord, { field, period, table }: FieldValue): SourcedValue | undefined {
  if (!period) return row.values[field.name];
  return row.series[field.name]?.[table.periods.indexOf(period)] ?? undefined;
}

function isWithoutRelisted(rows: readonly EvaluationRecord[], place: FieldValue, written: number): boolean {
  const own = rows.filter(({ values }) => !Object.values(values).some(({ text }) => text.includes(RELISTED)));
  if (own.length === rows.length) return false;
  return round((columnNumbers(own, place) ?? []).reduce((a, b) => a + b, 0)) === round(written);
}

function numberOf({ value, text }: Pick<SourcedValue, "value" | "text">): number | undefined {
  return typeof value === "number" ? value : plainNumber(text);
}

/** Tenths added up in binary drift: 0.1 + 0.2. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

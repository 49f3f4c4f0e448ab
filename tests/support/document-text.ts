import type { EvaluationDocument, EvaluationTable, SourcedValue } from "../../core/table/evaluation-document.ts";
import { cellName, rangeName } from "../../core/workbook/address.ts";

/** A document as a person can review it: every part, record and value with its cell; `^` marks an inherited value. */
export function documentText(document: EvaluationDocument): string {
  const { form, fiscalYear, parts } = document;
  const lines = [`form ${form}`, `fiscal year ${fiscalYear ?? "none"}`];
  for (const part of parts) {
    if (part.kind === "table") lines.push("", ...tableText(part.table));
    else lines.push("", `${part.role}${part.level > 0 ? ` ${part.level}` : ""} ${valueText(part.text)}`);
  }
  return `${lines.join("\n")}\n`;
}

function tableText(table: EvaluationTable): string[] {
  const { layout, resource, sheet, range, columns, periods, corner, labels, records, missingHeadings } = table;
  return [
    `table ${layout} ${resource} ${sheet} ${rangeName(range)}, ${records.length} records`,
    ...(corner ? [`  corner ${valueText(corner)}`] : []),
    ...columns.map(
      ({ field, period, heading, under, grouped }) =>
        `  column ${field ?? "?"}${period === undefined ? "" : `[${period}]`}${grouped ? " grouped" : ""}` +
        ` ${heading ? valueText(heading) : ""}${under ? ` under ${valueText(under)}` : ""}`,
    ),
    ...Object.entries(labels).map(([field, label]) => `  label ${field} ${valueText(label)}`),
    ...periods.map(({ label, fiscalYear }, i) => {
      const year = fiscalYear ? `${fiscalYear.gregorian}${fiscalYear.onward ? " onward" : ""}` : "no year";
      return `  period ${i} ${valueText(label)} = ${year}`;
    }),
    ...missingHeadings.map((heading) => `  missing 「${heading}」`),
    ...records.flatMap(({ kind, range: place, values, series, extras }, i) => [
      `  ${kind} ${i + 1} ${rangeName(place)}`,
      ...Object.entries(values).map(([field, value]) => `    ${field} ${valueText(value)}`),
      ...Object.entries(series).flatMap(([field, slots]) =>
        slots.map((value, period) => `    ${field}[${period}] ${value ? valueText(value) : "no cell"}`),
      ),
      ...Object.entries(extras).map(([column, value]) => `    extra ${column} ${valueText(value)}`),
    ]),
  ];
}

function valueText({ value, text, cell, inherited }: SourcedValue): string {
  const shown = value === null && text === "" ? "blank" : JSON.stringify(text);
  const type = typeof value === "number" ? " number" : "";
  return `${inherited ? "^" : ""}${cellName(cell)} ${shown}${type}`;
}

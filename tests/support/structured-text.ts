import type { StructuredCell, StructuredWorkbook } from "../../core/structure/structured-workbook.ts";
import { cellName } from "../../core/workbook/address.ts";

/** Data tables as a person can review them: every row and datum with the cell that it comes from; `^` marks one filled down. */
export function structuredText({ form, fiscalYear, tables, normalisations, unclassified }: StructuredWorkbook): string {
  const lines = [`form ${form.name}`, `fiscal year ${fiscalYear ?? "none"}`];
  for (const { name, title, columns, primaryKey, foreignKeys, isView, rows } of tables) {
    lines.push(
      "",
      `table ${name} 「${title}」${isView ? " view" : ""}, ${rows.length} rows, key ${primaryKey.join(" ")}`,
    );
    for (const { fields, reference } of foreignKeys) {
      lines.push(`  foreign key ${fields.join(" ")} → ${reference.resource}.${reference.fields.join(" ")}`);
    }
    lines.push(`  columns ${columns.map(({ title: heading, type }) => `${heading}:${type}`).join(" | ")}`);
    rows.forEach((row, i) => {
      lines.push(`  ${i + 1}`);
      for (const { name: column, title: heading } of columns) {
        const cell = row[column];
        if (cell) lines.push(`    ${heading} ${cellText(cell)}`);
      }
    });
  }
  lines.push("", ...normalisations.map(({ cell, from, to }) => `normalised ${cellName(cell)} ${from} → ${to}`));
  lines.push(...unclassified.map(({ cell, text }) => `unclassified ${cellName(cell)} ${JSON.stringify(text)}`));
  return `${lines.join("\n").trimEnd()}\n`;
}

function cellText({ value, text, format, source, inherited }: StructuredCell): string {
  const shown = typeof value === "number" ? text : JSON.stringify(text);
  const place = source ? ` ${inherited ? "^" : ""}${cellName(source)}` : "";
  return `${shown}${format === undefined ? "" : ` as ${format}`}${place}`;
}

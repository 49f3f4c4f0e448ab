import type { EvaluationDocument, EvaluationTable, SourcedValue } from "../../core/table/evaluation-document.ts";
import { foldText } from "../../core/text/fold.ts";
import { qualifiedCellName } from "../../core/workbook/address.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";

/**
 * Checks that a document accounts for every text of the visible sheets: each cell gives its whole text once, as a value,
 * a text, a heading or a label. Headings may be shared by the tables that they head, and a heading or label that stands
 * a second time may be left out when it says the same.
 * @returns one sentence for every text that is lost, doubled or altered.
 */
export function ledgerFaults({ sheets }: WorkbookSnapshot, document: EvaluationDocument): string[] {
  const once = document.parts
    .flatMap((part) => (part.kind === "text" ? [part.text] : recordValues(part.table)))
    .filter(({ text }) => text !== "");
  const headings = document.parts.flatMap((part) => (part.kind === "table" ? tableHeadings(part.table) : []));
  const counts = new Map<string, number>();
  for (const value of once) {
    if (value.inherited) continue;
    const name = qualifiedCellName(value.cell);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const shared = new Set(headings.map(({ cell }) => qualifiedCellName(cell)));
  const spellings = new Set(headings.map(({ text }) => foldText(text)));
  const texts = new Map([...once, ...headings].map(({ cell, text }) => [qualifiedCellName(cell), text]));

  const faults: string[] = [];
  for (const { name: sheet, visibility, cells } of sheets) {
    if (visibility !== "visible") continue;
    for (const { row, column, text } of cells) {
      if (!/\S/u.test(text)) continue;
      const name = qualifiedCellName({ sheet, row, column });
      const count = (counts.get(name) ?? 0) + (shared.has(name) ? 1 : 0);
      if (count > 1) faults.push(`${name} 「${text}」 stands ${count} times`);
      else if (count === 1 && texts.get(name) !== text)
        faults.push(`${name} 「${text}」 became 「${texts.get(name)}」`);
      else if (count === 0 && !spellings.has(foldText(text))) faults.push(`${name} 「${text}」 is lost`);
    }
  }
  return faults;
}

function recordValues({ records, layout }: EvaluationTable): SourcedValue[] {
  return records.flatMap(({ values, series, extras }) => {
    const all = [...Object.values(values), ...Object.values(series).flat(), ...Object.values(extras)];
    const present = all.filter((value) => value !== null);
    // The records of a matrix share the headings of their row and column.
    return layout === "matrix" ? present.slice(2) : present;
  });
}

function tableHeadings({ columns, periods, corner, labels, records, layout }: EvaluationTable): SourcedValue[] {
  const stacked = columns.flatMap(({ heading, under }) => [heading, under]);
  const crossed = layout === "matrix" ? records.flatMap(({ values }) => Object.values(values).slice(0, 2)) : [];
  const all = [...stacked, ...periods.map(({ label }) => label), corner, ...Object.values(labels), ...crossed];
  return all.filter((value) => value !== undefined);
}

import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { documentTables } from "../table/evaluation-document.ts";
import { foldText } from "../text/fold.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import type { CellAddress, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { StructuredWorkbook } from "./structured-workbook.ts";

/** The field of a record in a data table. Rows count from 1. */
export interface LedgerPlace {
  readonly table: string;
  readonly row: number;
  readonly field: string;
}

/** Where one text of the form sheet went. */
export interface LedgerEntry {
  readonly cell: CellAddress;
  readonly text: string;
  /**
   * - `kept` its characters stand in `places`; `repeated` it says the same as a heading or label that is kept;
   * - `altered` a place holds other characters (only ever a fault of the program);
   * - `unclassified` no field takes it: it stands under 「未分類」, or its sheet holds no table of the form.
   */
  readonly state: "kept" | "repeated" | "altered" | "unclassified";
  /** First rows only: what is filled down stands in the rows below too. */
  readonly places: readonly LedgerPlace[];
}

/** Accounts for every text of the visible sheets: which table, record and field it went to. */
export function structureLedger(
  { sheets }: WorkbookSnapshot,
  document: EvaluationDocument,
  structured: StructuredWorkbook,
): LedgerEntry[] {
  const places = placesByCell(structured);
  const open = new Set(structured.unclassified.map(({ cell }) => qualifiedCellName(cell)));
  const spellings = headingSpellings(document, places);
  const entries: LedgerEntry[] = [];
  for (const { name: sheet, visibility, cells } of sheets) {
    if (visibility !== "visible") continue;
    for (const { row, column, text } of cells) {
      if (!/\S/u.test(text)) continue;
      const cell = { sheet, row, column };
      const name = qualifiedCellName(cell);
      const found = places.get(name) ?? [];
      const state = open.has(name) ? "unclassified" : stateOf(text, found, spellings);
      entries.push({ cell, text, state, places: found.map(({ place }) => place) });
    }
  }
  return entries;
}

interface Placed {
  readonly place: LedgerPlace;
  readonly text: string;
  /** The text with the unit that stands in the column beside it. */
  readonly whole: string;
}

function placesByCell({ tables }: StructuredWorkbook): Map<string, Placed[]> {
  const places = new Map<string, Placed[]>();
  for (const { name: table, columns, rows } of tables) {
    rows.forEach((cells, i) => {
      for (const { name: field } of columns) {
        const cell = cells[field];
        if (!cell?.source || cell.inherited) continue;
        const name = qualifiedCellName(cell.source);
        const placed = { place: { table, row: i + 1, field }, text: cell.text, whole: cell.text + (cell.unit ?? "") };
        const own = places.get(name);
        if (own) own.push(placed);
        else places.set(name, [placed]);
      }
    });
  }
  return places;
}

function stateOf(text: string, places: readonly Placed[], spellings: ReadonlySet<string>): LedgerEntry["state"] {
  if (places.length === 0) return spellings.has(foldText(text)) ? "repeated" : "unclassified";
  const says = (kept: string) => kept === text || squeezed(kept) === squeezed(text);
  const isKept = places.every((placed) => says(placed.text) || says(placed.whole));
  return isKept ? "kept" : "altered";
}

/** Width of digits does not matter: a number is a number. */
function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

/** Headings and labels: a block or page that repeats them says nothing new. */
function headingSpellings(document: EvaluationDocument, places: ReadonlyMap<string, unknown>): Set<string> {
  const headings = documentTables(document).flatMap(({ columns, periods, corner, labels }) => [
    ...columns.flatMap(({ heading, under }) => [heading, under]),
    ...periods.map(({ label }) => label),
    corner,
    ...Object.values(labels),
  ]);
  const kept = headings.filter((heading) => heading !== undefined && places.has(qualifiedCellName(heading.cell)));
  return new Set(kept.map((heading) => foldText(heading?.text ?? "")));
}

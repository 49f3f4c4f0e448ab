import {
  findManualPairHeading,
  MANUAL_PAIR_COLUMNS,
  MANUAL_PAIR_SHEET,
  type ManualPairHeading,
  NO_PREVIOUS,
} from "../../core/validation/manual-pairs.ts";
import type { ManualPair } from "../../core/validation/previous-year.ts";
import { headingPiece, linesPiece, type OwnLine, type OwnSheet, readOwnSheet } from "./own-sheet.ts";
import { writePieces } from "./write-pieces.ts";

const columns = Object.values(MANUAL_PAIR_COLUMNS).map((title) => ({ title, width: 40 }));

/**
 * Writes on the sheet 「前年対応」 which record of last year belongs to which of this year; the sheet is made where it is
 * missing. A record that stands there already gets its new answer in its own line, for the first line of a name counts.
 * Up to three syncs to look and one to write, which is one step to undo. A protected sheet is left as it is.
 */
export async function appendManualPairs(
  context: Excel.RequestContext,
  pairs: readonly ManualPair[],
): Promise<"written" | "protected"> {
  if (pairs.length === 0) return "written";
  const own = await readOwnSheet(context, MANUAL_PAIR_SHEET);
  if (own?.isProtected) return "protected";
  const sheet = own?.sheet ?? context.workbook.worksheets.add(MANUAL_PAIR_SHEET);
  const found = own && findManualPairHeading(own);
  const top = own && own.lastRow > 0 ? own.lastRow + 2 : 1;
  const heading = found ?? { row: top, current: 1, previous: 2 };
  const lines = linesOf(pairs, heading, own);
  await writePieces(context, [
    ...(found ? [] : [headingPiece(sheet, heading.row, columns, pairs.length)]),
    ...lines.map((line) => linesPiece(sheet, [line])),
  ]);
  return "written";
}

function linesOf(pairs: readonly ManualPair[], heading: ManualPairHeading, own: OwnSheet | undefined): OwnLine[] {
  const known = new Map<string, number>();
  for (const { row, column, text } of own?.cells ?? []) {
    const name = text.trim();
    if (column === heading.current && row > heading.row && !known.has(name)) known.set(name, row);
  }
  let last = Math.max(own?.lastRow ?? 0, heading.row);
  // The last answer for a name counts.
  const answers = new Map(pairs.map(({ current, previous }) => [current.trim(), previous ?? NO_PREVIOUS]));
  return [...answers].map(([current, previous]): OwnLine => {
    const row = known.get(current);
    if (row !== undefined) return { row, texts: new Map([[heading.previous, previous]]) };
    const texts = new Map([
      [heading.current, current],
      [heading.previous, previous],
    ]);
    return { row: ++last, texts };
  });
}

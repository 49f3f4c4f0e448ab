import {
  type Acceptance,
  ACCEPTANCE_COLUMNS,
  ACCEPTANCE_SHEET,
  type AcceptanceHeading,
  findAcceptanceHeading,
} from "../../core/validation/acceptance.ts";
import { headingPiece, linesPiece, type OwnColumn, readOwnSheet } from "./own-sheet.ts";
import { writePieces } from "./write-pieces.ts";

export type NewAcceptance = Omit<Acceptance, "row">;
type ColumnName = keyof typeof ACCEPTANCE_COLUMNS;

const names = Object.keys(ACCEPTANCE_COLUMNS) as ColumnName[];
const widths: Readonly<Record<ColumnName, number>> = {
  ruleId: 26,
  record: 30,
  field: 16,
  value: 50,
  reason: 50,
  by: 14,
  on: 12,
};
const columns: readonly OwnColumn[] = names.map((name) => ({ title: ACCEPTANCE_COLUMNS[name], width: widths[name] }));

/**
 * Writes what people accept on the sheet 「確認済み」, below what is there; the sheet is made where it is missing. Up to
 * three syncs to look and one to write, which is one step to undo. A protected sheet is left as it is.
 */
export async function appendAcceptances(
  context: Excel.RequestContext,
  acceptances: readonly NewAcceptance[],
): Promise<"written" | "protected"> {
  if (acceptances.length === 0) return "written";
  const own = await readOwnSheet(context, ACCEPTANCE_SHEET);
  if (own?.isProtected) return "protected";
  const sheet = own?.sheet ?? context.workbook.worksheets.add(ACCEPTANCE_SHEET);
  const found = own && findAcceptanceHeading(own);
  const top = own && own.lastRow > 0 ? own.lastRow + 2 : 1;
  const heading = completed(found) ?? { row: top, columns: inOrder() };
  const first = Math.max(own?.lastRow ?? 0, heading.row) + 1;
  const lines = acceptances.map((acceptance, i) => ({
    row: first + i,
    texts: new Map(names.map((name) => [heading.columns[name]!, acceptance[name]])),
  }));
  await writePieces(context, [
    ...(found ? missingHeadings(found, heading).map((line) => linesPiece(sheet, [line])) : []),
    ...(found ? [] : [headingPiece(sheet, heading.row, columns, acceptances.length)]),
    linesPiece(sheet, lines),
  ]);
  return "written";
}

function inOrder(): AcceptanceHeading["columns"] {
  return Object.fromEntries(names.map((name, i) => [name, i + 1])) as AcceptanceHeading["columns"];
}

/** People may have left out columns: they come behind the last one, since an acceptance without its record does not count. */
function completed(heading: AcceptanceHeading | undefined): AcceptanceHeading | undefined {
  if (!heading) return undefined;
  let last = Math.max(...Object.values(heading.columns).map((column) => column ?? 0));
  const all = names.map((name): [ColumnName, number] => [name, heading.columns[name] ?? ++last]);
  return { row: heading.row, columns: Object.fromEntries(all) as AcceptanceHeading["columns"] };
}

function missingHeadings(found: AcceptanceHeading, all: AcceptanceHeading) {
  return names
    .filter((name) => found.columns[name] === undefined)
    .map((name) => ({ row: all.row, texts: new Map([[all.columns[name]!, ACCEPTANCE_COLUMNS[name]]]) }));
}

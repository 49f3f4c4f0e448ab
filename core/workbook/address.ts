import type { CellAddress, CellRange } from "./snapshot.ts";

/** By column: every cell of a large table asks for its letters. */
const LETTERS: string[] = [];

/** `1` → `A`, `28` → `AB`. */
export function columnLetters(column: number): string {
  return (LETTERS[column] ??= madeLetters(column));
}

function madeLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `AB` → `28`. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** `{ row: 8, column: 6 }` → `F8`. */
export function cellName(cell: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(cell.column)}${cell.row}`;
}

/** `{ top: 5, left: 1, bottom: 17, right: 8 }` → `A5:H17`. */
export function rangeName(range: CellRange): string {
  const from = cellName({ row: range.top, column: range.left });
  const to = cellName({ row: range.bottom, column: range.right });
  return from === to ? from : `${from}:${to}`;
}

/** A sheet and cell as Excel writes them: `進捗!F8`, quoted where the name needs it. */
export function qualifiedCellName(cell: CellAddress): string {
  if (cell.sheet !== quotedLast.sheet) quotedLast = { sheet: cell.sheet, quoted: quotedSheet(cell.sheet) };
  return `${quotedLast.quoted}!${cellName(cell)}`;
}

/** Cells that follow each other mostly stand on one sheet. */
let quotedLast = { sheet: "", quoted: "''" };

/** The name of a sheet as it stands before the `!` of a reference. */
export function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !isReference(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** A sheet named like a cell (R5, AB12, R1C1) would be read as one. */
function isReference(name: string): boolean {
  return /^(?:[a-z]{1,3}[0-9]+|r?[0-9]*c?[0-9]*|true|false)$/iu.test(name);
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** `A5:H17` or `F8` → a range, whichever corners it names; `undefined` for anything else. */
export function parseRange(name: string): CellRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/iu.exec(name);
  if (!match) return undefined;
  const [, from = "", first = "", to = from, last = first] = match;
  const rows = [Number(first), Number(last)] as const;
  const columns = [columnNumber(from), columnNumber(to)] as const;
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return range.top >= 1 && range.bottom <= LAST_ROW && range.right <= LAST_COLUMN ? range : undefined;
}

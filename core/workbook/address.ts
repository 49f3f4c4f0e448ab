import type { CellAddress, CellRange } from "./snapshot.ts";

/** `1` → `A`, `28` → `AB`. */
export function columnLetters(column: number): string {
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
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(cell.sheet);
  const sheet = plain ? cell.sheet : `'${cell.sheet.replaceAll("'", "''")}'`;
  return `${sheet}!${cellName(cell)}`;
}

/** `A5:H17` or `F8` → a range; `undefined` for anything else. */
export function parseRange(name: string): CellRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(name);
  if (!match) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

import type { CellRange, CellSnapshot, SheetSnapshot } from "../workbook/snapshot.ts";
import type { PlacedText } from "./text-source.ts";

/** A sheet of the pieces of a text: the row of a cell is its line, the column its place in the line. */
export function textSheet(name: string, placed: readonly PlacedText[]): SheetSnapshot {
  const filled = placed.filter(({ text }) => text.trim() !== "").sort((a, b) => a.line - b.line || a.column - b.column);
  return {
    name,
    visibility: "visible",
    cells: filled.map(textCell),
    merges: filled.flatMap((piece): CellRange[] => {
      const { line: top, column: left, right = left, bottom = top } = piece;
      return right > left || bottom > top ? [{ top, left, bottom, right }] : [];
    }),
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
  };
}

function textCell({ line, column, text }: PlacedText): CellSnapshot {
  // A page break and the line break of word processors are no characters of the text.
  const shown = text.replaceAll("\f", "").replaceAll("\v", "\n");
  const number = Number(shown);
  // As Excel does when somebody pastes, but only where not one character is lost.
  const value = /^-?[0-9]/u.test(shown) && Number.isSafeInteger(Math.trunc(number)) && String(number) === shown;
  return { row: line, column, value: value ? number : shown, text: shown };
}

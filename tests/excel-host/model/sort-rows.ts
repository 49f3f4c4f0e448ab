import { areaName, areasMeet, isWholeRows, numbers } from "./areas.ts";
import { invalidArgument } from "./host-error.ts";
import type { Place } from "./place.ts";
import { putCell, takeCell } from "./shift-cells.ts";

/** Sorts the rows of a range by one of its columns: numbers before texts, blanks last. Formulas keep their words. */
export function sortRows(place: Place, column: number, order: "ascending" | "descending" = "ascending"): void {
  const { sheet, area } = place;
  if (isWholeRows(area)) throw invalidArgument("whole rows cannot be sorted");
  sheet.assertWritable(area);
  if (sheet.merges.some((merge) => areasMeet(merge, area))) throw invalidArgument("merged cells cannot be sorted");
  const rows = numbers(area.top, area.bottom);
  const columns = numbers(area.left, area.right);
  const keys = new Map(rows.map((row) => [row, sheet.cell(row, column).value]));
  const sorted = rows.toSorted((one, other) => {
    const [a, b] = [keys.get(one)!, keys.get(other)!];
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    const difference = compare(a, b);
    return order === "ascending" ? difference : -difference;
  });
  const lines = sorted.map((row) => columns.map((at) => takeCell(sheet, row, at)));
  for (const [y, line] of lines.entries()) {
    for (const [x, cell] of line.entries()) putCell(sheet, area.top + y, area.left + x, cell);
  }
  const address = areaName(area);
  sheet.book.undo.record(sheet.book.actor, `sort ${sheet.name}!${address}`);
  sheet.book.sheetEvent("onRowSorted", sheet, { address });
}

function compare(one: string | number | boolean, other: string | number | boolean): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "number" || typeof other === "number") return typeof one === "number" ? -1 : 1;
  return String(one).localeCompare(String(other), "ja");
}

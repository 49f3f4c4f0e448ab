import { cellName } from "../../../core/workbook/address.ts";
import { changeStyles } from "./cell-style.ts";
import { numbers } from "./areas.ts";
import { validationStore } from "./validation-store.ts";
import { notModelled } from "./host-error.ts";
import type { Place } from "./place.ts";
import { isCovered } from "./write-cells.ts";

/** What `range.clear` takes away. */
export type ClearWhat = "All" | "Contents" | "Formats";

/** Empties cells, or takes their look away, or both with their rules for typing. */
export function clearCells(place: Place, what: ClearWhat): void {
  if (!["All", "Contents", "Formats"].includes(what)) throw notModelled(`way to clear ${what}`);
  const { sheet } = place;
  const area = sheet.bounded(place.area);
  if (!area) return;
  sheet.assertWritable(area);
  if (what !== "Contents") changeStyles({ sheet, area: place.area }, () => cleared);
  if (what === "Formats") {
    sheet.book.formatChanged(place, "clear formats");
    return;
  }
  for (const row of numbers(area.top, area.bottom)) {
    for (const column of numbers(area.left, area.right)) {
      const cell = sheet.worksheet.findCell(row, column);
      if (cell && !isCovered(cell)) cell.value = null;
      if (what === "All") validationStore(sheet).remove(cellName({ row, column }));
    }
  }
  sheet.book.cellsChanged(place, "RangeEdited");
}

/** ExcelJS merges styles part by part: each part is taken away by its name. */
const cleared = {
  numFmt: undefined,
  font: undefined,
  alignment: undefined,
  border: undefined,
  fill: undefined,
  protection: undefined,
} as unknown as object;

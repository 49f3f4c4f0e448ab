import { sheetGrid, type SheetGrid, type Slot } from "../workbook/sheet-grid.ts";
import type { CellRange, SheetSnapshot } from "../workbook/snapshot.ts";

/** A run of rows that hold something, with no blank row between them: a table, a title, a note. */
export interface SheetRegion {
  readonly range: CellRange;
  /** More than one column in at least two of its rows. */
  readonly isTable: boolean;
  /** The slots of its first row with more than one text: the headings, when it is a table. */
  readonly headings: readonly Slot[];
}

/** What stands on any sheet, known form or not, as seen by its blank rows. */
export function sheetRegions(sheet: SheetSnapshot): {
  readonly grid: SheetGrid;
  readonly regions: readonly SheetRegion[];
} {
  const grid = sheetGrid(sheet);
  const regions: SheetRegion[] = [];
  let top = 0;
  let coveredTo = 0;
  for (let row = 1; row <= grid.lastRow + 1; row++) {
    const slots = grid.filledSlots(row);
    coveredTo = Math.max(coveredTo, ...slots.map(({ range }) => range.bottom));
    const isBlank = slots.length === 0 && row > coveredTo;
    if (!isBlank && top === 0) top = row;
    if (isBlank && top > 0) {
      regions.push(region(grid, top, row - 1));
      top = 0;
    }
  }
  return { grid, regions };
}

function region(grid: SheetGrid, top: number, bottom: number): SheetRegion {
  let left = Infinity;
  let right = 0;
  let wide = 0;
  let headings: readonly Slot[] = [];
  for (let row = top; row <= bottom; row++) {
    const slots = grid.filledSlots(row);
    for (const { range } of slots) {
      left = Math.min(left, range.left);
      right = Math.max(right, range.right);
    }
    if (slots.length < 2) continue;
    wide++;
    if (headings.length === 0) headings = slots;
  }
  return { range: { top, left: Math.min(left, right), bottom, right }, isTable: wide >= 2, headings };
}

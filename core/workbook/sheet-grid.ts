import type { CellRange, CellSnapshot, SheetSnapshot } from "./snapshot.ts";

/** The place of one cell or of one whole merge: where a value can stand. */
export interface Slot {
  readonly range: CellRange;
  /** Absent when the slot is empty. */
  readonly cell: CellSnapshot | undefined;
}

/** A sheet made ready for looking up by row and column, with merges seen as one slot. */
export interface SheetGrid {
  readonly name: string;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** The slot that covers a position. */
  slotAt(row: number, column: number): Slot;
  /** Slots that hold text and begin in this row, left to right. */
  filledSlots(row: number): readonly Slot[];
  /** Filled slots of a merge that ends in this row, or begins in it: what a person reads as standing in the row. */
  slotsEndingIn(row: number): readonly Slot[];
}

/** Indexes a sheet. Rows and columns count from 1; cells whose text is only white space count as empty. */
export function sheetGrid(sheet: SheetSnapshot): SheetGrid {
  const rows = new Map<number, Map<number, Slot>>();
  const merges = mergeIndex(sheet);
  const ending = new Map<number, Slot[]>();
  let lastRow = 0;
  let lastColumn = 0;

  for (const cell of sheet.cells) {
    if (!/[^\s\u00a0]/u.test(cell.text)) continue;
    const range = merges.get(cell.row)?.find((merge) => covers(merge, cell.row, cell.column)) ?? single(cell);
    const slot: Slot = { range, cell };
    let row = rows.get(cell.row);
    if (!row) rows.set(cell.row, (row = new Map()));
    row.set(cell.column, slot);
    let ends = ending.get(range.bottom);
    if (!ends) ending.set(range.bottom, (ends = []));
    ends.push(slot);
    lastRow = Math.max(lastRow, range.bottom);
    lastColumn = Math.max(lastColumn, range.right);
  }

  const sorted = new Map<number, readonly Slot[]>();
  for (const [row, slots] of rows) sorted.set(row, [...slots.values()].sort(byColumn));
  for (const slots of ending.values()) slots.sort(byColumn);

  return {
    name: sheet.name,
    lastRow,
    lastColumn,
    slotAt(row, column) {
      const merge = merges.get(row)?.find((range) => covers(range, row, column));
      if (!merge) return { range: single({ row, column }), cell: rows.get(row)?.get(column)?.cell };
      return { range: merge, cell: rows.get(merge.top)?.get(merge.left)?.cell };
    },
    filledSlots: (row) => sorted.get(row) ?? [],
    slotsEndingIn: (row) => ending.get(row) ?? [],
  };
}

/** Whether a range holds a position. */
export function covers(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

function mergeIndex({ merges, cells }: SheetSnapshot): Map<number, CellRange[]> {
  const index = new Map<number, CellRange[]>();
  // A merge may reach to row 1,048,576; nothing below the last cell is ever looked at.
  const end = cells.reduce((last, cell) => Math.max(last, cell.row), 0);
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, end); row++) {
      let list = index.get(row);
      if (!list) index.set(row, (list = []));
      list.push(merge);
    }
  }
  return index;
}

function single({ row, column }: { readonly row: number; readonly column: number }): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}

function byColumn(a: Slot, b: Slot): number {
  return a.range.left - b.range.left;
}

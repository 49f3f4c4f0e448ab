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
  /** The last row in which a text begins. */
  readonly lastRow: number;
  /** Rows in which a filled slot begins, from the top: a merge may end a million rows below the last text. */
  readonly filledRows: readonly number[];
  /** Rows in which a filled slot ends, from the top. */
  readonly endingRows: readonly number[];
  /** The slot that covers a position. */
  readonly slotAt: (row: number, column: number) => Slot;
  /** Slots that hold text and begin in this row, left to right. */
  readonly filledSlots: (row: number) => readonly Slot[];
  /** Filled slots of a merge that ends in this row, or begins in it: what a person reads as standing in the row. */
  readonly slotsEndingIn: (row: number) => readonly Slot[];
}

/** Indexes a sheet. Rows and columns count from 1; cells whose text is only white space count as empty. */
export function sheetGrid(sheet: SheetSnapshot): SheetGrid {
  const filled = new Map<number, Map<number, Slot>>();
  const merges = mergeIndex(sheet);
  const ending = new Map<number, Slot[]>();
  for (const cell of sheet.cells) {
    if (!/[^\s\u00a0]/u.test(cell.text)) continue;
    const slot: Slot = { range: rangeOf(cell, merges), cell };
    rowOf(filled, cell.row, () => new Map<number, Slot>()).set(cell.column, slot);
    rowOf(ending, slot.range.bottom, (): Slot[] => []).push(slot);
  }
  const beginning = new Map([...filled].map(([row, slots]) => [row, [...slots.values()].sort(byColumn)]));
  for (const slots of ending.values()) slots.sort(byColumn);

  const filledRows = [...filled.keys()].sort((a, b) => a - b);
  return {
    name: sheet.name,
    lastRow: filledRows.at(-1) ?? 0,
    filledRows,
    endingRows: [...ending.keys()].sort((a, b) => a - b),
    slotAt(row, column) {
      const own = filled.get(row)?.get(column);
      if (own) return own;
      const covering = merges.get(row)?.filter((merge) => covers(merge, row, column)) ?? [];
      for (const { top, left } of covering) {
        const slot = filled.get(top)?.get(left);
        if (slot && covers(slot.range, row, column)) return slot;
      }
      return { range: covering[0] ?? single({ row, column }), cell: undefined };
    },
    filledSlots: (row) => beginning.get(row) ?? [],
    slotsEndingIn: (row) => ending.get(row) ?? [],
  };
}

/** Whether a range holds a position. */
export function covers(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** The merge that begins at a cell. A text inside another's merge stands for itself: broken files have them, and it must not vanish. */
function rangeOf({ row, column }: CellSnapshot, merges: ReadonlyMap<number, readonly CellRange[]>): CellRange {
  return merges.get(row)?.find(({ top, left }) => top === row && left === column) ?? single({ row, column });
}

/** The merges that cross each row. */
function mergeIndex({ merges, cells }: SheetSnapshot): Map<number, CellRange[]> {
  const index = new Map<number, CellRange[]>();
  // A merge may reach to row 1,048,576; nothing below the last cell is ever looked at.
  const end = cells.reduce((last, cell) => Math.max(last, cell.row), 0);
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, end); row++) {
      rowOf(index, row, (): CellRange[] => []).push(merge);
    }
  }
  return index;
}

function rowOf<T>(rows: Map<number, T>, row: number, make: () => T): T {
  let found = rows.get(row);
  if (found === undefined) rows.set(row, (found = make()));
  return found;
}

function single({ row, column }: { readonly row: number; readonly column: number }): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}

function byColumn(a: Slot, b: Slot): number {
  return a.range.left - b.range.left;
}

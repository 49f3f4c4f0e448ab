import type { SheetGrid, Slot } from "../workbook/sheet-grid.ts";
import type { CellSnapshot } from "../workbook/snapshot.ts";
import type { SourcedValue } from "./evaluation-document.ts";

/** A sheet being recognised: values are taken from it once, and what nobody takes stays visible. */
export interface SheetReader {
  readonly grid: SheetGrid;
  /** Reads a slot as a value and marks its text as taken. */
  readonly take: (slot: Slot) => SourcedValue;
  readonly isTaken: (slot: Slot) => boolean;
  /** A slot's text folded for comparing with headings; empty for a blank slot and for a text too long to be a heading. */
  readonly headingOf: (slot: Slot) => string;
}

/** The place where a table begins: other tables end above it, in the columns that it takes. */
export interface TableStart {
  /** The first and last row of its headings. */
  readonly row: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** No heading of a form is longer; folding every long cell would only cost time. */
export const HEADING_LENGTH = 60;

export function sheetReader(grid: SheetGrid, fold: (text: string) => string): SheetReader {
  const taken = new Set<CellSnapshot>();
  return {
    grid,
    take(slot) {
      if (slot.cell) taken.add(slot.cell);
      return sourcedValue(slot, grid.name);
    },
    isTaken: ({ cell }) => cell !== undefined && taken.has(cell),
    headingOf: ({ cell }) => (cell && cell.text.length <= HEADING_LENGTH ? fold(cell.text) : ""),
  };
}

/** A slot as a value; a blank slot gives a blank value at its top-left cell. */
export function sourcedValue(slot: Slot, sheet: string): SourcedValue {
  const cell = { sheet, row: slot.range.top, column: slot.range.left };
  if (!slot.cell) return { value: null, text: "", cell };
  const { value, text, date } = slot.cell;
  return { value, text, cell, ...(date === undefined ? {} : { date }) };
}

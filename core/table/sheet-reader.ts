import { foldText } from "../text/fold.ts";
import type { SheetGrid, Slot } from "../workbook/sheet-grid.ts";
import type { SourcedValue } from "./evaluation-document.ts";

/** A sheet being recognised: values are taken from it once, and what nobody takes stays visible. */
export interface SheetReader {
  readonly grid: SheetGrid;
  /** Reads a slot as a value and marks its text as taken. */
  take(slot: Slot): SourcedValue;
  isTaken(slot: Slot): boolean;
  /** A slot's text folded for comparing with headings; empty for a blank slot and for a text too long to be a heading. */
  headingOf(slot: Slot): string;
}

/** No heading of a form is longer; folding every long cell would only cost time. */
export const HEADING_LENGTH = 60;

export function sheetReader(grid: SheetGrid): SheetReader {
  const taken = new Set<string>();
  const folded = new Map<string, string>();
  const key = ({ range }: Slot) => `${range.top}:${range.left}`;
  return {
    grid,
    take(slot) {
      taken.add(key(slot));
      return sourcedValue(slot, grid.name);
    },
    isTaken: (slot) => taken.has(key(slot)),
    headingOf({ cell }) {
      if (!cell || cell.text.length > HEADING_LENGTH) return "";
      let text = folded.get(cell.text);
      if (text === undefined) folded.set(cell.text, (text = foldText(cell.text)));
      return text;
    },
  };
}

/** A slot as a value; a blank slot gives a blank value at its top-left cell. */
export function sourcedValue(slot: Slot, sheet: string): SourcedValue {
  const cell = { sheet, row: slot.range.top, column: slot.range.left };
  if (!slot.cell) return { value: null, text: "", cell };
  const { value, text, date } = slot.cell;
  return { value, text, cell, ...(date === undefined ? {} : { date }) };
}

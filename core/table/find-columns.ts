import type { ColumnDefinition, ListLayout, YearlyPlanLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { foldText } from "../text/fold.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { SheetReader } from "./sheet-reader.ts";

/** A heading of the sheet that answers to a column of the form. */
export interface FoundColumn {
  readonly definition: ColumnDefinition;
  readonly slot: Slot;
  readonly under: Slot | undefined;
}

/** The place where a table's headings stand. */
export interface FoundHeadings {
  /** Top of the stacked headings, and the row of the lowest. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly FoundColumn[];
  /** The text above the first heading of a yearly plan: its number. */
  readonly corner: Slot | undefined;
  /** Headings in the same row, touching the table, that the form does not know. */
  readonly extras: readonly Slot[];
  readonly missing: readonly ColumnDefinition[];
}

/** Share of the required headings that must stand in one row for it to be the heading of a table. */
export const HEADING_SHARE = 0.6;

/** Looks for a layout's headings in every row of a sheet. A row may hold the headings of several tables side by side. */
export function findHeadings(reader: SheetReader, layout: ListLayout | YearlyPlanLayout): FoundHeadings[] {
  const { grid } = reader;
  const matchers = layout.columns.map((definition) => ({
    definition,
    matches: headingMatcher(definition.headings),
    under: definition.under === undefined ? undefined : foldText(definition.under),
  }));
  const found: FoundHeadings[] = [];
  for (let row = 1; row <= grid.lastRow; row++) {
    // A heading merged over two rows reads as standing in the lower one, beside the headings below 年度別の取組計画.
    const slots = grid.slotsEndingIn(row).filter(({ range }) => range.bottom - range.top < 4);
    if (slots.length < 2) continue;
    for (const run of splitRuns(slots, matchers, reader)) {
      const headings = completeHeadings(row, run, slots, reader, layout);
      if (headings) found.push(headings);
    }
  }
  return found;
}

interface ColumnMatcher {
  readonly definition: ColumnDefinition;
  readonly matches: (folded: string) => boolean;
  readonly under: string | undefined;
}

/** Matches headings left to right; one that comes a second time begins a table to the right of the first. */
function splitRuns(slots: readonly Slot[], matchers: readonly ColumnMatcher[], reader: SheetReader): FoundColumn[][] {
  const runs: FoundColumn[][] = [];
  let run: FoundColumn[] = [];
  for (const slot of slots) {
    const above = slot.range.top > 1 ? reader.grid.slotAt(slot.range.top - 1, slot.range.left) : undefined;
    const heading = reader.headingOf(slot);
    if (!heading) continue;
    const found = matchers.find(
      ({ matches, under }) =>
        matches(heading) && (under === undefined || (above !== undefined && reader.headingOf(above) === under)),
    );
    if (!found) continue;
    const { definition } = found;
    if (!definition.yearly && run.some((column) => column.definition === definition)) {
      runs.push(run);
      run = [];
    }
    run.push({ definition, slot, under: definition.under === undefined ? undefined : above });
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function completeHeadings(
  row: number,
  columns: readonly FoundColumn[],
  slots: readonly Slot[],
  reader: SheetReader,
  layout: ListLayout | YearlyPlanLayout,
): FoundHeadings | undefined {
  const required = layout.columns.filter(({ optional }) => !optional);
  const missing = required.filter((definition) => !columns.some((column) => column.definition === definition));
  if (columns.length < 2 || (required.length - missing.length) / required.length < HEADING_SHARE) return undefined;
  const tops = columns.map(({ slot, under }) => (under ?? slot).range.top);
  const corner = layout.type === "yearly-plan" ? findCorner(row, columns, reader) : undefined;
  const top = Math.min(...tops, corner?.range.top ?? row);
  return { top, bottom: row, columns, corner, extras: touchingSlots(columns, slots), missing };
}

/** The leftmost text in the row above the headings, unless it is the common heading of the years. */
function findCorner(row: number, columns: readonly FoundColumn[], { grid }: SheetReader): Slot | undefined {
  const first = Math.min(...columns.map(({ slot }) => slot.range.left));
  const [leftmost] = grid.filledSlots(row - 1);
  if (!leftmost || leftmost.range.left > first + 1) return undefined;
  return columns.some(({ under }) => under?.range.left === leftmost.range.left) ? undefined : leftmost;
}

/** Unknown headings between the known ones, and those that touch the table on either side without a gap. */
function touchingSlots(columns: readonly FoundColumn[], slots: readonly Slot[]): Slot[] {
  const known = new Set(columns.map(({ slot }) => slot));
  let left = Math.min(...columns.map(({ slot }) => slot.range.left));
  let right = Math.max(...columns.map(({ slot }) => slot.range.right));
  const unknown = slots.filter((slot) => !known.has(slot));
  const extras = unknown.filter(({ range }) => range.left > left && range.right < right);
  for (const slot of unknown) {
    if (slot.range.left !== right + 1) continue;
    extras.push(slot);
    right = slot.range.right;
  }
  for (const slot of unknown.toReversed()) {
    if (slot.range.right !== left - 1) continue;
    extras.unshift(slot);
    left = slot.range.left;
  }
  return extras;
}

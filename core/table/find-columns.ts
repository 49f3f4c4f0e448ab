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
  /** Columns between which no other table of the row stands. */
  readonly territory: { readonly left: number; readonly right: number };
}

/** Share of the required headings that must stand in one row for it to be the heading of a table. */
export const HEADING_SHARE = 0.6;

/** No heading is merged over more rows; a taller merge is a text beside a table. */
const HEADING_HEIGHT = 4;

type HeadedLayout = ListLayout | YearlyPlanLayout;

interface ColumnMatcher {
  readonly definition: ColumnDefinition;
  readonly matches: (folded: string) => boolean;
  readonly under: string | undefined;
}

/** Looks for a layout's headings in every row of a sheet. A row may hold the headings of several tables side by side. */
export function findHeadings(reader: SheetReader, layout: HeadedLayout): FoundHeadings[] {
  const { grid } = reader;
  const candidates = columnFinder(layout);
  return grid.endingRows.flatMap((row) => {
    // A heading merged over two rows reads as standing in the lower one, beside the headings below 年度別の取組計画.
    const matched = matchHeadings(grid.slotsEndingIn(row), candidates, reader);
    if (matched.length < 2) return [];
    const slots = grid.slotsEndingIn(row).filter(isFlat);
    const tables = joinRuns(splitRuns(matched), layout);
    return tables.map((columns, i) => {
      const territory = {
        left: i === 0 ? 1 : span(tables[i - 1]!).right + 1,
        right: i === tables.length - 1 ? Infinity : span(tables[i + 1]!).left - 1,
      };
      return completeHeadings(row, columns, slots, territory, reader, layout);
    });
  });
}

function isFlat({ range }: Slot): boolean {
  return range.bottom - range.top < HEADING_HEIGHT;
}

/** The columns whose heading a folded text may be, in the order of the form. */
function columnFinder({ columns }: HeadedLayout): (folded: string) => readonly ColumnMatcher[] {
  const matchers = columns.map((definition) => ({
    definition,
    matches: headingMatcher(definition.headings),
    under: definition.under === undefined ? undefined : foldText(definition.under),
  }));
  // Nearly every text of a large table is no heading.
  const isHeading = headingMatcher(columns.flatMap(({ headings }) => headings));
  return (folded) => (isHeading(folded) ? matchers.filter(({ matches }) => matches(folded)) : []);
}

function matchHeadings(
  slots: readonly Slot[],
  candidates: (folded: string) => readonly ColumnMatcher[],
  { grid, headingOf }: SheetReader,
): FoundColumn[] {
  const columns: FoundColumn[] = [];
  for (const slot of slots) {
    const heading = headingOf(slot);
    const fitting = heading === "" ? [] : candidates(heading);
    if (fitting.length === 0 || !isFlat(slot)) continue;
    const above = slot.range.top > 1 ? grid.slotAt(slot.range.top - 1, slot.range.left) : undefined;
    const stacked = above ? headingOf(above) : "";
    const found = fitting.find(({ under }) => under === undefined || under === stacked);
    if (!found) continue;
    columns.push({ definition: found.definition, slot, under: found.under === undefined ? undefined : above });
  }
  return columns;
}

/** Headings left to right; one that comes a second time may begin a table to the right of the first. */
function splitRuns(columns: readonly FoundColumn[]): FoundColumn[][] {
  const runs: FoundColumn[][] = [];
  for (const column of columns) {
    const run = runs.at(-1);
    if (!run || withoutRepeated([column], run).length === 0) runs.push([column]);
    else run.push(column);
  }
  return runs;
}

/** A run that is no table by itself belongs to the one before it: last year's 評価 beside this year's is no table. */
function joinRuns(runs: readonly FoundColumn[][], layout: HeadedLayout): FoundColumn[][] {
  const tables: FoundColumn[][] = [];
  let pending: FoundColumn[] = [];
  for (const run of runs) {
    const before = tables.at(-1);
    // A table beside another of the same layout begins with the same heading.
    if (isTable(run, layout) && (!before || before[0]?.definition === run[0]?.definition)) {
      tables.push([...withoutRepeated(pending, run), ...run]);
      pending = [];
    } else if (before) before.push(...withoutRepeated(run, before));
    else pending.push(...withoutRepeated(run, pending));
  }
  if (tables.length === 0 && isTable(pending, layout)) return [pending];
  return tables;
}

/** The columns of a run that a table lacks; the others stay headings that the form does not know. */
function withoutRepeated(run: readonly FoundColumn[], table: readonly FoundColumn[]): FoundColumn[] {
  const has = (definition: ColumnDefinition) => table.some((column) => column.definition === definition);
  return run.filter(({ definition }) => definition.yearly === true || !has(definition));
}

function isTable(columns: readonly FoundColumn[], layout: HeadedLayout): boolean {
  const required = layout.columns.filter(({ optional }) => !optional).length;
  const present = required - missingColumns(columns, layout).length;
  return columns.length >= 2 && present >= required * HEADING_SHARE;
}

function missingColumns(columns: readonly FoundColumn[], layout: HeadedLayout): ColumnDefinition[] {
  return layout.columns.filter(
    (definition) => !definition.optional && !columns.some((column) => column.definition === definition),
  );
}

function completeHeadings(
  row: number,
  columns: readonly FoundColumn[],
  slots: readonly Slot[],
  territory: FoundHeadings["territory"],
  reader: SheetReader,
  layout: HeadedLayout,
): FoundHeadings {
  const tops = columns.map(({ slot, under }) => (under ?? slot).range.top);
  const corner = layout.type === "yearly-plan" ? findCorner(row, columns, layout, reader) : undefined;
  const top = Math.min(...tops, corner?.range.top ?? row);
  const extras = touchingSlots(columns, slots, territory);
  return { top, bottom: row, columns, corner, extras, missing: missingColumns(columns, layout), territory };
}

/** The leftmost text in the row above the headings and its columns without heading, unless it heads the years. */
function findCorner(
  row: number,
  columns: readonly FoundColumn[],
  { unheaded = [] }: YearlyPlanLayout,
  { grid }: SheetReader,
): Slot | undefined {
  const first = span(columns).left;
  // A heading merged over both rows begins in the upper one without being its corner.
  const leftmost = grid
    .filledSlots(row - 1)
    .find((slot) => slot.range.left >= first - unheaded.length && slot.range.bottom < row);
  if (!leftmost || leftmost.range.left > first + 1) return undefined;
  return columns.some(({ under }) => under === leftmost) ? undefined : leftmost;
}

/** Unknown headings between the known ones, and those that touch the table on either side without a gap. */
function touchingSlots(
  columns: readonly FoundColumn[],
  slots: readonly Slot[],
  territory: FoundHeadings["territory"],
): Slot[] {
  const known = new Set(columns.map(({ slot }) => slot));
  let { left, right } = span(columns);
  const unknown = slots.filter(
    (slot) => !known.has(slot) && slot.range.left >= territory.left && slot.range.right <= territory.right,
  );
  const extras = unknown.filter(({ range }) => range.left > left && range.right < right);
  for (const slot of unknown) {
    if (slot.range.left !== right + 1) continue;
    extras.push(slot);
    right = slot.range.right;
  }
  // What stands between two tables belongs to the left one, so that no heading is read twice.
  if (territory.left > 1) return extras;
  for (const slot of unknown.toReversed()) {
    if (slot.range.right !== left - 1) continue;
    extras.unshift(slot);
    left = slot.range.left;
  }
  return extras;
}

function span(columns: readonly FoundColumn[]): { left: number; right: number } {
  return {
    left: Math.min(...columns.map(({ slot }) => slot.range.left)),
    right: Math.max(...columns.map(({ slot }) => slot.range.right)),
  };
}

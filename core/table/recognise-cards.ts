import type { CardLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { foldText } from "../text/fold.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { EvaluationRecord, EvaluationTable, Period, SourcedValue } from "./evaluation-document.ts";
import type { RunningText } from "./running-text.ts";
import { sourcedValue, type SheetReader, type TableStart } from "./sheet-reader.ts";

interface Label {
  readonly item: CardLayout["items"][number];
  readonly matches: (folded: string) => boolean;
}

/** How many rows below its first label a block must show a second one. */
const BLOCK_REACH = 10;

/** A value and the column of the period that it stands under. */
type Placed = readonly [column: number, value: SourcedValue];

/** One block as it stands on the sheet; its periods are still its own. */
interface Block {
  readonly top: number;
  readonly values: Record<string, SourcedValue>;
  readonly series: Record<string, readonly Placed[]>;
  readonly labels: Record<string, SourcedValue>;
  periodLabel: SourcedValue | undefined;
  periods: readonly Placed[];
  bottom: number;
  left: number;
  right: number;
}

/**
 * Reads the blocks of label and value (個票) on a sheet; each block is one record. A heading between two blocks begins
 * a new table, so that it keeps its place.
 */
export function recogniseCards(
  reader: SheetReader,
  layout: CardLayout,
  text: RunningText,
  stops: readonly TableStart[],
): EvaluationTable[] {
  const labels = cardLabels(layout);
  const isPeriodLabel = headingMatcher([layout.periodLabel]);
  const tops = findBlocks(reader, labels);
  const ends = [...tops, ...stops.map(({ row }) => row)];
  const runs: Block[][] = [];
  for (const top of tops) {
    const before = runs.at(-1)?.at(-1);
    const next = ends.reduce((end, row) => (row > top ? Math.min(end, row) : end), reader.grid.lastRow + 1);
    // A block whose period row is missing has its values where the block above has them.
    const block = readBlock({ reader, labels, isPeriodLabel }, top, next - 1, before?.periods ?? []);
    if (before && !isParted(reader, text, before.bottom + 1, top - 1)) runs.at(-1)!.push(block);
    else runs.push([block]);
  }
  return runs.map((blocks) => cardTable(reader, layout, blocks));
}

/** The labels of a card layout, compiled. */
export function cardLabels(layout: CardLayout): Label[] {
  return layout.items.map((item) => ({ item, matches: headingMatcher(item.labels) }));
}

/** Rows where the first label stands with another label of the form near below or beside it. */
export function findBlocks({ grid, headingOf }: SheetReader, labels: readonly Label[]): number[] {
  const [first, ...others] = labels;
  const holds = (row: number, wanted: readonly Label[]) =>
    grid.filledSlots(row).some((slot) => wanted.some(({ matches }) => matches(headingOf(slot))));
  if (!first) return [];
  return grid.filledRows.filter((row) => {
    if (!holds(row, [first])) return false;
    for (let below = row; below <= row + BLOCK_REACH; below++) if (holds(below, others)) return true;
    return false;
  });
}

function isParted({ grid, isTaken }: SheetReader, text: RunningText, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) {
    const open = grid.filledSlots(row).filter((slot) => !isTaken(slot));
    if (open.some((slot) => text.isHeadingOrNote(slot) && !text.isPageFurniture(slot))) return true;
  }
  return false;
}

interface BlockReader {
  readonly reader: SheetReader;
  readonly labels: readonly Label[];
  readonly isPeriodLabel: (folded: string) => boolean;
}

function readBlock(sheet: BlockReader, top: number, bottom: number, periodsAbove: readonly Placed[]): Block {
  const block: Block = {
    top,
    values: {},
    series: {},
    labels: {},
    periodLabel: undefined,
    periods: [],
    bottom: top,
    left: Infinity,
    right: 0,
  };
  for (let row = top; row <= bottom; row++) readBlockRow(sheet, block, row, periodsAbove);
  // Only values show that the periods of the block above hold here too.
  if (!block.periodLabel && Object.keys(block.series).length > 0) block.periods = periodsAbove;
  return block;
}

function readBlockRow(sheet: BlockReader, block: Block, row: number, periodsAbove: readonly Placed[]): void {
  const { reader, labels, isPeriodLabel } = sheet;
  const slots = reader.grid.filledSlots(row).filter((slot) => !reader.isTaken(slot));
  let column = 0;
  for (const slot of slots) {
    if (slot.range.left < column) continue;
    const heading = reader.headingOf(slot);
    const right = slots.filter(({ range }) => range.left > slot.range.right);
    // Values that were read under the periods of the block above cannot move under others, or they would be lost.
    const mayHead = !block.periodLabel && right.length > 0 && Object.keys(block.series).length === 0;
    if (isPeriodLabel(heading) && mayHead) {
      block.periodLabel = reader.take(slot);
      block.periods = right.map((period) => [period.range.left, reader.take(period)]);
      widen(block, slot, ...right);
      return;
    }
    const item = labels.find(({ item: { field }, matches }) => matches(heading) && !(field in block.labels))?.item;
    if (!item) continue;
    block.labels[item.field] = reader.take(slot);
    if (item.values === "by-period") {
      const periods = block.periodLabel ? block.periods : periodsAbove;
      block.series[item.field] = valuesUnder(reader, slot, periods);
      widen(block, slot);
      return;
    }
    const value = valueBeside(sheet, slot);
    block.values[item.field] = value.cell ? reader.take(value) : sourcedValue(value, reader.grid.name);
    widen(block, slot, value);
    column = value.range.right + 1;
  }
}

function widen(block: Block, label: Slot, ...others: readonly Slot[]): void {
  block.bottom = Math.max(block.bottom, label.range.bottom);
  block.left = Math.min(block.left, label.range.left);
  block.right = Math.max(block.right, label.range.right, ...others.map(({ range }) => range.right));
}

/** The slot to the right of a label. One that holds another label means that the value was left out altogether. */
function valueBeside({ reader, labels, isPeriodLabel }: BlockReader, label: Slot): Slot {
  const slot = firstFilled(reader, label, label.range.right + 1);
  const heading = reader.headingOf(slot);
  if (heading === reader.headingOf(label)) return slot;
  const isLabel = isPeriodLabel(heading) || labels.some(({ matches }) => matches(heading));
  const { top, right } = label.range;
  return isLabel || reader.isTaken(slot) ? { range: { top, left: right, bottom: top, right }, cell: undefined } : slot;
}

/** The slot of a column beside a label: of the rows over which the label is merged the first that holds something. */
function firstFilled({ grid, isTaken }: SheetReader, { range: { top, bottom } }: Slot, column: number): Slot {
  const beside = grid.slotAt(top, column);
  if (beside.cell) return beside;
  for (let row = top + 1; row <= bottom; row++) {
    const slot = grid.filledSlots(row).find(({ range }) => range.left === column);
    if (slot && !isTaken(slot)) return slot;
  }
  return beside;
}

/** One value under each period; none where the label itself reaches over the period's column. */
function valuesUnder(reader: SheetReader, label: Slot, periods: readonly Placed[]): Placed[] {
  const seen = new Set<unknown>();
  return periods.flatMap(([column]): Placed[] => {
    if (column <= label.range.right) return [];
    const slot = firstFilled(reader, label, column);
    // A value merged over several periods stands under the first.
    if (slot.cell && !seen.has(slot.cell) && !reader.isTaken(slot)) {
      seen.add(slot.cell);
      return [[column, reader.take(slot)]];
    }
    const range = { top: label.range.top, left: column, bottom: label.range.top, right: column };
    return [[column, sourcedValue({ range, cell: undefined }, reader.grid.name)]];
  });
}

function cardTable(reader: SheetReader, layout: CardLayout, blocks: readonly Block[]): EvaluationTable {
  const periods = new Map<string, Period>();
  const labels: Record<string, SourcedValue> = {};
  for (const block of blocks) {
    for (const { key, label } of keyedPeriods(block)) {
      if (!periods.has(key)) periods.set(key, { label, fiscalYear: findFiscalYears(label.text)[0] });
    }
    for (const [field, label] of Object.entries(block.labels)) labels[field] ??= label;
  }
  const keys = [...periods.keys()];
  return {
    layout: "card",
    resource: layout.resource,
    sheet: reader.grid.name,
    range: {
      top: Math.min(...blocks.map(({ top }) => top)),
      left: Math.min(...blocks.map(({ left }) => left)),
      bottom: Math.max(...blocks.map(({ bottom }) => bottom)),
      right: Math.max(...blocks.map(({ right }) => right)),
    },
    columns: [],
    periods: [...periods.values()],
    corner: blocks.find(({ periodLabel }) => periodLabel)?.periodLabel,
    labels,
    records: blocks.map((block) => cardRecord(reader, layout, block, keys)),
    missingHeadings: layout.items.flatMap(({ field, labels: [label = ""] }) => (labels[field] ? [] : [label])),
  };
}

/** A block as a record: every item is present, and its values stand under the periods of the whole table. */
function cardRecord(
  { grid }: SheetReader,
  layout: CardLayout,
  block: Block,
  periods: readonly string[],
): EvaluationRecord {
  const { top, left, bottom, right } = block;
  const values: Record<string, SourcedValue> = {};
  const series: Record<string, (SourcedValue | null)[]> = {};
  const blank = sourcedValue({ range: { top, left, bottom: top, right: left }, cell: undefined }, grid.name);
  for (const { field, values: shape } of layout.items) {
    if (shape === "one") values[field] = block.values[field] ?? blank;
    else {
      const placed = new Map(block.series[field]);
      const own = new Map(keyedPeriods(block).map(({ key, column }) => [key, placed.get(column)]));
      series[field] = periods.map((key) => own.get(key) ?? null);
    }
  }
  return { kind: "record", range: { top, left, bottom, right }, values, series, extras: {} };
}

/** A block's periods under names that other blocks share; a label that comes twice (計画・実績) counts up. */
function keyedPeriods({ periods }: Block): { key: string; column: number; label: SourcedValue }[] {
  const counts = new Map<string, number>();
  return periods.map(([column, label]) => {
    const folded = foldText(label.text);
    const count = (counts.get(folded) ?? 0) + 1;
    counts.set(folded, count);
    return { key: `${folded}#${count}`, column, label };
  });
}

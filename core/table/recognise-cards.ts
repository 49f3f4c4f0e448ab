import type { CardLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { EvaluationRecord, EvaluationTable, Period, SourcedValue } from "./evaluation-document.ts";
import { sourcedValue, type SheetReader } from "./sheet-reader.ts";

interface Label {
  readonly item: CardLayout["items"][number];
  readonly matches: (folded: string) => boolean;
}

/** How many rows below its first label a block must show a second one. */
const BLOCK_REACH = 10;

/** Reads the blocks of label and value (個票) on a sheet; each block is one record, all of them one table. */
export function recogniseCards(
  reader: SheetReader,
  layout: CardLayout,
  stops: readonly number[],
): EvaluationTable | undefined {
  const labels = layout.items.map((item) => ({ item, matches: headingMatcher(item.labels) }));
  const tops = findBlocks(reader, labels);
  if (tops.length === 0) return undefined;
  const isPeriodLabel = headingMatcher([layout.periodLabel]);
  const periods: Period[] = [];
  const spellings: Record<string, SourcedValue> = {};
  const records = tops.map((top, index) => {
    const next = Math.min(...[...tops.slice(index + 1), ...stops].filter((row) => row > top), reader.grid.lastRow + 1);
    return readBlock({ reader, labels, isPeriodLabel, periods, spellings, top, bottom: next - 1 });
  });
  const left = Math.min(...records.map(({ range }) => range.left));
  const right = Math.max(...records.map(({ range }) => range.right));
  const found = new Set(Object.keys(spellings));
  return {
    layout: "card",
    resource: layout.resource,
    sheet: reader.grid.name,
    range: { top: tops[0]!, left, bottom: records.at(-1)!.range.bottom, right },
    columns: [],
    periods,
    corner: undefined,
    labels: spellings,
    records,
    missingHeadings: layout.items.flatMap(({ field, labels: [label = ""] }) => (found.has(field) ? [] : [label])),
  };
}

/** Rows where the first label stands with another label of the form near below or beside it. */
export function findBlocks(reader: SheetReader, labels: readonly Label[]): number[] {
  const { grid, headingOf } = reader;
  const [first, ...others] = labels;
  const tops: number[] = [];
  for (let row = 1; row <= grid.lastRow; row++) {
    if (!first || !grid.filledSlots(row).some((slot) => first.matches(headingOf(slot)))) continue;
    for (let below = row; below <= row + BLOCK_REACH; below++) {
      if (!grid.filledSlots(below).some((slot) => others.some(({ matches }) => matches(headingOf(slot))))) continue;
      tops.push(row);
      break;
    }
  }
  return tops;
}

interface Block {
  readonly reader: SheetReader;
  readonly labels: readonly Label[];
  readonly isPeriodLabel: (folded: string) => boolean;
  /** Filled by the first block that has a row of periods. */
  readonly periods: Period[];
  readonly spellings: Record<string, SourcedValue>;
  readonly top: number;
  readonly bottom: number;
}

function readBlock(block: Block): EvaluationRecord {
  const { reader, labels, top } = block;
  const values: Record<string, SourcedValue> = {};
  const series: Record<string, (SourcedValue | null)[]> = {};
  let starts: readonly Slot[] = [];
  let last = top;
  let left = Infinity;
  let right = 0;
  for (let row = top; row <= block.bottom; row++) {
    const slots = reader.grid.filledSlots(row).filter((slot) => !reader.isTaken(slot));
    let column = 0;
    for (const slot of slots) {
      if (slot.range.left < column) continue;
      const heading = reader.headingOf(slot);
      const label = labels.find(
        ({ item, matches }) => matches(heading) && !(item.field in values) && !(item.field in series),
      );
      if (label) {
        block.spellings[label.item.field] ??= sourcedValue(slot, reader.grid.name);
        reader.take(slot);
        if (label.item.values === "one") {
          const value = valueBeside(block, slot);
          values[label.item.field] = value.cell ? reader.take(value) : sourcedValue(value, reader.grid.name);
          column = value.range.right + 1;
        } else {
          series[label.item.field] = valuesUnder(block, slot, starts);
          column = Infinity;
        }
      } else if (block.isPeriodLabel(heading)) {
        reader.take(slot);
        starts = takePeriods(
          block,
          slots.filter(({ range }) => range.left > slot.range.right),
        );
        column = Infinity;
      } else continue;
      last = Math.max(last, slot.range.bottom);
      left = Math.min(left, slot.range.left);
      right = Math.max(
        right,
        column === Infinity ? slot.range.right : column - 1,
        ...starts.map(({ range }) => range.right),
      );
    }
  }
  for (const { item } of labels) {
    const blank = () =>
      sourcedValue({ range: { top, left, bottom: top, right: left }, cell: undefined }, reader.grid.name);
    if (item.values === "one") values[item.field] ??= blank();
    else series[item.field] ??= block.periods.map(() => null);
  }
  return { kind: "record", range: { top, left, bottom: last, right }, values, series, extras: {} };
}

/** The slot to the right of a label. One that holds another label means that the value was left out altogether. */
function valueBeside({ reader, labels, isPeriodLabel }: Block, label: Slot): Slot {
  const slot = reader.grid.slotAt(label.range.top, label.range.right + 1);
  const heading = reader.headingOf(slot);
  if (heading === reader.headingOf(label)) return slot;
  const isLabel = isPeriodLabel(heading) || labels.some(({ matches }) => matches(heading));
  const { top, right } = label.range;
  return isLabel ? { range: { top, left: right, bottom: top, right }, cell: undefined } : slot;
}

function takePeriods({ reader, periods }: Block, slots: readonly Slot[]): readonly Slot[] {
  const isFirst = periods.length === 0;
  for (const slot of slots) {
    const label = reader.take(slot);
    if (isFirst) periods.push({ label, fiscalYear: findFiscalYears(label.text)[0] });
  }
  return slots;
}

/** One value under each period; `null` where the label itself reaches over the period's column. */
function valuesUnder({ reader }: Block, label: Slot, starts: readonly Slot[]): (SourcedValue | null)[] {
  return starts.map(({ range }) => {
    if (range.left <= label.range.right) return null;
    const slot = reader.grid.slotAt(label.range.top, range.left);
    return slot.cell ? reader.take(slot) : sourcedValue(slot, reader.grid.name);
  });
}

/** The labels of a card layout, compiled. */
export function cardLabels(layout: CardLayout): Label[] {
  return layout.items.map((item) => ({ item, matches: headingMatcher(item.labels) }));
}

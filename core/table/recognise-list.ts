import type {
  FieldDefinition,
  FormDefinition,
  ListLayout,
  RowKindDefinition,
  YearlyPlanLayout,
} from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { foldText } from "../text/fold.ts";
import type { CellRange } from "../workbook/snapshot.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { EvaluationRecord, EvaluationTable, Period, SourcedValue, TableColumn } from "./evaluation-document.ts";
import { findHeadings, type FoundHeadings } from "./find-columns.ts";
import type { RunningText } from "./running-text.ts";
import { sourcedValue, type SheetReader } from "./sheet-reader.ts";

type RowLayout = ListLayout | YearlyPlanLayout;

/** A table while its rows are read. */
interface TableFrame {
  readonly reader: SheetReader;
  readonly layout: RowLayout;
  readonly headings: FoundHeadings;
  readonly columns: readonly TableColumn[];
  readonly periods: readonly Period[];
  readonly corner: SourcedValue | undefined;
  readonly left: number;
  readonly right: number;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
}

/**
 * Reads every list (or yearly plan) of one layout on a sheet. Rows run from a heading to the next heading of any table;
 * blank rows are passed over, a heading repeated after a page break continues its table, and a row of running text ends
 * the table, but rows that follow it under no new heading are read with the same columns.
 * @param stops rows where some other table begins.
 */
export function recogniseLists(
  reader: SheetReader,
  layout: RowLayout,
  form: FormDefinition,
  text: RunningText,
  stops: readonly number[],
): EvaluationTable[] {
  const places = findHeadings(reader, layout);
  const fields = new Map(
    form.resources.find(({ name }) => name === layout.resource)?.schema.fields.map((field) => [field.name, field]),
  );
  const tables: EvaluationTable[] = [];
  places.forEach((headings, index) => {
    const end = endRow(headings, [...places.slice(index + 1).map(({ top }) => top), ...stops], reader.grid.lastRow);
    const frame = openFrame(reader, layout, headings, fields);
    const before = tables.at(-1);
    const continued = before && isRepeatedHeading(before, frame, text) ? before : undefined;
    const read = readSegments(frame, end, text, continued?.records.at(-1));
    if (continued && read[0]) {
      const [first, ...rest] = read;
      tables[tables.length - 1] = {
        ...continued,
        range: union(continued.range, first.range),
        records: [...continued.records, ...first.records],
      };
      tables.push(...rest);
    } else tables.push(...read);
  });
  return tables;
}

function endRow(headings: FoundHeadings, tops: readonly number[], lastRow: number): number {
  return Math.min(lastRow, ...tops.filter((top) => top > headings.bottom).map((top) => top - 1));
}

/** The same columns again, with nothing but blank rows since the last record: a page break of the original. */
function isRepeatedHeading(
  before: EvaluationTable,
  { reader, headings, columns }: TableFrame,
  text: RunningText,
): boolean {
  if (before.columns.length !== columns.length) return false;
  if (columns.some(({ left, field }, i) => before.columns[i]?.left !== left || before.columns[i]?.field !== field))
    return false;
  for (let row = before.range.bottom + 1; row < headings.top; row++) {
    if (reader.grid.filledSlots(row).some((slot) => !reader.isTaken(slot) && !text.isPageFurniture(slot))) return false;
  }
  return true;
}

function openFrame(
  reader: SheetReader,
  layout: RowLayout,
  headings: FoundHeadings,
  fields: ReadonlyMap<string, FieldDefinition>,
): TableFrame {
  const periods: Period[] = [];
  const columns: TableColumn[] = [];
  for (const { definition, slot, under } of headings.columns) {
    const heading = reader.take(slot);
    const above = under && reader.take(under);
    const place = { heading, under: above, grouped: definition.grouped === true };
    let period: number | undefined;
    if (definition.yearly) {
      period = periods.length;
      periods.push({ label: heading, fiscalYear: findFiscalYears(heading.text)[0] });
    }
    const starts = definition.fields.length > 1 ? subColumns(reader, slot, headings.bottom) : [slot.range.left];
    definition.fields.forEach((field, i) => {
      const left = starts[i] ?? slot.range.right;
      const right = (starts[i + 1] ?? slot.range.right + 1) - 1;
      columns.push({
        ...place,
        field,
        period,
        left,
        right: i === definition.fields.length - 1 ? slot.range.right : right,
      });
    });
  }
  for (const slot of headings.extras) {
    const { left, right } = slot.range;
    columns.push({
      field: undefined,
      period: undefined,
      heading: reader.take(slot),
      under: undefined,
      grouped: false,
      left,
      right,
    });
  }
  columns.sort((a, b) => a.left - b.left);
  const left = columns[0]?.left ?? 1;
  const right = Math.max(...columns.map((column) => column.right));
  const corner = headings.corner && reader.take(headings.corner);
  return { reader, layout, headings, columns, periods, corner, left, right, fields };
}

/** The columns in which the cells below one spanning heading begin. */
function subColumns({ grid }: SheetReader, heading: Slot, bottom: number): number[] {
  const { left, right } = heading.range;
  const starts = grid.filledSlots(bottom + 1).map(({ range }) => range.left);
  const inside = starts.filter((start) => start > left && start <= right);
  return [left, ...inside];
}

/** Reads the rows below a heading; running text between them cuts the table in segments that share its columns. */
function readSegments(
  frame: TableFrame,
  end: number,
  text: RunningText,
  continued: EvaluationRecord | undefined,
): EvaluationTable[] {
  const { grid } = frame.reader;
  const tables: EvaluationTable[] = [];
  let records: EvaluationRecord[] = [];
  let previous = continued;
  let afterBlank = false;
  const close = () => {
    if (records.length > 0 || tables.length === 0) tables.push(closeTable(frame, records, tables.length === 0));
    records = [];
    previous = undefined;
  };
  for (let row = frame.headings.bottom + 1; row <= end; row++) {
    const slots = grid.filledSlots(row).filter((slot) => !frame.reader.isTaken(slot));
    if (slots.length === 0) {
      if (!isCoveredRow(frame, row)) afterBlank = true;
      continue;
    }
    if (isTextRow(frame, slots, text) || (afterBlank && !isPlausibleRow(frame, row))) {
      if (records.length > 0) close();
      continue;
    }
    const record = readRow(frame, row, slots, previous);
    records.push(record);
    if (record.kind === "record") previous = record;
    afterBlank = false;
  }
  close();
  return tables;
}

function closeTable(frame: TableFrame, records: readonly EvaluationRecord[], withHeadings: boolean): EvaluationTable {
  const { headings } = frame;
  const top = withHeadings ? headings.top : (records[0]?.range.top ?? headings.top);
  return {
    layout: frame.layout.type,
    resource: frame.layout.resource,
    sheet: frame.reader.grid.name,
    range: { top, left: frame.left, bottom: records.at(-1)?.range.bottom ?? headings.bottom, right: frame.right },
    columns: frame.columns,
    periods: frame.periods,
    corner: frame.corner,
    labels: {},
    records,
    missingHeadings: headings.missing.map(({ headings: spellings }) => spellings[0] ?? ""),
  };
}

/** A row without text of its own that merges from above run through: no blank line. */
function isCoveredRow({ reader, columns }: TableFrame, row: number): boolean {
  return columns.some(({ left }) => {
    const slot = reader.grid.slotAt(row, left);
    return slot.cell !== undefined && slot.range.top < row;
  });
}

/** After a blank line a row belongs to the table only if it fills at least half of the required columns. */
function isPlausibleRow({ reader, columns, layout }: TableFrame, row: number): boolean {
  const optional = new Set(layout.columns.filter((column) => column.optional).flatMap(({ fields }) => fields));
  const required = columns.filter(({ field }) => field !== undefined && !optional.has(field));
  const filled = required.filter(({ left }) => reader.grid.slotAt(row, left).cell !== undefined);
  return filled.length * 2 >= required.length;
}

/** One text alone in its row that is no value of a record: a heading, a note, a paragraph over the table's width. */
function isTextRow(frame: TableFrame, slots: readonly Slot[], text: RunningText): boolean {
  const [slot, ...others] = slots;
  if (!slot || others.length > 0) return false;
  if (rowKindOf(frame, slots)) return false;
  if (text.isHeadingOrNote(slot)) return true;
  const { left, right } = slot.range;
  if (left < frame.left) return unheadedField(frame, slot) === undefined;
  const crossed = frame.columns.filter((column) => column.left >= left && column.left <= right).length;
  if (crossed * 2 > frame.columns.length) return true;
  const first = frame.columns[0];
  const type = first?.field === undefined ? undefined : frame.fields.get(first.field)?.type;
  return (
    left === frame.left &&
    (type === "integer" || type === "number") &&
    !/^[-0-9.,]+$/u.test(foldText(slot.cell?.text ?? ""))
  );
}

function readRow(
  frame: TableFrame,
  row: number,
  slots: readonly Slot[],
  previous: EvaluationRecord | undefined,
): EvaluationRecord {
  const { reader, columns } = frame;
  const kind = rowKindOf(frame, slots);
  const values: Record<string, SourcedValue> = {};
  const series: Record<string, (SourcedValue | null)[]> = {};
  const extras: Record<number, SourcedValue> = {};

  for (const slot of slots) {
    const field = slot.range.left < frame.left ? unheadedField(frame, slot) : undefined;
    if (field !== undefined) values[field] = reader.take(slot);
  }
  const range = { top: row, left: frame.left, bottom: row, right: frame.right };
  if (kind) {
    const label = slots.find((slot) => slot.range.left >= frame.left)!;
    values[kind.label] = reader.take(label);
    if (kind.spanning) return { kind: kind.name, range, values, series, extras };
  }
  const continues = !kind && previous !== undefined && groupIsBlank(frame, row);
  columns.forEach((column, index) => {
    const slot = valueSlot(frame, column, row);
    let value = slot.cell ? reader.take(slot) : sourcedValue(slot, reader.grid.name);
    const { field } = column;
    if (slot.cell && slot.range.top < row) value = { ...value, inherited: true };
    else if (!slot.cell && continues && column.grouped && field !== undefined) {
      const above = previous.values[field];
      if (above) value = { ...above, inherited: true };
    }
    if (field === undefined) {
      if (slot.cell) extras[index] = value;
    } else if (column.period === undefined) values[field] ??= value;
    else (series[field] ??= [])[column.period] = value;
  });
  return { kind: kind?.name ?? "record", range, values, series, extras };
}

/** The slot in which a column's value stands in a row: the first that begins inside the column, else the one that covers it. */
function valueSlot({ reader }: TableFrame, { left, right }: TableColumn, row: number): Slot {
  const covering = reader.grid.slotAt(row, left);
  if (covering.cell && covering.range.left === left) return covering;
  const inside = reader.grid.filledSlots(row).find(({ range }) => range.left >= left && range.left <= right);
  if (inside) return inside;
  // A merge that comes in from the column before belongs to that column.
  if (covering.range.left < left) return { range: { top: row, left, bottom: row, right: left }, cell: undefined };
  return covering;
}

/** No grouped column holds a text of its own in this row, and at least one other column does. */
function groupIsBlank({ reader, columns }: TableFrame, row: number): boolean {
  const grouped = columns.filter((column) => column.grouped);
  return grouped.length > 0 && grouped.every(({ left }) => reader.grid.slotAt(row, left).cell === undefined);
}

function rowKindOf(frame: TableFrame, slots: readonly Slot[]): RowKindDefinition | undefined {
  const inTable = slots.filter(({ range }) => range.left >= frame.left);
  const first = inTable[0];
  if (!first) return undefined;
  const folded = foldText(first.cell?.text ?? "");
  return frame.layout.rowKinds?.find(({ pattern, spanning }) => {
    if (pattern !== undefined && !textPattern(pattern).test(folded)) return false;
    if (!spanning) return pattern !== undefined;
    const crossed = frame.columns.filter(({ left }) => left >= first.range.left && left <= first.range.right).length;
    return inTable.length === 1 && crossed * 2 > frame.columns.length;
  });
}

function unheadedField({ layout }: TableFrame, slot: Slot): string | undefined {
  if (layout.type !== "yearly-plan") return undefined;
  const text = slot.cell?.text.trim() ?? "";
  return layout.unheaded?.find(({ pattern }) => textPattern(pattern).test(text))?.field;
}

function union(a: CellRange, b: CellRange): CellRange {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

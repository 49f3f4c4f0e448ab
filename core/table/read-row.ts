import type { RowKindDefinition } from "../form/form-definition.ts";
import { foldText } from "../text/fold.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { EvaluationRecord, SourcedValue, TableColumn } from "./evaluation-document.ts";
import type { RunningText } from "./running-text.ts";
import { sourcedValue } from "./sheet-reader.ts";
import type { TableFrame } from "./table-frame.ts";

/** What the texts of one row are to a table. */
export type Row =
  | { readonly is: "blank" }
  | { readonly is: "text" }
  | { readonly is: "record"; readonly slots: readonly Slot[]; readonly kind: RowKindDefinition | undefined };

/** Where a row stands to what is around it. */
export interface RowPlace {
  /** A blank line or a running text parts it from the table: then it must look like a record. */
  readonly detached: boolean;
  /** The next table begins right below: a text alone is that table's caption. */
  readonly captioning: boolean;
}

/**
 * Tells a row's texts apart: what stands in the table's columns, or left of them in a column without heading, makes a
 * record, unless it is a single running text.
 */
export function readRowAs(frame: TableFrame, row: number, text: RunningText, place: RowPlace): Row {
  const { detached, captioning } = place;
  const slots = openSlots(frame, row);
  const own = slots.filter((slot) => isInside(frame, slot) || unheadedField(frame, slot) !== undefined);
  if (own.length === 0) {
    // A text alone to the left is a heading or note; several are parts of another table.
    const before = slots.filter(({ range }) => range.left < frame.left);
    return { is: before.length === 1 ? "text" : "blank" };
  }
  const kind = rowKindOf(frame, own, text, detached);
  if (!kind && isRunningText(frame, own, text)) return { is: "text" };
  if (captioning && !kind && own.length === 1) return { is: "text" };
  if (detached && !kind && !isPlausible(frame, own, row)) return { is: "text" };
  return { is: "record", slots: own, kind };
}

/** The texts of a row in the table's territory that nothing has taken yet. */
export function openSlots({ reader, headings }: TableFrame, row: number): Slot[] {
  const { left, right } = headings.territory;
  const isOpen = (slot: Slot) => slot.range.left >= left && slot.range.left <= right && !reader.isTaken(slot);
  return reader.grid.filledSlots(row).filter(isOpen);
}

/** A row without text of its own that merges from above run through: no blank line. */
export function isCoveredRow({ reader, columns }: TableFrame, row: number): boolean {
  return columns.some(({ left }) => {
    const slot = reader.grid.slotAt(row, left);
    return slot.cell !== undefined && slot.range.top < row;
  });
}

/** Reads a row's values; what its group or a merge leaves blank is taken over from `previous`. */
export function readRow(
  frame: TableFrame,
  row: number,
  { slots, kind }: { readonly slots: readonly Slot[]; readonly kind: RowKindDefinition | undefined },
  previous: EvaluationRecord | undefined,
): EvaluationRecord {
  const { reader, columns } = frame;
  const values: Record<string, SourcedValue> = {};
  const series: Record<string, (SourcedValue | null)[]> = {};
  const extras: Record<number, SourcedValue> = {};
  const range = { top: row, left: frame.left, bottom: row, right: frame.right };

  for (const slot of slots) {
    const field = unheadedField(frame, slot);
    if (field !== undefined && !Object.hasOwn(values, field)) values[field] = reader.take(slot);
  }
  const label = kind && slots.find((slot) => isInside(frame, slot));
  if (kind && label) values[kind.label] = reader.take(label);
  if (kind?.spanning) return { kind: kind.name, range, values, series, extras };

  const group = kind ? undefined : continuedGroup(frame, row, previous);
  columns.forEach((column, index) => {
    const { field, period } = column;
    // The row's label already stands for its field, wherever in the row it was.
    if (field !== undefined && Object.hasOwn(values, field)) return;
    const value = readValue(frame, column, row, group);
    if (field === undefined) {
      if (value.text !== "") extras[index] = value;
    } else if (period === undefined) values[field] = value;
    else (series[field] ??= [])[period] = value;
  });
  return { kind: kind?.name ?? "record", range, values, series, extras };
}

function readValue(
  frame: TableFrame,
  column: TableColumn,
  row: number,
  group: EvaluationRecord | undefined,
): SourcedValue {
  const { reader } = frame;
  const slot = valueSlot(frame, column, row);
  if (slot.cell) {
    const isFromAbove = slot.range.top < row;
    // A running text merged over several rows is nobody's value, and a text of this row is the value of one column only.
    if (isFromAbove !== reader.isTaken(slot)) return blankAt(frame, row, column.left);
    return isFromAbove ? { ...reader.take(slot), inherited: true } : reader.take(slot);
  }
  const above = column.grouped && column.field !== undefined ? group?.values[column.field] : undefined;
  return above ? { ...above, inherited: true } : sourcedValue(slot, reader.grid.name);
}

function blankAt({ reader }: TableFrame, row: number, column: number): SourcedValue {
  const range = { top: row, left: column, bottom: row, right: column };
  return sourcedValue({ range, cell: undefined }, reader.grid.name);
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

/** The record whose group goes on in a row: no grouped column holds a text of its own there. */
function continuedGroup(
  { reader, columns }: TableFrame,
  row: number,
  previous: EvaluationRecord | undefined,
): EvaluationRecord | undefined {
  const grouped = columns.filter((column) => column.grouped);
  return grouped.every(({ left }) => reader.grid.slotAt(row, left).cell === undefined) ? previous : undefined;
}

/** One text alone in its row that is no value of a record: a heading, a note, a paragraph over the table's width. */
function isRunningText(frame: TableFrame, slots: readonly Slot[], text: RunningText): boolean {
  const [slot, ...others] = slots;
  if (!slot || others.length > 0 || unheadedField(frame, slot) !== undefined) return false;
  if (text.isHeadingOrNote(slot) || crossesTable(frame, slot)) return true;
  const isNumber = /^[-0-9.,]+$/u.test(foldText(slot.cell?.text ?? ""));
  return slot.range.left === frame.left && frame.startsWithNumber && !isNumber;
}

/** Texts in at least half of the required columns. */
function isPlausible({ reader, columns, layout }: TableFrame, own: readonly Slot[], row: number): boolean {
  const optional = new Set(layout.columns.filter((column) => column.optional).flatMap(({ fields }) => fields));
  const required = columns.filter(({ field }) => field !== undefined && !optional.has(field));
  const covering = required.map(({ left }) => reader.grid.slotAt(row, left)).filter(({ cell }) => cell !== undefined);
  return own.length > 1 && new Set(covering.map(({ cell }) => cell)).size * 2 >= required.length;
}

function rowKindOf(
  frame: TableFrame,
  slots: readonly Slot[],
  text: RunningText,
  detached: boolean,
): RowKindDefinition | undefined {
  const [first, ...others] = slots.filter((slot) => isInside(frame, slot));
  if (!first) return undefined;
  const folded = foldText(first.cell?.text ?? "");
  const isNumbered = slots.length > 1;
  const found = frame.rowKinds.find(({ definition: { spanning }, pattern }) => {
    if (pattern !== undefined && !pattern.test(folded)) return false;
    if (!spanning) return pattern !== undefined;
    if (others.length > 0 || !crossesTable(frame, first)) return false;
    // Without a pattern or a number beside it, a group's title and the next section's heading look alike.
    return pattern !== undefined || isNumbered || (!detached && !text.isHeadingOrNote(first));
  });
  return found?.definition;
}

function isInside({ left, right }: TableFrame, { range }: Slot): boolean {
  return range.left >= left && range.left <= right;
}

function crossesTable({ columns }: TableFrame, { range }: Slot): boolean {
  return columns.filter(({ left }) => left >= range.left && left <= range.right).length * 2 > columns.length;
}

/** The field of a column without heading, left of the first heading, that a text answers to. */
function unheadedField({ unheaded, left }: TableFrame, { range, cell }: Slot): string | undefined {
  if (range.left >= left) return undefined;
  const text = (cell?.text ?? "").trim();
  return unheaded.find(({ pattern }) => pattern.test(text))?.field;
}

import type { EvaluationRecord, EvaluationTable, SourcedValue, TextPart } from "../table/evaluation-document.ts";
import type { CellSet } from "../workbook/cell-index.ts";
import type { CellAddress } from "../workbook/snapshot.ts";
import type { FieldValue } from "./field-value.ts";
import type { RuleContext } from "./rule.ts";

/** A record with its values, or a text outside the tables: what a rule of scope `record` looks at alone. */
export interface DocumentUnit {
  /** Says where it stands. */
  readonly place: string;
  readonly part: EvaluationRecord | TextPart;
  /** Empty for a text. */
  readonly values: readonly FieldValue[];
}

/** All records that have values, and all texts outside the tables. */
export function documentUnits({ values, texts }: Pick<RuleContext, "values" | "texts">): DocumentUnit[] {
  const units: DocumentUnit[] = texts.map((part) => ({ place: textPlace(part), part, values: [] }));
  const open = new Map<EvaluationRecord, FieldValue[]>();
  let record: EvaluationRecord | undefined;
  let own: FieldValue[] = [];
  for (const value of values) {
    if (value.record !== record) {
      ({ record } = value);
      const known = open.get(record);
      own = known ?? [];
      if (!known) {
        open.set(record, own);
        units.push({ place: recordPlace(value), part: record, values: own });
      }
    }
    own.push(value);
  }
  return units;
}

function textPlace({ text: { cell } }: TextPart): string {
  return `${cell.sheet}!${cell.row},${cell.column}`;
}

function recordPlace({ table, record: { range, kind } }: FieldValue): string {
  const { top, left, bottom, right } = range;
  return `${table.sheet}!${top},${left}:${bottom},${right} ${table.resource} ${kind}`;
}

/**
 * The units of a document that are not the same as before an edit, and those that share a cell with them: the rows of a
 * merged cell, the records under one heading of a matrix.
 * @param dirty the cells that changed; the cells of all these units, as they were and as they are, are added.
 */
export function changedUnits(
  before: readonly DocumentUnit[],
  now: readonly DocumentUnit[],
  dirty: CellSet,
): Set<DocumentUnit> {
  const old = unitsByPlace(before);
  const changed = new Set<DocumentUnit>();
  const mark = (unit: DocumentUnit) => {
    changed.add(unit);
    for (const cell of cellsOf(unit)) dirty.add(cell);
  };
  const fresh = unitsByPlace(now);
  for (const unit of before) if (!fresh.get(unit.place)) mark(unit);
  for (const unit of now) {
    const last = old.get(unit.place);
    if (last && fresh.get(unit.place) && isSameUnit(last, unit)) continue;
    if (last) mark(last);
    mark(unit);
  }
  for (let size = -1; size < changed.size;) {
    size = changed.size;
    for (const [units, others] of [
      [before, fresh],
      [now, old],
    ] as const) {
      for (const unit of units) {
        if (changed.has(unit) || !someCell(unit, (cell) => dirty.has(cell))) continue;
        mark(unit);
        const other = others.get(unit.place);
        if (other) mark(other);
      }
    }
  }
  return changed;
}

/** Where two units claim one place, neither can be told again. */
function unitsByPlace(units: readonly DocumentUnit[]): ReadonlyMap<string, DocumentUnit | undefined> {
  const places = new Map<string, DocumentUnit | undefined>();
  for (const unit of units) places.set(unit.place, places.has(unit.place) ? undefined : unit);
  return places;
}

function cellsOf({ part, values }: DocumentUnit): CellAddress[] {
  return "text" in part ? [part.text.cell] : values.map(({ cell }) => cell);
}

function someCell({ part, values }: DocumentUnit, test: (cell: CellAddress) => boolean): boolean {
  return "text" in part ? test(part.text.cell) : values.some(({ cell }) => test(cell));
}

function isSameUnit(a: DocumentUnit, b: DocumentUnit): boolean {
  if ("text" in a.part || "text" in b.part) {
    return (
      "text" in a.part &&
      "text" in b.part &&
      a.part.role === b.part.role &&
      a.part.level === b.part.level &&
      isSameSource(a.part.text, b.part.text)
    );
  }
  if (a.values.length !== b.values.length || a.part.kind !== b.part.kind) return false;
  const [first, second] = [a.values[0], b.values[0]];
  if (!first || !second || frameOf(first.table) !== frameOf(second.table)) return false;
  return a.values.every((value, i) => isSameValue(value, b.values[i]!)) && extrasOf(a.part) === extrasOf(b.part);
}

function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return (
    isSameSource(a, b) &&
    a.key === b.key &&
    a.field === b.field &&
    a.isFuture === b.isFuture &&
    a.period?.label.text === b.period?.label.text
  );
}

function isSameSource(a: SourcedValue, b: SourcedValue): boolean {
  return (
    a.text === b.text &&
    a.value === b.value &&
    a.date === b.date &&
    a.inherited === b.inherited &&
    a.cell.row === b.cell.row &&
    a.cell.column === b.cell.column &&
    a.cell.sheet === b.cell.sheet
  );
}

function extrasOf({ extras }: EvaluationRecord): string {
  const values = Object.values(extras);
  return values.length === 0 ? "" : JSON.stringify(extras);
}

const frames = new WeakMap<EvaluationTable, string>();

/** Everything of a table but its records. */
function frameOf(table: EvaluationTable): string {
  let frame = frames.get(table);
  if (frame === undefined) {
    const { layout, resource, columns, periods, corner, labels, missingHeadings } = table;
    frame = JSON.stringify([layout, resource, columns, periods, corner, labels, missingHeadings]);
    frames.set(table, frame);
  }
  return frame;
}

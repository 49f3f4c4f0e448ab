import type { FieldKind, FormDefinition, TextDefinition } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import type {
  DocumentPart,
  EvaluationDocument,
  EvaluationRecord,
  EvaluationTable,
  Period,
  SourcedValue,
  TextPart,
} from "../table/evaluation-document.ts";
import { periodNames } from "../structure/period-names.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { foldText } from "../text/fold.ts";
import { shiftFiscalYears } from "../text/shift-fiscal-years.ts";

/** What a record is, and what it plans: that goes on. What was done, and what was thought of it, begins anew. */
const CARRIED: ReadonlySet<FieldKind> = new Set([
  "code",
  "name",
  "organisation",
  "plan",
  "baseline",
  "marker",
  "heading",
]);

/**
 * Last year's document as next year's begins (ロールオーバー): names, plans, departments and codes are carried over,
 * results, ratings and evaluations are blank, and the fiscal year in titles and headings moves. Years as columns stay as
 * they are while the new fiscal year is one of them; otherwise they move too. A value under a year stays with its year.
 * @param last its fiscal year is known and lies before `fiscalYear`.
 */
export function rollOver(
  last: EvaluationDocument & { readonly fiscalYear: number },
  form: FormDefinition,
  fiscalYear: number,
): EvaluationDocument {
  const move: Move = { form, from: last.fiscalYear, to: fiscalYear };
  return {
    form: last.form,
    fiscalYear,
    parts: last.parts.flatMap((part): DocumentPart[] => {
      if (part.kind === "table") return [{ kind: "table", table: movedTable(part.table, move) }];
      // What a web page or a print left behind was never part of the document.
      return part.role === "residue" ? [] : [movedText(part, move)];
    }),
  };
}

interface Move {
  readonly form: FormDefinition;
  readonly from: number;
  readonly to: number;
}

/** A text that states the fiscal year moves with all its years; any other title or heading only where it names that year. */
function movedText(part: TextPart, { form, from, to }: Move): TextPart {
  const states = form.texts.some((entry) => entry.role === part.role && statesYear(entry, part));
  if (states) return { ...part, text: reworded(part.text, (text) => shiftFiscalYears(text, to - from)) };
  if (!["title", "section", "heading"].includes(part.role)) return part;
  return { ...part, text: reworded(part.text, (text) => shiftFiscalYears(text, to - from, from)) };
}

function statesYear({ statesFiscalYear, pattern }: TextDefinition, { text }: TextPart): boolean {
  return statesFiscalYear === true && textPattern(pattern).test(text.text.trim());
}

function movedTable(table: EvaluationTable, move: Move): EvaluationTable {
  const { from, to } = move;
  const heading = (value: SourcedValue | undefined) =>
    value && reworded(value, (text) => shiftFiscalYears(text, to - from, from));
  const once = sameForSame(heading);
  const periods = movedPeriods(table.periods, move);
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      heading: column.period === undefined ? once(column.heading) : periods[column.period]?.label,
      under: once(column.under),
    })),
    periods,
    corner: once(table.corner),
    labels: Object.fromEntries(Object.entries(table.labels).map(([field, label]) => [field, heading(label)!])),
    records: table.records.map((record) => movedRecord(record, table, periods, move)),
  };
}

/** One heading over several columns stays one. */
function sameForSame(change: (value: SourcedValue | undefined) => SourcedValue | undefined): typeof change {
  const changed = new Map<SourcedValue | undefined, SourcedValue | undefined>();
  return (value) => {
    if (!changed.has(value)) changed.set(value, change(value));
    return changed.get(value);
  };
}

function movedPeriods(periods: readonly Period[], { from, to }: Move): readonly Period[] {
  if (periods.some(({ fiscalYear }) => fiscalYear?.gregorian === to && !fiscalYear.onward)) return periods;
  return periods.map(({ label }) => {
    const moved = reworded(label, (text) => shiftFiscalYears(text, to - from));
    return { label: moved, fiscalYear: findFiscalYears(moved.text)[0] };
  });
}

function movedRecord(
  record: EvaluationRecord,
  table: EvaluationTable,
  periods: readonly Period[],
  { form, to }: Move,
): EvaluationRecord {
  const kinds = fieldKinds(form, table.resource);
  const isCarried = (field: string) => kinds.get(field) !== undefined && CARRIED.has(kinds.get(field)!);
  const label = rowLabel(form, table.resource, record.kind);
  const places = samePeriods(periods, table.periods);
  return {
    ...record,
    values: Object.fromEntries(
      Object.entries(record.values).map(([field, value]) => [
        field,
        isCarried(field) || field === label ? value : blank(value),
      ]),
    ),
    series: Object.fromEntries(
      Object.entries(record.series).map(([field, slots]) => [
        field,
        periods.map((period, i) => {
          const own = slots[i];
          // A year without a cell has none next year either.
          if (!own) return null;
          const before = slots[places[i]!];
          const isPast = period.fiscalYear !== undefined && period.fiscalYear.gregorian < to;
          return before && (isPast || isCarried(field)) ? before : blank(own);
        }),
      ]),
    ),
    extras: Object.fromEntries(Object.entries(record.extras).map(([column, value]) => [column, blank(value)])),
  };
}

/** Codes that other records refer to carry their explanations too. */
function fieldKinds({ resources }: FormDefinition, name: string): Map<string, FieldKind> {
  const isReferredTo = resources.some(({ schema }) =>
    schema.foreignKeys?.some(({ reference }) => reference.resource === name),
  );
  const fields = resources.find((resource) => resource.name === name)?.schema.fields ?? [];
  return new Map(fields.map(({ name: field, kind }) => [field, isReferredTo && kind === "text" ? "name" : kind]));
}

/** The field that holds what a row is called: 事業費, 合計. */
function rowLabel({ layouts }: FormDefinition, resource: string, kind: string): string | undefined {
  return layouts
    .flatMap((layout) => (layout.resource === resource && "rowKinds" in layout ? (layout.rowKinds ?? []) : []))
    .find(({ name }) => name === kind)?.label;
}

/** Where last year's table has each period, or -1; 2014年度以降 is not 2014年度, and the second 計画 of a year is not the first. */
function samePeriods(periods: readonly Period[], before: readonly Period[]): number[] {
  const places = periodKeys(before);
  return periodKeys(periods).map((key) => places.indexOf(key));
}

function periodKeys(periods: readonly Period[]): string[] {
  return periodNames(
    periods.map(({ label, fiscalYear }) =>
      fiscalYear ? `${fiscalYear.gregorian}${fiscalYear.onward ? "以降" : ""}` : label.text,
    ),
  ).map(foldText);
}

function blank({ cell }: SourcedValue): SourcedValue {
  return { value: null, text: "", cell };
}

function reworded(value: SourcedValue, change: (text: string) => string): SourcedValue {
  const text = change(value.text);
  return text === value.text ? value : { value: text, text, cell: value.cell };
}

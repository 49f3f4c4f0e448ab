import type { FormDefinition, LayoutDefinition, MatrixLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { periodNames } from "../structure/period-names.ts";
import { resourceShapes, type ResourceShape } from "../structure/resource-shape.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { foldText } from "../text/fold.ts";
import { addFilledColumns, addPeriodColumns } from "./add-data-columns.ts";
import { dataAmount, dataNumber, dataValue, extraValue, type DataRow, type DataTable } from "./data-table.ts";
import type { EvaluationRecord, EvaluationTable, Period, SourcedValue } from "./evaluation-document.ts";
import { readDataHeadings, type DataHeadings } from "./read-data-headings.ts";

/** Where a table stands between the texts of a document. */
export interface TablePlace {
  readonly resource: string;
  readonly layout: LayoutDefinition["type"];
  readonly number: number;
}

/** A row with what it is and where it stood in its table. */
interface RecordRow {
  readonly row: DataRow;
  readonly kind: string;
  readonly order: number;
}

/** A table being rebuilt. */
interface Rebuild {
  readonly shape: ResourceShape;
  readonly layout: LayoutDefinition;
  readonly headings: DataHeadings;
  /** Grows when a person writes a period that the form sheet did not have. */
  readonly periods: Period[];
  readonly yearly: ReadonlyMap<string, readonly DataRow[]>;
  readonly main: DataTable | undefined;
}

/** Rebuilds one table of a form sheet from the data tables. Rows that name no table belong to the first of their resource. */
export function readDataRecords(
  form: FormDefinition,
  tables: ReadonlyMap<string, DataTable>,
  place: TablePlace,
  places: readonly TablePlace[],
): EvaluationTable {
  const layout = form.layouts.find(({ resource, type }) => resource === place.resource && type === place.layout);
  const shape = resourceShapes(form).find(({ resource }) => resource.name === place.resource);
  if (!layout || !shape) throw new Error(`form ${form.name} has no ${place.layout} of ${place.resource}`);
  const main = tables.get(place.resource);
  const rows = recordRows(tables, shape, place, places);
  const own = (tables.get("headings")?.rows ?? []).filter((row) => dataNumber(row, "tableNumber") === place.number);
  const stated = readDataHeadings(form, layout, own, main);
  const headings = addFilledColumns(
    stated,
    layout,
    rows.flatMap(({ row, kind }) => (kind === "record" ? [row] : [])),
  );
  const rebuild: Rebuild = {
    shape,
    layout,
    headings,
    periods: [...headings.periods],
    yearly: new Map(
      [...tables].flatMap(([name, table]) =>
        table.plan.subject.is === "series" && table.plan.subject.shape.resource.name === place.resource
          ? [[name, table.rows] as const]
          : [],
      ),
    ),
    main,
  };
  const records = rebuildRecords(rebuild, rows).map((record) => padSeries(record, rebuild.periods.length));
  const columns = addPeriodColumns(headings.columns, layout, rebuild.periods);
  return {
    layout: layout.type,
    resource: layout.resource,
    sheet: main?.sheet ?? "",
    range: rangeOf(main, records),
    columns,
    periods: rebuild.periods,
    corner: cornerOf(rebuild, rows),
    labels: headings.labels,
    records,
    missingHeadings: missingHeadings(layout, headings, records),
  };
}

/** The rows of a table, records and other kinds, in the order of the form sheet. */
function recordRows(
  tables: ReadonlyMap<string, DataTable>,
  { resource }: ResourceShape,
  { number }: TablePlace,
  places: readonly TablePlace[],
): RecordRow[] {
  const numbers = places.filter((place) => place.resource === resource.name).map((place) => place.number);
  const found: RecordRow[] = [];
  for (const { plan, rows } of tables.values()) {
    const { subject } = plan;
    if (subject.is !== "records" || subject.shape.resource.name !== resource.name) continue;
    let order = 0;
    let table = numbers[0];
    for (const row of rows) {
      order = dataNumber(row, "recordNumber") ?? order;
      const stated = dataNumber(row, "tableNumber");
      // A row that a person added belongs to the table of the row above it.
      if (stated !== undefined) table = numbers.includes(stated) ? stated : numbers[0];
      if (table === number) found.push({ row, kind: subject.rowKind, order });
    }
  }
  return found.sort((a, b) => a.order - b.order);
}

function rebuildRecords(rebuild: Rebuild, rows: readonly RecordRow[]): EvaluationRecord[] {
  const records: EvaluationRecord[] = [];
  const shared = new Map<string, SourcedValue>();
  let group: GroupTitle | undefined;
  for (const { row, kind } of rows) {
    const title = kind === "record" ? groupTitle(rebuild, row, group) : undefined;
    if (title) {
      // A title with a row of its own hands down nothing but its label.
      group = title;
      records.push(title.record);
      if (title.isWholeRow) continue;
    }
    const previous = records.findLast((record) => record.kind === "record");
    const above = group?.isWholeRow || !isTitled(rebuild, row, kind) ? undefined : group?.record;
    records.push(rebuildRecord(rebuild, row, kind, above, previous, shared));
  }
  return records;
}

interface GroupTitle {
  readonly record: EvaluationRecord;
  /** The row holds nothing else. */
  readonly isWholeRow: boolean;
}

function isTitled({ shape: { group } }: Rebuild, row: DataRow, kind: string): boolean {
  return kind === "record" && group !== undefined && dataValue(row, group.label).text !== "";
}

/** The title of a group that begins in a row: the row changes the title of the rows above, or holds nothing else. */
function groupTitle({ shape, yearly }: Rebuild, row: DataRow, current: GroupTitle | undefined): GroupTitle | undefined {
  const { group, unheaded, handedDown, single, corner } = shape;
  if (!group) return undefined;
  const label = dataValue(row, group.label);
  if (label.text === "") return undefined;
  const titled = new Set([group.label, ...unheaded]);
  const isWholeRow =
    linesOf(yearly, row).length === 0 &&
    single.every(({ name }) => titled.has(name) || name === corner || dataValue(row, name).text === "");
  if (!isWholeRow && label.text === current?.record.values[group.label]?.text) return undefined;
  const values = Object.fromEntries(
    [...(isWholeRow ? titled : handedDown)].flatMap((field) => {
      const value = dataValue(row, field);
      return value.text === "" ? [] : [[field, value]];
    }),
  );
  return { record: { kind: group.name, range: rowRange(row), values, series: {}, extras: {} }, isWholeRow };
}

function rebuildRecord(
  rebuild: Rebuild,
  row: DataRow,
  kind: string,
  group: EvaluationRecord | undefined,
  previous: EvaluationRecord | undefined,
  shared: Map<string, SourcedValue>,
): EvaluationRecord {
  const values: Record<string, SourcedValue> = {};
  for (const field of rebuild.shape.unheaded) {
    const value = dataValue(row, field);
    // The group above holds what its title row said.
    if (value.text !== "" && value.text !== group?.values[field]?.text) values[field] = value;
  }
  const label = rebuild.shape.rowKinds.find(({ name }) => name === kind)?.label;
  // The label of a cost or total stands in its row even where the sheet has no column for it.
  if (label !== undefined && dataValue(row, label).text !== "") values[label] = dataValue(row, label);
  const takenOver = new Set(dataValue(row, "sharedFields").text.split("、"));
  for (const field of valueFields(rebuild)) {
    const value = dataAmount(row, field);
    const above = takenOver.has(titleOf(row, field)) ? previous?.values[field] : undefined;
    if (above?.text === value.text) values[field] = { ...above, inherited: true };
    else values[field] = value;
  }
  if (rebuild.layout.type === "matrix") shareHeadings(rebuild.layout, values, shared);
  return {
    kind,
    range: rowRange(row),
    values,
    series: seriesOf(rebuild, row),
    extras: extrasOf(rebuild.headings, row, takenOver, previous),
  };
}

/** Fields with one value a record that the table's headings or labels show. */
function valueFields({ layout, headings }: Rebuild): string[] {
  switch (layout.type) {
    case "list":
    case "yearly-plan":
      return headings.columns.flatMap(({ field, period }) =>
        field === undefined || period !== undefined ? [] : [field],
      );
    case "card":
      return layout.items.flatMap(({ field, values }) => (values === "one" ? [field] : []));
    case "matrix":
      return [layout.rowField, layout.columnField, ...layout.fields];
  }
}

function titleOf({ table }: DataRow, field: string): string {
  return table.plan.columns.find(({ from }) => from.is === "field" && from.field === field)?.title ?? "";
}

/** The records of a matrix share the headings of their row and column; a second meeting of the same two is a second column. */
function shareHeadings(
  { rowField, columnField }: MatrixLayout,
  values: Record<string, SourcedValue>,
  shared: Map<string, SourcedValue>,
): void {
  const row = values[rowField]!;
  const column = values[columnField]!;
  values[rowField] = firstOf(shared, JSON.stringify([row.text]), row);
  let count = 0;
  while (shared.has(JSON.stringify([row.text, column.text, count]))) count++;
  shared.set(JSON.stringify([row.text, column.text, count]), column);
  values[columnField] = firstOf(shared, JSON.stringify({ column: column.text, count }), column);
}

function firstOf(shared: Map<string, SourcedValue>, key: string, value: SourcedValue): SourcedValue {
  const first = shared.get(key);
  if (!first) shared.set(key, value);
  return first ?? value;
}

function extrasOf(
  { columns, extras }: DataHeadings,
  row: DataRow,
  takenOver: ReadonlySet<string>,
  previous: EvaluationRecord | undefined,
): Record<number, SourcedValue> {
  const found: Record<number, SourcedValue> = {};
  columns.forEach((column, index) => {
    const heading = extras.get(column) ?? "";
    const value = extraValue(row, heading);
    if (!value || value.text === "") return;
    const above = takenOver.has(heading) ? previous?.extras[index] : undefined;
    found[index] = above?.text === value.text ? { ...above, inherited: true } : value;
  });
  return found;
}

/** Periods that came up in a later record are periods of all. */
function padSeries(record: EvaluationRecord, count: number): EvaluationRecord {
  const padded = Object.entries(record.series).map(([field, slots]) => [
    field,
    [...slots, ...Array<null>(count - slots.length).fill(null)],
  ]);
  return { ...record, series: Object.fromEntries(padded) as EvaluationRecord["series"] };
}

/** The yearly values of a record, one a period; a period without a row has no cell. */
function seriesOf(rebuild: Rebuild, row: DataRow): EvaluationRecord["series"] {
  const { shape, periods, yearly, headings, layout } = rebuild;
  const lines = linesOf(yearly, row);
  const headed = new Set(headings.columns.flatMap(({ field, period }) => (period === undefined ? [] : [field])));
  const shown = shape.series.filter(({ name }) => layout.type === "card" || headed.has(name) || lines.length > 0);
  return Object.fromEntries(
    shown.map(({ name, title }) => {
      const own = lines.filter((line) => shape.series.length === 1 || dataValue(line, "item").text.trim() === title);
      const slots = new Map<number, SourcedValue>();
      for (const line of own) slots.set(periodOf(periods, dataValue(line, "period")), dataAmount(line, "value"));
      return [name, periods.map((_, i) => slots.get(i) ?? null)];
    }),
  );
}

const indexed = new WeakMap<readonly DataRow[], ReadonlyMap<number, readonly DataRow[]>>();

/** The rows of a record in the table of its yearly values. */
function linesOf(yearly: Rebuild["yearly"], row: DataRow): readonly DataRow[] {
  const number = dataNumber(row, "recordNumber");
  return (number === undefined ? undefined : yearlyRows(yearly.get(`${row.table.plan.name}-yearly`)).get(number)) ?? [];
}

function yearlyRows(rows: readonly DataRow[] | undefined): ReadonlyMap<number, readonly DataRow[]> {
  if (!rows) return new Map();
  let found = indexed.get(rows);
  if (!found) indexed.set(rows, (found = Map.groupBy(rows, (row) => dataNumber(row, "recordNumber") ?? -1)));
  return found;
}

/** The period that a row names. An unknown name is a new period. */
function periodOf(periods: Period[], label: SourcedValue): number {
  const wanted = foldText(label.text);
  const names = periodNames(periods.map((period) => period.label.text));
  const found = names.findIndex((name) => foldText(name) === wanted);
  if (found >= 0) return found;
  periods.push({ label, fiscalYear: findFiscalYears(label.text)[0] });
  return periods.length - 1;
}

/** The text in the corner of a plan is the first that its records give. */
function cornerOf({ layout, headings }: Rebuild, rows: readonly RecordRow[]): SourcedValue | undefined {
  if (layout.type !== "yearly-plan") return headings.corner;
  for (const { row } of rows) {
    const value = dataValue(row, layout.corner);
    if (value.text !== "") return value;
  }
  return headings.corner;
}

function rowRange({ table, row }: DataRow): EvaluationRecord["range"] {
  const columns = [...table.columns.values(), ...table.extras.values()];
  return { top: row, left: Math.min(...columns), bottom: row, right: Math.max(...columns) };
}

function rangeOf(main: DataTable | undefined, records: readonly EvaluationRecord[]): EvaluationTable["range"] {
  const first = records[0]?.range ?? { top: main?.headingRow ?? 1, left: 1, bottom: main?.headingRow ?? 1, right: 1 };
  const own = records.filter(({ kind }) => kind === "record").map(({ range }) => range);
  return {
    ...first,
    top: Math.min(first.top, ...own.map(({ top }) => top)),
    bottom: Math.max(first.bottom, ...own.map(({ bottom }) => bottom)),
  };
}

function missingHeadings(
  layout: LayoutDefinition,
  { columns, labels }: DataHeadings,
  records: readonly EvaluationRecord[],
): string[] {
  switch (layout.type) {
    case "list":
    case "yearly-plan": {
      const known = new Set(columns.map(({ field }) => field));
      const missing = layout.columns.filter(
        ({ optional, fields }) => !optional && !fields.some((name) => known.has(name)),
      );
      return missing.map(({ headings: [heading = ""] }) => heading);
    }
    case "card":
      return layout.items.flatMap(({ field, labels: [label = ""] }) => (labels[field] ? [] : [label]));
    case "matrix": {
      const found = records.map(({ values }) => foldText(values[layout.columnField]?.text ?? ""));
      return layout.columnHeadings.filter((heading) => !found.some(headingMatcher([heading])));
    }
  }
}

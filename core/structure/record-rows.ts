import type { EvaluationRecord, EvaluationTable, SourcedValue } from "../table/evaluation-document.ts";
import { fiscalYearLabel } from "../text/fiscal-year.ts";
import { qualifiedCellName, quotedSheet, rangeName } from "../workbook/address.ts";
import { counter, type ComputedCount } from "./computed-counts.ts";
import type { PlacedTable } from "./document-walk.ts";
import { figureFinder } from "./figure-places.ts";
import { groupedRecords, type GroupedRecord } from "./group-records.ts";
import { withoutBlanks } from "./heading-rows.ts";
import { indicatorRows, leftReviews } from "./indicator-rows.ts";
import { periodNames } from "./period-names.ts";
import { unitIn, type PlannedColumn, type TablePlan } from "./plan-tables.ts";
import type { ResourceShape } from "./resource-shape.ts";
import type { StructuringContext } from "./structure-document.ts";
import { isNormalised, madeCell, structuredCell } from "./structured-cell.ts";
import type { StructuredCell, StructuredRow } from "./structured-workbook.ts";
import { sectionCells } from "./text-rows.ts";

type Rows = Map<string, StructuredRow[]>;
type Counter = (record: EvaluationRecord) => number | undefined;

/** The rows of the data tables that hold records and their yearly values, by the name of the table. */
export function recordRows(context: StructuringContext): ReadonlyMap<string, readonly StructuredRow[]> {
  const rows: Rows = new Map();
  const numbers = new Map<string, number>();
  const counters = new Map<ComputedCount, Counter>();
  for (const placed of context.tables) {
    const { table } = placed;
    const plans = plansOf(context.plans, table.resource);
    const shape = plans.find(({ subject }) => "shape" in subject)?.subject;
    if (!shape || !("shape" in shape)) continue;
    const figuresOf = figureFinder(table, shape.shape, context.document);
    for (const [i, grouped] of groupedRecords(table.records, shape.shape).entries()) {
      const number = (numbers.get(table.resource) ?? 0) + 1;
      numbers.set(table.resource, number);
      const line: Line = { ...grouped, isFirst: i === 0, placed, table, number, context, counters, figuresOf };
      addRows(rows, line, plans, shape.shape);
    }
  }
  for (const plan of context.plans) {
    if (plan.subject.is !== "indicators") continue;
    const own = rows.get(plan.name) ?? [];
    rows.set(plan.name, [...own, ...leftReviews(context.reviews, plan, own.length)]);
  }
  return rows;
}

/** A record on its way into its tables. */
interface Line extends GroupedRecord {
  readonly placed: PlacedTable;
  readonly table: EvaluationTable;
  readonly number: number;
  /** The first row of its table: it stands for the text in the corner. */
  readonly isFirst: boolean;
  readonly context: StructuringContext;
  readonly counters: Map<ComputedCount, Counter>;
  readonly figuresOf: ReturnType<typeof figureFinder>;
}

function plansOf(plans: readonly TablePlan[], resource: string): TablePlan[] {
  return plans.filter(({ subject }) => "shape" in subject && subject.shape.resource.name === resource);
}

function addRows(rows: Rows, line: Line, plans: readonly TablePlan[], shape: ResourceShape): void {
  // The title of a group that heads no record has a row among the records.
  const kind = line.record.kind === shape.group?.name ? "record" : line.record.kind;
  for (const plan of plans) {
    if (!("rowKind" in plan.subject) || plan.subject.rowKind !== kind) continue;
    const own = rows.get(plan.name);
    const made = rowsFor(line, plan, shape, own?.length ?? 0);
    if (own) own.push(...made);
    else rows.set(plan.name, made);
  }
}

/** @param before number of rows that the table has so far */
function rowsFor(line: Line, plan: TablePlan, shape: ResourceShape, before: number): StructuredRow[] {
  switch (plan.subject.is) {
    case "records":
      return [recordRow(line, plan)];
    case "indicators":
      return indicatorRows({
        ...line,
        places: line.figuresOf(line.record),
        reviews: line.context.reviews,
        columns: plan.columns,
        shape,
        before,
        keyOf: ({ type }, field) => withoutSource(structuredCell(fieldValue(line, field), type)),
      });
    default:
      return seriesRows(line, plan, shape);
  }
}

function recordRow(line: Line, { columns }: TablePlan): StructuredRow {
  const sections = sectionCells(line.placed.sections);
  const split = new Set(columns.flatMap(({ from }) => (from.is === "own-unit" ? [from.field] : [])));
  const row: Record<string, StructuredCell | undefined> = {};
  for (const column of columns) {
    const { name, from } = column;
    row[name] =
      from.is === "own-unit"
        ? ownUnit(row[from.field])
        : recordCell(line, column, { columns, sections, hasOwnUnit: split.has(name) });
  }
  return withoutBlanks(row);
}

/** The unit of a number that stood in one cell with it. */
function ownUnit(cell: StructuredCell | undefined): StructuredCell | undefined {
  return cell?.unit === undefined ? undefined : madeCell(cell.unit);
}

interface CellSurroundings {
  readonly columns: readonly PlannedColumn[];
  readonly sections: Readonly<Record<string, StructuredCell>>;
  /** Another column takes the unit of this one's numbers. */
  readonly hasOwnUnit: boolean;
}

function recordCell(
  line: Line,
  column: PlannedColumn,
  { columns, sections, hasOwnUnit }: CellSurroundings,
): StructuredCell | undefined {
  const { record, table, placed, number } = line;
  const { from } = column;
  switch (from.is) {
    case "record-number":
      return madeCell(number);
    case "table-number":
      return madeCell(placed.number);
    case "section":
      return sections[`section${from.level}`];
    case "field":
    case "group":
      return valueCell(line, fieldValue(line, from.field), column, hasOwnUnit);
    case "extra": {
      const index = table.columns.findIndex(
        ({ field }, i) => field === undefined && line.context.extras.headingOf(table, i) === from.heading,
      );
      return valueCell(line, record.extras[index], column);
    }
    case "count":
      return countCell(line, from.count);
    case "unit":
      return unitCell(record);
    case "shared":
      return sharedCell(line, columns);
    case "source":
      return madeCell(sourceName(table, record));
    default:
      return undefined;
  }
}

/** A record's own value, that of its group's title, or the text in the corner of its table. */
function fieldValue(line: Line, field: string): SourcedValue | undefined {
  const { record, group, isFirstOfGroup, isFirst, table, context } = line;
  const own = record.values[field];
  if (own) return own;
  const titled = group?.values[field];
  if (titled) return isFirstOfGroup ? titled : { ...titled, inherited: true };
  const layout = context.form.layouts.find(
    ({ resource, type }) => resource === table.resource && type === table.layout,
  );
  if (layout?.type !== "yearly-plan" || layout.corner !== field || !table.corner) return undefined;
  return isFirst ? table.corner : { ...table.corner, inherited: true };
}

function valueCell(
  { context }: Line,
  value: SourcedValue | undefined,
  { type }: PlannedColumn,
  hasUnitColumn = false,
): StructuredCell | undefined {
  const cell = structuredCell(value, type, hasUnitColumn);
  if (!cell || !value || !isNormalised(value, cell) || value.inherited) return cell;
  const to = cell.text + (cell.unit ?? "");
  if (value.text !== to) context.normalisations.push({ cell: value.cell, from: value.text, to });
  return cell;
}

function countCell({ record, counters, context }: Line, count: ComputedCount): StructuredCell | undefined {
  let countOf = counters.get(count);
  if (!countOf) counters.set(count, (countOf = counter(context.document, count)));
  const number = countOf(record);
  return number === undefined ? undefined : madeCell(number);
}

/** The unit that a row's label states: 事業費(百万円). */
function unitCell({ values }: EvaluationRecord): StructuredCell | undefined {
  for (const { text } of Object.values(values)) {
    const unit = unitIn(text);
    if (unit !== undefined) return madeCell(unit);
  }
  return undefined;
}

/** The headings of the columns whose values the form sheet gives only once for this row and the one above. */
function sharedCell({ record, table, context }: Line, columns: readonly PlannedColumn[]): StructuredCell | undefined {
  const extras = Object.entries(record.extras).flatMap(([index, { inherited }]) =>
    inherited ? [context.extras.headingOf(table, Number(index))] : [],
  );
  const titles = columns.flatMap(({ from, title }) => {
    if (from.is === "extra") return extras.includes(from.heading) ? [title] : [];
    return from.is === "field" && record.values[from.field]?.inherited ? [title] : [];
  });
  return titles.length === 0 ? undefined : madeCell(titles.join("、"));
}

function sourceName(table: EvaluationTable, { range }: EvaluationRecord): string {
  return `${quotedSheet(table.sheet)}!${rangeName(range)}`;
}

/** One row for each value of a record's fields of years. A period for which the sheet has no cell gives none. */
function seriesRows(line: Line, { columns }: TablePlan, { series }: ResourceShape): StructuredRow[] {
  const { record, table } = line;
  const names = periodNames(table.periods.map(({ label }) => label.text));
  const isSplit = columns.some(({ from }) => from.is === "own-unit");
  return series.flatMap(({ name, title }) =>
    (record.series[name] ?? []).flatMap((value, i) => {
      const period = table.periods[i];
      if (!value || !period) return [];
      const year = period.fiscalYear?.gregorian;
      const made: Partial<Record<PlannedColumn["from"]["is"], StructuredCell | undefined>> = {
        "record-number": madeCell(line.number),
        item: madeCell(title),
        period: madeCell(names[i]!),
        year: year === undefined ? undefined : madeCell(year),
        "era-year": year === undefined ? undefined : madeCell(fiscalYearLabel(year)),
        unit: unitCell(record),
        source: madeCell(qualifiedCellName(value.cell)),
      };
      const cellOf = (column: PlannedColumn): StructuredCell | undefined => {
        if (column.from.is === "series") return valueCell(line, value, column, isSplit);
        if (column.from.is === "key")
          return withoutSource(structuredCell(fieldValue(line, column.from.field), column.type));
        return made[column.from.is];
      };
      const row = Object.fromEntries(columns.map((column) => [column.name, cellOf(column)]));
      const unit = ownUnit(row.value);
      return [withoutBlanks(isSplit && unit ? { ...row, valueUnit: unit } : row)];
    }),
  );
}

/** A copy: its record says where it comes from. */
function withoutSource(cell: StructuredCell | undefined): StructuredCell | undefined {
  if (!cell) return undefined;
  const { value, text, format } = cell;
  return { value, text, ...(format === undefined ? {} : { format }) };
}

import type { FieldDefinition, ListLayout, RowKindDefinition, YearlyPlanLayout } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { Period, SourcedValue, TableColumn } from "./evaluation-document.ts";
import type { FoundHeadings } from "./find-columns.ts";
import type { SheetReader } from "./sheet-reader.ts";

export type RowLayout = ListLayout | YearlyPlanLayout;

/** A row kind with its pattern compiled. */
export interface RowKind {
  readonly definition: RowKindDefinition;
  readonly pattern: RegExp | undefined;
}

/** A table's headings, taken from the sheet, as its rows are read by them. */
export interface TableFrame {
  readonly reader: SheetReader;
  readonly layout: RowLayout;
  readonly headings: FoundHeadings;
  readonly columns: readonly TableColumn[];
  readonly periods: readonly Period[];
  readonly corner: SourcedValue | undefined;
  readonly left: number;
  readonly right: number;
  /** The first column holds numbers: a text that begins there is no value of it. */
  readonly startsWithNumber: boolean;
  readonly rowKinds: readonly RowKind[];
  readonly unheaded: readonly { readonly field: string; readonly pattern: RegExp }[];
}

/** How many rows below a heading over several fields may show where its columns begin. */
const SUB_COLUMN_REACH = 5;

/** Takes a table's headings and works out the columns below them. */
export function openFrame(
  reader: SheetReader,
  layout: RowLayout,
  headings: FoundHeadings,
  fields: ReadonlyMap<string, FieldDefinition>,
): TableFrame {
  const periods: Period[] = [];
  const columns = [
    ...headings.columns.flatMap((found) => knownColumns(reader, headings, found, periods)),
    // A value of the table above may be merged down into this row.
    ...headings.extras.filter((slot) => !reader.isTaken(slot)).map((slot) => unknownColumn(reader, slot)),
  ].sort((a, b) => a.left - b.left);
  const first = fields.get(columns[0]?.field ?? "")?.type;
  return {
    reader,
    layout,
    headings,
    columns,
    periods,
    corner: headings.corner && !reader.isTaken(headings.corner) ? reader.take(headings.corner) : undefined,
    left: columns[0]?.left ?? 1,
    right: Math.max(...columns.map(({ right }) => right)),
    startsWithNumber: first === "integer" || first === "number",
    rowKinds: (layout.rowKinds ?? []).map((definition) => ({
      definition,
      pattern: definition.pattern === undefined ? undefined : textPattern(definition.pattern),
    })),
    unheaded: ((layout.type === "yearly-plan" ? layout.unheaded : undefined) ?? []).map(({ field, pattern }) => ({
      field,
      pattern: textPattern(pattern),
    })),
  };
}

function knownColumns(
  reader: SheetReader,
  headings: FoundHeadings,
  { definition, slot, under }: FoundHeadings["columns"][number],
  periods: Period[],
): TableColumn[] {
  const heading = reader.take(slot);
  const place = { heading, under: under && reader.take(under), grouped: definition.grouped === true };
  let period: number | undefined;
  if (definition.yearly) {
    period = periods.length;
    periods.push({ label: heading, fiscalYear: findFiscalYears(heading.text)[0] });
  }
  const starts = subColumns(reader, slot, headings.bottom, definition.fields.length);
  return definition.fields.map((field, i) => {
    const isLast = i === definition.fields.length - 1;
    const left = starts[i] ?? slot.range.right;
    const right = isLast ? slot.range.right : (starts[i + 1] ?? slot.range.right + 1) - 1;
    return { ...place, field, period, left, right };
  });
}

function unknownColumn(reader: SheetReader, slot: Slot): TableColumn {
  const { left, right } = slot.range;
  const heading = reader.take(slot);
  return { field: undefined, period: undefined, heading, under: undefined, grouped: false, left, right };
}

/** The columns in which the cells below one spanning heading begin: those of the first row that fills them all. */
function subColumns({ grid }: SheetReader, heading: Slot, bottom: number, count: number): number[] {
  const { left, right } = heading.range;
  let most = [left];
  for (let row = bottom + 1; row <= bottom + SUB_COLUMN_REACH && most.length < count; row++) {
    const inside = grid.filledSlots(row).filter(({ range }) => range.left > left && range.left <= right);
    if (inside.length >= most.length) most = [left, ...inside.map(({ range }) => range.left)];
  }
  return most;
}

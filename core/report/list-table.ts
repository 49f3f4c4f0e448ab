import type { FieldKind } from "../form/form-definition.ts";
import type { EvaluationRecord, EvaluationTable, SourcedValue, TableColumn } from "../table/evaluation-document.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import type { ReportCell, ReportGroup, ReportHeading, ReportList, ReportRow } from "./report-model.ts";

/** Width shares by kind of column, where the form gives none: short codes narrow, running text wide. */
const WIDTHS: Readonly<Record<FieldKind, number>> = {
  code: 4,
  marker: 3,
  rating: 5,
  direction: 6,
  count: 7,
  amount: 9,
  total: 10,
  organisation: 10,
  name: 14,
  baseline: 14,
  heading: 14,
  text: 18,
  plan: 24,
  result: 24,
  evaluation: 22,
  outlook: 24,
};

/** A column of the printed table: one of the sheet's, or a column without heading that only records show. */
interface PrintedColumn {
  readonly field: string;
  readonly kind: FieldKind;
  readonly source: TableColumn | undefined;
  readonly index: number;
}

/** A list or yearly plan as printed: flat records grouped again, stacked headings rebuilt. */
export function listTable(
  table: EvaluationTable,
  kind: "list" | "yearly-plan",
  kinds: ReadonlyMap<string, FieldKind>,
  widths: Readonly<Record<string, number>>,
): ReportList {
  const columns = printedColumns(table, kinds);
  const shares = columns.map(({ field, kind: columnKind }) => widths[field] ?? WIDTHS[columnKind]);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return {
    kind,
    resource: table.resource,
    columns: columns.map((column, i) => ({
      field: column.field,
      kind: column.kind,
      width: Math.round((shares[i]! / whole) * 10000) / 100,
    })),
    headingRows: headingRows(table, columns),
    groups: groupRecords(table.records, columns).map((records) => printedGroup(records, columns)),
  };
}

function printedColumns(table: EvaluationTable, kinds: ReadonlyMap<string, FieldKind>): PrintedColumn[] {
  const headed = new Set(table.columns.map(({ field }) => field));
  const unheaded = new Set<string>();
  for (const record of table.records) {
    // The title of a group runs across the table: it is no column of its own.
    for (const field of Object.keys(record.values)) {
      if (!headed.has(field) && kinds.get(field) !== "heading") unheaded.add(field);
    }
  }
  return [
    ...[...unheaded].map((field) => ({
      field,
      kind: kinds.get(field) ?? ("text" as const),
      source: undefined,
      index: -1,
    })),
    ...table.columns.map((source, index) => ({
      field: source.field ?? "",
      kind: (source.field === undefined ? undefined : kinds.get(source.field)) ?? ("text" as const),
      source,
      index,
    })),
  ];
}

/** One row of headings, or two where some stand under a common heading or a corner text. */
function headingRows(table: EvaluationTable, columns: readonly PrintedColumn[]): ReportHeading[][] {
  const lower = headingRow(columns, ({ source }) => source?.heading);
  if (table.corner === undefined && !columns.some(({ source }) => source?.under)) return [lower];
  const isLeft = (index: number) => !columns.slice(0, index + 1).some(({ source }) => source?.under);
  // The corner runs over the columns left of the common heading; columns right of it have nothing above them.
  const upper = headingRow(columns, ({ source }, index) => source?.under ?? (isLeft(index) ? table.corner : undefined));
  return [joinBlank(upper), lower];
}

/** Headings over neighbouring columns that come from one cell are printed once, over all of them. */
function headingRow(
  columns: readonly PrintedColumn[],
  headingOf: (column: PrintedColumn, index: number) => SourcedValue | undefined,
): ReportHeading[] {
  const row: ReportHeading[] = [];
  let open: SourcedValue | undefined;
  columns.forEach((column, index) => {
    const own = headingOf(column, index);
    if (own && open && isSameCell(own, open)) row[row.length - 1] = widen(row.at(-1)!);
    else row.push(own ? heading(own) : { text: "", cell: "", colspan: 1, rowspan: 1 });
    open = own;
  });
  return row;
}

function joinBlank(row: readonly ReportHeading[]): ReportHeading[] {
  return row.reduce<ReportHeading[]>((joined, cell) => {
    const before = joined.at(-1);
    if (before?.cell === "" && cell.cell === "") joined[joined.length - 1] = widen(before);
    else joined.push(cell);
    return joined;
  }, []);
}

function isSameCell({ cell: a }: SourcedValue, { cell: b }: SourcedValue): boolean {
  return a.row === b.row && a.column === b.column && a.sheet === b.sheet;
}

function heading(value: SourcedValue): ReportHeading {
  return { text: value.text, cell: qualifiedCellName(value.cell), colspan: 1, rowspan: 1 };
}

function widen(cell: ReportHeading): ReportHeading {
  return { ...cell, colspan: cell.colspan + 1 };
}

/** Records in a row that show the same values in every grouped column. */
function groupRecords(records: readonly EvaluationRecord[], columns: readonly PrintedColumn[]): EvaluationRecord[][] {
  const grouped = columns.filter(({ source }) => source?.grouped).map(({ field }) => field);
  const groups: EvaluationRecord[][] = [];
  let open = "";
  for (const record of records) {
    const key =
      grouped.length > 0 && record.kind === "record"
        ? JSON.stringify(grouped.map((field) => record.values[field]?.text.trim()))
        : "";
    if (key !== "" && key === open) groups.at(-1)!.push(record);
    else groups.push([record]);
    open = key;
  }
  return groups;
}

function printedGroup(records: readonly EvaluationRecord[], columns: readonly PrintedColumn[]): ReportGroup {
  return { rows: records.map((record, i) => printedRow(record, columns, records.length, i === 0)) };
}

function printedRow(
  record: EvaluationRecord,
  columns: readonly PrintedColumn[],
  rows: number,
  isFirst: boolean,
): ReportRow {
  const cells: ReportCell[] = [];
  const spanning = Object.entries(record.values).find(([field]) => !columns.some((column) => column.field === field));
  for (const { field, kind, source, index } of columns) {
    const grouped = source?.grouped === true;
    if (grouped && !isFirst) continue;
    if (source && spanning) {
      const span = columns.filter((column) => column.source).length;
      cells.push(cellOf(spanning[0], "heading", spanning[1], { colspan: span, rowspan: 1, grouped: false }));
      break;
    }
    cells.push(
      cellOf(field, kind, valueOf(record, field, source, index), { colspan: 1, rowspan: grouped ? rows : 1, grouped }),
    );
  }
  return { kind: record.kind, cells };
}

function valueOf(
  record: EvaluationRecord,
  field: string,
  source: TableColumn | undefined,
  index: number,
): SourcedValue | undefined {
  if (source && source.field === undefined) return record.extras[index];
  if (source?.period !== undefined) return record.series[field]?.[source.period] ?? undefined;
  return record.values[field];
}

/** Whether a value is a number, as such or written as text (1,234). A date is none, though Excel counts it. */
export function isNumeric(value: SourcedValue | undefined): boolean {
  if (value?.date !== undefined) return false;
  return (
    typeof value?.value === "number" ||
    /^\s*[-−△▲]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?\s*$/u.test(value?.text ?? "")
  );
}

function cellOf(
  field: string,
  kind: FieldKind,
  value: SourcedValue | undefined,
  place: Pick<ReportCell, "colspan" | "rowspan" | "grouped">,
): ReportCell {
  return {
    field,
    kind,
    text: value?.text ?? "",
    cell: value ? qualifiedCellName(value.cell) : "",
    numeric: isNumeric(value),
    ...place,
  };
}

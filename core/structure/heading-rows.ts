import type { EvaluationTable, SourcedValue, TableColumn } from "../table/evaluation-document.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import { HEADING_PARTS, type HeadingPart } from "./role-names.ts";
import type { StructuringContext } from "./structure-document.ts";
import { madeCell, structuredCell } from "./structured-cell.ts";
import type { StructuredCell, StructuredRow } from "./structured-workbook.ts";

/** The columns that a form does not know, under the headings that they get in the data tables. */
export interface ExtraColumns {
  /** Headings of all unknown columns of a resource in which rows of a kind hold values. */
  readonly headings: (resource: string, rowKind: string) => string[];
  /** The heading of one column of one table. */
  readonly headingOf: (table: EvaluationTable, column: number) => string;
}

/** Finds the columns that the form does not know. The same heading in two tables is one column. */
export function extraColumns(tables: readonly EvaluationTable[]): ExtraColumns {
  const names = new Map(tables.map((table) => [table, unknownHeadings(table.columns)]));
  return {
    headings(resource, rowKind) {
      const found = new Set<string>();
      for (const [table, headings] of names) {
        if (table.resource !== resource) continue;
        for (const [index, heading] of headings) {
          // A column without any value is a column of the records.
          const isUsed = table.records.some(({ kind, extras }) => kind === rowKind && index in extras);
          if (isUsed || rowKind === "record") found.add(heading);
        }
      }
      return [...found];
    },
    headingOf: (table, column) => names.get(table)?.get(column) ?? "",
  };
}

function unknownHeadings(columns: readonly TableColumn[]): Map<number, string> {
  const found = new Map<number, string>();
  const counts = new Map<string, number>();
  columns.forEach(({ field, heading }, index) => {
    if (field !== undefined) return;
    const text = (heading?.text ?? "").replace(/\s+/gu, " ").trim() || "見出しのない列";
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    found.set(index, count === 1 ? text : `${text}(${count})`);
  });
  return found;
}

/** How every table of the form sheet spells its headings. */
export function headingRows({ form, tables, plans, extras }: StructuringContext): StructuredRow[] {
  return tables.flatMap(({ number, table }) => {
    const titles = new Map(
      form.resources.find(({ name }) => name === table.resource)?.schema.fields.map(({ name, title }) => [name, title]),
    );
    const extraTitle = (heading: string) =>
      plans
        .find(({ subject }) => subject.is === "records" && subject.shape.resource.name === table.resource)
        ?.columns.find(({ from }) => from.is === "extra" && from.heading === heading)?.title ?? heading;
    const line = (part: HeadingPart, order: number, cells: HeadingCells): StructuredRow =>
      headingRow(number, part, order, cells);
    const cornerField = form.layouts.find(
      (layout) => layout.type === "yearly-plan" && layout.resource === table.resource,
    );
    // The corner of a plan is a value of its records; only without a record it has no other place.
    const corner = cornerField && table.records.length > 0 ? undefined : table.corner;
    return [
      ...(corner ? [line("corner", 1, { heading: corner })] : []),
      ...table.columns.map(({ field, period, heading, under }, i) =>
        line("column", i + 1, {
          field: field === undefined ? extraTitle(extras.headingOf(table, i)) : (titles.get(field) ?? field),
          period,
          heading,
          under,
        }),
      ),
      ...(table.columns.length > 0
        ? []
        : table.periods.map(({ label }, i) => line("period", i + 1, { period: i, heading: label }))),
      ...Object.entries(table.labels).map(([field, heading], i) =>
        line("label", i + 1, { field: titles.get(field) ?? field, heading }),
      ),
    ];
  });
}

interface HeadingCells {
  readonly field?: string;
  readonly period?: number | undefined;
  readonly heading?: SourcedValue | undefined;
  readonly under?: SourcedValue | undefined;
}

function headingRow(number: number, part: HeadingPart, order: number, cells: HeadingCells): StructuredRow {
  const { field, period, heading, under } = cells;
  const row: Record<string, StructuredCell | undefined> = {
    tableNumber: madeCell(number),
    part: madeCell(HEADING_PARTS[part]),
    order: madeCell(order),
    field: field === undefined ? undefined : madeCell(field),
    period: period === undefined ? undefined : madeCell(period + 1),
    heading: structuredCell(heading, "string"),
    under: structuredCell(under, "string"),
    sourceCell: heading && madeCell(qualifiedCellName(heading.cell)),
    underSourceCell: under && madeCell(qualifiedCellName(under.cell)),
  };
  return withoutBlanks(row);
}

/** A row without its blank cells. */
export function withoutBlanks(row: Readonly<Record<string, StructuredCell | undefined>>): StructuredRow {
  const filled: Record<string, StructuredCell> = {};
  for (const name in row) if (row[name]) filled[name] = row[name];
  return filled;
}

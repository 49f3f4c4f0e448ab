import type { FormDefinition, LayoutDefinition } from "../form/form-definition.ts";
import { HEADING_PARTS, nameOf, type HeadingPart } from "../structure/role-names.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { dataNumber, dataValue, type DataRow, type DataTable } from "./data-table.ts";
import type { EvaluationTable, Period, SourcedValue, TableColumn } from "./evaluation-document.ts";

/** The headings of one table as 見出し keeps them. */
export interface DataHeadings extends Pick<EvaluationTable, "columns" | "periods" | "corner" | "labels"> {
  /** Headings in the data table of the columns that the form does not know. */
  readonly extras: ReadonlyMap<TableColumn, string>;
}

interface Heading {
  readonly part: HeadingPart;
  readonly field: string;
  readonly period: number | undefined;
  readonly heading: SourcedValue | undefined;
  readonly under: SourcedValue | undefined;
}

/** Rebuilds the headings of a table from 見出し; without them the form's own stand over the columns of the data table. */
export function readDataHeadings(
  form: FormDefinition,
  layout: LayoutDefinition,
  rows: readonly DataRow[],
  records: DataTable | undefined,
): DataHeadings {
  const headings = rows.length > 0 ? readHeadings(rows) : formHeadings(form, layout, records);
  const names = new Map(
    form.resources.find(({ name }) => name === layout.resource)?.schema.fields.map(({ name, title }) => [title, name]),
  );
  const extras = new Map<TableColumn, string>();
  const columns = headings
    .filter(({ part }) => part === "column")
    .map(({ field, period, heading, under }): TableColumn => {
      const name = names.get(field);
      const at = records?.columns.get(name ?? "") ?? records?.extras.get(field) ?? heading?.cell.column ?? 1;
      const column = { field: name, period, heading, under, left: at, right: at, grouped: isGrouped(layout, name) };
      if (name === undefined) extras.set(column, field);
      return column;
    });
  const labels = headings.flatMap(({ part, field, heading }): [string, SourcedValue][] =>
    part === "label" && heading ? [[names.get(field) ?? field, heading]] : [],
  );
  return {
    columns,
    periods: periodsOf(columns, headings),
    corner: headings.find(({ part }) => part === "corner")?.heading,
    labels: Object.fromEntries(labels),
    extras,
  };
}

/**
 * Headings that one cell of the form sheet gave to several columns are one value again. Where no form sheet stands behind
 * them, the same words above columns side by side are.
 */
function readHeadings(rows: readonly DataRow[]): Heading[] {
  const shared = new Map<string, SourcedValue>();
  const before = new Map<string, SourcedValue | undefined>();
  const valueOf = (row: DataRow, column: string, source: string): SourcedValue | undefined => {
    const value = dataValue(row, column);
    const cell = dataValue(row, source).text;
    const key = JSON.stringify([cell, value.text]);
    const beside = mayBeShared(row, column) ? before.get(column) : undefined;
    const isBlank = value.text === "" && cell === "";
    const first = cell === "" ? (beside?.text === value.text ? beside : undefined) : shared.get(key);
    const found = isBlank ? undefined : (first ?? value);
    before.set(column, found);
    if (found) shared.set(key, found);
    return found;
  };
  const ordered = rows.map((row) => ({ row, order: dataNumber(row, "order") ?? Infinity }));
  return ordered
    .sort((a, b) => a.order - b.order)
    .flatMap(({ row }) => {
      const part = nameOf(HEADING_PARTS, dataValue(row, "part").text.trim());
      if (!part) return [];
      const period = dataNumber(row, "period");
      return [
        {
          part,
          field: dataValue(row, "field").text.trim(),
          period: period === undefined ? undefined : period - 1,
          heading: valueOf(row, "heading", "sourceCell"),
          under: valueOf(row, "under", "underSourceCell"),
        },
      ];
    });
}

/** Two columns of years may well be called alike, and so may a label and a year. */
function mayBeShared(row: DataRow, column: string): boolean {
  if (column !== "heading") return true;
  return dataNumber(row, "period") === undefined && dataValue(row, "part").text.trim() === HEADING_PARTS.column;
}

/** Years stand in the headings of columns, or in a row of their own above the values of cards. */
function periodsOf(columns: readonly TableColumn[], headings: readonly Heading[]): Period[] {
  const found = new Map<number, SourcedValue>();
  for (const { period, heading } of [...columns, ...headings.filter(({ part }) => part === "period")]) {
    if (period !== undefined && heading && !found.has(period)) found.set(period, heading);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([, label]) => ({ label, fiscalYear: findFiscalYears(label.text)[0] }));
}

/** Headings for a data table that no form sheet was turned into: the form's first spelling of each. */
function formHeadings(form: FormDefinition, layout: LayoutDefinition, records: DataTable | undefined): Heading[] {
  const titles = new Map(
    form.resources.find(({ name }) => name === layout.resource)?.schema.fields.map(({ name, title }) => [name, title]),
  );
  const value = (field: string, text: string): SourcedValue => ({
    value: text,
    text,
    cell: { sheet: records?.sheet ?? "", row: records?.headingRow ?? 1, column: records?.columns.get(field) ?? 1 },
  });
  if (layout.type === "card") {
    return layout.items.map(({ field, labels: [label = ""] }) => ({
      part: "label",
      field: titles.get(field) ?? field,
      period: undefined,
      heading: value(field, label),
      under: undefined,
    }));
  }
  if (layout.type === "matrix") return [];
  return layout.columns
    .filter(({ yearly }) => !yearly)
    .flatMap(({ fields, under }) =>
      fields.map((field) => ({
        part: "column",
        field: titles.get(field) ?? field,
        period: undefined,
        heading: value(field, titles.get(field) ?? field),
        under: under === undefined ? undefined : value(field, under),
      })),
    );
}

function isGrouped(layout: LayoutDefinition, field: string | undefined): boolean {
  if (field === undefined || (layout.type !== "list" && layout.type !== "yearly-plan")) return false;
  return layout.columns.some(({ fields, grouped }) => grouped === true && fields.includes(field));
}

import type { ColumnDefinition, LayoutDefinition } from "../form/form-definition.ts";
import { dataValue, extraValue, type DataRow } from "./data-table.ts";
import type { Period, SourcedValue, TableColumn } from "./evaluation-document.ts";
import type { DataHeadings } from "./read-data-headings.ts";

/** A column that the form sheet did not have is there as soon as a person fills it in. */
export function addFilledColumns(
  headings: DataHeadings,
  layout: LayoutDefinition,
  rows: readonly DataRow[],
): DataHeadings {
  if (layout.type !== "list" && layout.type !== "yearly-plan") return headings;
  const known = new Set(headings.columns.map(({ field }) => field));
  const filled = layout.columns.flatMap((definition) =>
    definition.fields.flatMap((field) => {
      const first = rows.find((row) => dataValue(row, field).text !== "");
      if (definition.yearly || known.has(field) || !first) return [];
      const title = first.table.plan.columns.find(({ name }) => name === field)?.title ?? field;
      return [dataColumn(first, title, dataValue(first, field), { field, definition })];
    }),
  );
  const stated = new Set(headings.extras.values());
  const extras = new Map(headings.extras);
  const unknown = new Set(rows.flatMap(({ table }) => [...table.extras.keys()]));
  const added = [...unknown].flatMap((title) => {
    const first = rows.find((row) => (extraValue(row, title)?.text ?? "") !== "");
    if (stated.has(title) || !first) return [];
    const column = dataColumn(first, title, extraValue(first, title)!, {});
    extras.set(column, title);
    return [column];
  });
  return { ...headings, columns: [...headings.columns, ...filled, ...added], extras };
}

function dataColumn(
  { table }: DataRow,
  title: string,
  { cell }: SourcedValue,
  known: { readonly field?: string; readonly definition?: ColumnDefinition },
): TableColumn {
  const at = (text: string): SourcedValue => ({ value: text, text, cell: { ...cell, row: table.headingRow } });
  const { field, definition } = known;
  return {
    field,
    period: undefined,
    heading: at(title),
    under: definition?.under === undefined ? undefined : at(definition.under),
    left: cell.column,
    right: cell.column,
    grouped: definition?.grouped === true,
  };
}

/** A period that only the yearly rows name gets a column of its own, where the form has its years. */
export function addPeriodColumns(
  columns: readonly TableColumn[],
  layout: LayoutDefinition,
  periods: readonly Period[],
): TableColumn[] {
  const all = [...columns];
  if (layout.type !== "list" && layout.type !== "yearly-plan") return all;
  const order = layout.columns.flatMap(({ fields }) => fields);
  for (const { fields, yearly, under } of layout.columns) {
    if (!yearly) continue;
    periods.forEach(({ label }, period) => {
      for (const field of fields) {
        if (all.some((column) => column.field === field && column.period === period)) continue;
        const { column: left } = label.cell;
        const above =
          under === undefined
            ? undefined
            : (columns.find((column) => column.under)?.under ?? { ...label, value: under, text: under });
        const column = { field, period, heading: label, under: above, left, right: left, grouped: false };
        all.splice(placeOf(all, order, field), 0, column);
      }
    });
  }
  return all;
}

/** Behind the last column of the field, else before the first column that the form puts behind it. */
function placeOf(columns: readonly TableColumn[], order: readonly string[], field: string): number {
  const last = columns.findLastIndex((column) => column.field === field);
  if (last >= 0) return last + 1;
  const later = new Set(order.slice(order.indexOf(field) + 1));
  const next = columns.findIndex((column) => column.field !== undefined && later.has(column.field));
  return next < 0 ? columns.length : next;
}

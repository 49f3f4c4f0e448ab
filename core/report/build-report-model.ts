import type { FieldDefinition, FieldKind, FormDefinition } from "../form/form-definition.ts";
import type { EvaluationDocument, EvaluationTable, SourcedValue, TextPart } from "../table/evaluation-document.ts";
import { fiscalYearLabel } from "../text/fiscal-year.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import { isNumeric, listTable } from "./list-table.ts";
import type {
  ReportCard,
  ReportCards,
  ReportMatrix,
  ReportModel,
  ReportPart,
  ReportText,
  ReportValue,
} from "./report-model.ts";

/** What a printed report says beyond the workbook's content. */
export interface ReportOptions {
  /** ISO date. */
  readonly issuedOn: string;
  readonly workbook: string;
  readonly unconfirmed: boolean;
}

/** Turns a recognised document into the data of its template, in the order of the sheet. */
export function buildReportModel(
  form: FormDefinition,
  document: EvaluationDocument,
  options: ReportOptions,
): ReportModel {
  const { fiscalYear } = document;
  const stated = document.parts.find((part): part is TextPart => part.kind === "text" && part.role === "title");
  const label = fiscalYear === undefined ? "" : fiscalYearLabel(fiscalYear);
  const parts = document.parts.map((part): ReportPart =>
    part.kind === "text" ? reportText(part) : reportTable(form, part.table),
  );
  return {
    // Without a year the brackets around it would stand empty.
    title: stated?.text.text.trim() ?? form.report.title.replaceAll("{fiscalYear}", label).replace(/（）|\(\)/gu, ""),
    subject: form.report.subject,
    municipality: form.municipality,
    form: { name: form.name, title: form.title },
    fiscalYear: fiscalYear === undefined ? null : { gregorian: fiscalYear, label },
    ...options,
    parts,
  };
}

/** A value as templates see it. */
export function reportValue(value: SourcedValue): ReportValue {
  return { text: value.text, cell: qualifiedCellName(value.cell) };
}

/** The kind of every field of a resource. */
export function fieldKinds(form: FormDefinition, resource: string): ReadonlyMap<string, FieldKind> {
  const fields: readonly FieldDefinition[] = form.resources.find(({ name }) => name === resource)?.schema.fields ?? [];
  return new Map(fields.map(({ name, kind }) => [name, kind]));
}

function reportText(part: TextPart): ReportText {
  return { kind: "text", role: part.role, level: part.level, ...reportValue(part.text) };
}

function reportTable(form: FormDefinition, table: EvaluationTable): ReportPart {
  const kinds = fieldKinds(form, table.resource);
  if (table.layout === "card") return cardTable(form, table, kinds);
  if (table.layout === "matrix") return matrixTable(form, table, kinds);
  return listTable(table, table.layout, kinds, form.report.widths ?? {});
}

function cardTable(form: FormDefinition, table: EvaluationTable, kinds: ReadonlyMap<string, FieldKind>): ReportCards {
  const layout = form.layouts.find((candidate) => candidate.type === "card" && candidate.resource === table.resource);
  const items = layout?.type === "card" ? layout.items : [];
  const labels: Record<string, ReportValue> = {};
  for (const {
    field,
    labels: [spelling = ""],
  } of items) {
    const label = table.labels[field];
    labels[field] = label ? reportValue(label) : { text: spelling, cell: "" };
  }
  const byPeriod = items.filter(({ values }) => values === "by-period").map(({ field }) => field);
  const cards = table.records.map((record): ReportCard => {
    const values = Object.fromEntries(
      Object.entries(record.values).map(([field, value]) => [field, reportValue(value)]),
    );
    const series = byPeriod.map((field) => {
      const slots = record.series[field] ?? [];
      const first = slots.findIndex((slot) => slot !== null);
      return {
        field,
        kind: kinds.get(field) ?? "text",
        label: labels[field]!,
        labelSpan: 1 + Math.max(0, first),
        cells: slots.slice(Math.max(0, first)).map((slot) => (slot ? reportValue(slot) : { text: "", cell: "" })),
      };
    });
    return { values, series };
  });
  return {
    kind: "card",
    resource: table.resource,
    labels,
    periods: table.periods.map(({ label }) => reportValue(label)),
    periodCount: table.periods.length,
    cards,
  };
}

function matrixTable(
  form: FormDefinition,
  table: EvaluationTable,
  kinds: ReadonlyMap<string, FieldKind>,
): ReportMatrix {
  const layout = form.layouts.find((candidate) => candidate.type === "matrix" && candidate.resource === table.resource);
  if (layout?.type !== "matrix") throw new Error(`form ${form.name} has no matrix layout for ${table.resource}`);
  const rows = new Map<string, { heading: ReportValue; cells: ReportMatrix["rows"][number]["cells"][number][] }>();
  const columns = new Map<string, ReportValue & { colspan: number }>();
  for (const { values } of table.records) {
    const rowHeading = reportValue(values[layout.rowField]!);
    const columnHeading = reportValue(values[layout.columnField]!);
    columns.set(columnHeading.cell, { ...columnHeading, colspan: layout.fields.length });
    let row = rows.get(rowHeading.cell);
    if (!row) rows.set(rowHeading.cell, (row = { heading: rowHeading, cells: [] }));
    for (const field of layout.fields) {
      row.cells.push({
        field,
        kind: kinds.get(field) ?? "text",
        colspan: 1,
        rowspan: 1,
        grouped: false,
        numeric: isNumeric(values[field]),
        ...reportValue(values[field]!),
      });
    }
  }
  const corner = table.corner ? reportValue(table.corner) : { text: layout.corner, cell: "" };
  return {
    kind: "matrix",
    resource: table.resource,
    corner,
    columnHeadings: [...columns.values()],
    rows: [...rows.values()],
  };
}

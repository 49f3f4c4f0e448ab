import type { FormDefinition, LayoutDefinition } from "../form/form-definition.ts";
import { planTables } from "../structure/plan-tables.ts";
import { LAYOUT_ROLE_NAMES, nameOf, ROLE_NAMES } from "../structure/role-names.ts";
import type { WorkbookSnapshot } from "../workbook/snapshot.ts";
import { dataNumber, dataValue, findDataTables, type DataRow, type DataTable } from "./data-table.ts";
import { readReviews } from "./read-data-reviews.ts";
import { readDataRecords, type TablePlace } from "./read-data-records.ts";
import type { DocumentPart, EvaluationDocument, TextPart } from "./evaluation-document.ts";
import { statedFiscalYear } from "./stated-fiscal-year.ts";

/** The data tables of a workbook, as those of one form. */
export interface FoundDataTables {
  readonly form: FormDefinition;
  readonly tables: ReadonlyMap<string, DataTable>;
  /** Nobody has written in them yet. */
  readonly isEmpty: boolean;
}

/** The form whose data tables (データ) a workbook holds; `undefined` for one that only has form sheets. */
export function findDataForm(
  workbook: WorkbookSnapshot,
  forms: readonly FormDefinition[],
): FoundDataTables | undefined {
  if (workbook.sheets.every(({ tables }) => tables.length === 0)) return undefined;
  const found = forms.map((form): FoundDataTables => {
    const tables = findDataTables(workbook, planTables(form));
    return {
      form,
      tables,
      isEmpty: ![...tables.values()].some((table) => isOfRecords(table) && table.rows.length > 0),
    };
  });
  // 文書 and 見出し are alike in all forms: the tables of records tell.
  const candidates = found.filter(({ tables }) => [...tables.values()].some(isOfRecords));
  const headings = ({ tables }: FoundDataTables) =>
    [...tables.values()].reduce((sum, { columns, plan }) => sum + columns.size / plan.columns.length, 0);
  return candidates.sort((a, b) => Number(a.isEmpty) - Number(b.isEmpty) || headings(b) - headings(a))[0];
}

function isOfRecords({ plan }: DataTable): boolean {
  return plan.subject.is === "records" && plan.subject.rowKind === "record";
}

/**
 * Reads data tables back into the document that they were made from. What people changed in them counts; copies and
 * computed columns do not. Without 文書 the records stand in one table a resource.
 */
export function readDataTables({ form, tables }: FoundDataTables): EvaluationDocument {
  const rows = inOrder(tables.get("document")?.rows ?? []);
  const places = [...textPlaces(form, rows)];
  const known = places.flatMap((place) => ("resource" in place ? [place] : []));
  const missing = form.layouts.filter(({ resource, type }, i) => {
    const isFirst = form.layouts.findIndex((layout) => layout.resource === resource) === i;
    return (
      isFirst &&
      !known.some((place) => place.resource === resource && place.layout === type) &&
      hasRecords(tables, resource)
    );
  });
  const added = missing.map(({ resource, type }, i): TablePlace => ({
    resource,
    layout: type,
    number: Math.max(0, ...known.map(({ number }) => number)) + i + 1,
  }));
  const all = [...known, ...added];
  const parts = [...places, ...added].map((place): DocumentPart => {
    if (!("resource" in place)) return place;
    return { kind: "table", table: readDataRecords(form, tables, place, all) };
  });
  const reviews = readReviews(tables);
  return { form: form.name, fiscalYear: statedFiscalYear(form, parts), parts, ...(reviews ? { reviews } : {}) };
}

function hasRecords(tables: ReadonlyMap<string, DataTable>, resource: string): boolean {
  return (tables.get(resource)?.rows.length ?? 0) > 0;
}

/** Rows by their number in the document; a row that a person added stays where it stands. */
function inOrder(rows: readonly DataRow[]): DataRow[] {
  let last = 0;
  const keyed = rows.map((row) => ({ row, order: (last = dataNumber(row, "order") ?? last) }));
  return keyed.sort((a, b) => a.order - b.order).map(({ row }) => row);
}

function* textPlaces(form: FormDefinition, rows: readonly DataRow[]): Generator<TextPart | TablePlace> {
  const titles = new Map(planTables(form).map(({ name, title }) => [title, name]));
  for (const row of rows) {
    const role = dataValue(row, "role").text.trim();
    const layout = nameOf(LAYOUT_ROLE_NAMES, role);
    const text = dataValue(row, "text");
    const number = dataNumber(row, "tableNumber");
    if (layout && number !== undefined) {
      const resource = titles.get(text.text.trim()) ?? onlyResource(form, layout);
      if (resource !== undefined) yield { resource, layout, number };
    } else if (text.text !== "") {
      const named = nameOf(ROLE_NAMES, role) ?? (role === "" ? "paragraph" : "unclassified");
      yield { kind: "text", role: named, level: dataNumber(row, "level") ?? 0, text };
    }
  }
}

/** The title of a table may have been written over; a form with one layout of the kind leaves no doubt. */
function onlyResource({ layouts }: FormDefinition, type: LayoutDefinition["type"]): string | undefined {
  const fitting = layouts.filter((layout) => layout.type === type);
  return fitting.length === 1 ? fitting[0]?.resource : undefined;
}

import type { FormDefinition } from "../form/form-definition.ts";
import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { codeRows, fieldRows } from "./describe-tables.ts";
import { documentWalk, type PlacedTable } from "./document-walk.ts";
import { extraColumns, headingRows, type ExtraColumns } from "./heading-rows.ts";
import { indicatorReviews, type IndicatorReviews } from "./indicator-rows.ts";
import { planTables, withUniqueNames, type PlannedColumn, type TablePlan } from "./plan-tables.ts";
import { recordRows } from "./record-rows.ts";
import { sectionRows, textRows } from "./text-rows.ts";
import type { Normalisation, StructuredRow, StructuredTable, StructuredWorkbook } from "./structured-workbook.ts";

/** What the rows of all tables are made from. */
export interface StructuringContext {
  readonly form: FormDefinition;
  readonly document: EvaluationDocument;
  readonly plans: readonly TablePlan[];
  readonly tables: readonly PlacedTable[];
  readonly extras: ExtraColumns;
  /** What people said of figures before, to be taken out as their figures are found again. */
  readonly reviews: IndicatorReviews;
  /** Filled while rows are made. */
  readonly normalisations: Normalisation[];
}

/**
 * Turns a recognised document into tidy tables (整形). Every text of the document is in exactly one table as a value;
 * numbers of number fields lose full width, nothing else is changed.
 */
export function structureDocument(document: EvaluationDocument, form: FormDefinition): StructuredWorkbook {
  const tables = documentWalk(document);
  const found = extraColumns(tables.map(({ table }) => table));
  const plans = planTables(form).map((plan) => withExtras(plan, found));
  const reviews = indicatorReviews(document);
  const context: StructuringContext = { form, document, plans, tables, extras: found, reviews, normalisations: [] };
  const rows = recordRows(context);
  const used = plans.map((plan) => withoutUnused(plan, rows.get(plan.name) ?? []));
  const filled = used.map((plan): StructuredTable => {
    const { name, title, description, columns, primaryKey, foreignKeys, isView } = plan;
    const own = rowsOf(plan, rows, { ...context, plans: used });
    return { name, title, description, columns, primaryKey, foreignKeys, isView, rows: own };
  });
  const { name, title, municipality } = form;
  return {
    form: { name, title, municipality },
    fiscalYear: document.fiscalYear,
    tables: filled.filter(({ rows: own }, i) => own.length > 0 || isExpected(plans[i]!)),
    normalisations: context.normalisations,
    unclassified: document.parts.flatMap((part) =>
      part.kind === "text" && part.role === "unclassified" ? [{ cell: part.text.cell, text: part.text.text }] : [],
    ),
  };
}

/** Tables that stand for the form itself are there even when they are empty; a form without totals needs no table of them. */
function isExpected({ subject }: TablePlan): boolean {
  if (subject.is === "texts" || subject.is === "headings") return true;
  return (subject.is === "records" || subject.is === "series") && subject.rowKind === "record";
}

function rowsOf(
  plan: TablePlan,
  rows: ReadonlyMap<string, readonly StructuredRow[]>,
  context: StructuringContext,
): readonly StructuredRow[] {
  switch (plan.subject.is) {
    case "records":
    case "series":
    case "indicators":
      return rows.get(plan.name) ?? [];
    case "texts":
      return textRows(context);
    case "sections":
      return sectionRows(context);
    case "headings":
      return headingRows(context);
    case "fields":
      return fieldRows(context.plans);
    case "codes":
      return codeRows(context.plans);
  }
}

/** A column of units is there where a number has one. */
function withoutUnused(plan: TablePlan, rows: readonly StructuredRow[]): TablePlan {
  const columns = plan.columns.filter(({ optional, name }) => !optional || rows.some((row) => name in row));
  return { ...plan, columns };
}

/** Columns of the sheet that the form does not know stand behind those that it knows. */
function withExtras(plan: TablePlan, extras: ExtraColumns): TablePlan {
  if (plan.subject.is !== "records") return plan;
  const { shape, rowKind } = plan.subject;
  const own = extras.headings(shape.resource.name, rowKind);
  if (own.length === 0) return plan;
  const at = plan.columns.findIndex(({ from }) => ["unit", "shared", "table-number"].includes(from.is));
  const added = own.map((heading): PlannedColumn => ({
    name: "extra",
    // 見出し names columns by their titles: that of a field may not stand for another column.
    title: shape.resource.schema.fields.some(({ title }) => title === heading) ? `${heading}(定義外)` : heading,
    type: "string",
    purpose: "value",
    kind: "text",
    description: "様式の定義にない列です。",
    from: { is: "extra", heading },
  }));
  return { ...plan, columns: withUniqueNames(plan.columns.toSpliced(at, 0, ...added)) };
}

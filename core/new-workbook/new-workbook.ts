import type { FormDefinition } from "../form/form-definition.ts";
import { codeRows, fieldRows } from "../structure/describe-tables.ts";
import { planTables, type TablePlan, type TableSubject } from "../structure/plan-tables.ts";
import { resourceShapes } from "../structure/resource-shape.ts";
import { structureDocument } from "../structure/structure-document.ts";
import { madeCell } from "../structure/structured-cell.ts";
import type {
  StructuredColumn,
  StructuredRow,
  StructuredTable,
  StructuredWorkbook,
} from "../structure/structured-workbook.ts";
import { documentTables, type EvaluationDocument } from "../table/evaluation-document.ts";
import { statedFiscalYear } from "../table/stated-fiscal-year.ts";
import { fiscalYearLabel } from "../text/fiscal-year.ts";
import { UserError } from "../user-error.ts";
import { carryNotes } from "./carry-notes.ts";
import { coverSheet, type CoverSheet } from "./cover-sheet.ts";
import { emptyDocument } from "./empty-document.ts";
import { fillInCounts } from "./fill-in-counts.ts";
import { preparedRows, type PreparedRows } from "./prepared-rows.ts";
import { rollOver } from "./roll-over.ts";

/** A table of a new workbook. Its headings are never edited. */
export interface NewTable extends StructuredTable {
  /** Whether people write in its rows. */
  readonly isOpen: boolean;
}

/** An empty workbook of a form as plain data: a cover and data tables with rows to write in. */
export interface NewWorkbook extends Pick<StructuredWorkbook, "form"> {
  readonly fiscalYear: number;
  /** What a reader will take for its fiscal year; not `fiscalYear` where no title or heading states it in a form that is read. */
  readonly statedFiscalYear: number | undefined;
  readonly cover: CoverSheet;
  readonly tables: readonly NewTable[];
  /** Number of records carried over from last year; codes and rows of costs and totals are not counted. */
  readonly carried: number;
}

export interface NewWorkbookOptions {
  /** Gregorian year in which the fiscal year begins. */
  readonly fiscalYear: number;
  /** Rows for new records. */
  readonly rows: number;
  /** Last year's document of the same form, to carry over what goes on. */
  readonly last?: EvaluationDocument | undefined;
}

/** Rows for texts that a person adds between the tables. */
const TEXT_ROWS = 10;

/**
 * Makes the workbook that staff fill in for a year: the form's data tables, empty or carried over from last year.
 * Rows that hold only their numbers are no records until somebody writes in them.
 * @throws UserError `usage` when last year's document states no fiscal year, or none before `fiscalYear`.
 */
export function newWorkbook(form: FormDefinition, { fiscalYear, rows, last }: NewWorkbookOptions): NewWorkbook {
  const begun = last ? rollOver(earlier(last, fiscalYear), form, fiscalYear) : emptyDocument(form, fiscalYear);
  const document = fillInCounts(begun, form);
  const tables = tablesOf(document, form, rows);
  const notes = last ? carryNotes(last, document) : [];
  return {
    form: { name: form.name, title: form.title, municipality: form.municipality },
    fiscalYear,
    statedFiscalYear: statedFiscalYear(form, document.parts),
    cover: coverSheet(form, fiscalYear, tables, notes),
    tables,
    carried: last ? recordCount(document, form) : 0,
  };
}

/** Codes that records refer to are none themselves. */
function recordCount(document: EvaluationDocument, form: FormDefinition): number {
  const codes = referredTo(form);
  const own = documentTables(document).filter(({ resource }) => !codes.has(resource));
  return own.reduce((sum, { records }) => sum + records.filter(({ kind }) => kind === "record").length, 0);
}

/** The resources to whose records others refer. */
function referredTo({ resources }: FormDefinition): ReadonlySet<string> {
  return new Set(
    resources.flatMap(({ schema }) => (schema.foreignKeys ?? []).map(({ reference }) => reference.resource)),
  );
}

function earlier(last: EvaluationDocument, fiscalYear: number): EvaluationDocument & { readonly fiscalYear: number } {
  const { fiscalYear: before } = last;
  if (before === undefined) {
    throw new UserError(
      "usage",
      "前の年度のブックに、年度が書かれていません。",
      "表題か見出しに「令和5年度」のように年度を書いてから、もう一度実行してください。",
    );
  }
  if (before >= fiscalYear) {
    throw new UserError(
      "usage",
      `前の年度のブックは${fiscalYearLabel(before)}のもので、${fiscalYearLabel(fiscalYear)}より前の年度ではありません。`,
      "--fiscal-year に新しい年度を、--from に前の年度のブックを指定してください。",
    );
  }
  return { ...last, fiscalYear: before };
}

/** The tables of the form in its order; views of other tables would be wrong as soon as somebody writes. */
function tablesOf(document: EvaluationDocument, form: FormDefinition, rows: number): NewTable[] {
  const plans = planTables(form);
  const structured = new Map(structureDocument(document, form).tables.map((table) => [table.name, table]));
  const prepared = allPreparedRows(document, form, plans, rows, structured);
  const open = plans.flatMap((plan): NewTable[] => {
    if (!["records", "series", "texts", "headings"].includes(plan.subject.is)) return [];
    const table = structured.get(plan.name) ?? { ...plan, rows: [] };
    const added = prepared.get(plan.name) ?? [];
    const columns = table.columns.flatMap((column) => shownColumn(column, table, plan, document));
    const description = guidance(plan, plans);
    const isOpen = plan.subject.is !== "headings";
    return [{ ...plain(table), description, columns, rows: [...table.rows, ...added], isOpen }];
  });
  return [...open, ...explained(plans, open)];
}

/** What a person does on the sheet of a table. */
function guidance({ subject, description, foreignKeys }: TablePlan, plans: readonly TablePlan[]): string {
  switch (subject.is) {
    case "records":
      return subject.rowKind === "record" ? "一行に一件ずつ記入します。" : `${description}一行に一件ずつ記入します。`;
    case "series": {
      const owner = plans.find(({ name }) => name === foreignKeys[0]?.reference.resource);
      return `年度ごとの値を記入します。シート「${owner?.title ?? ""}」の行と同じ記録番号の行が、その記録のものです。`;
    }
    case "texts":
      return "表題や注記など、表の外の文です。見出しの間のどこに表が立つかも、ここで決まります。";
    case "headings":
      return "印刷される見出しです。年度も入っています。";
    default:
      return description;
  }
}

/** A plan says more of its columns than a table does. */
function plain(table: Omit<StructuredTable, "columns" | "rows">): Omit<StructuredTable, "columns" | "rows"> {
  const { name, title, description, primaryKey, foreignKeys, isView } = table;
  return { name, title, description, primaryKey, foreignKeys, isView };
}

function allPreparedRows(
  document: EvaluationDocument,
  form: FormDefinition,
  plans: readonly TablePlan[],
  rows: number,
  structured: ReadonlyMap<string, StructuredTable>,
): PreparedRows {
  const codes = referredTo(form);
  const all = new Map<string, readonly StructuredRow[]>();
  for (const shape of resourceShapes(form)) {
    const { name } = shape.resource;
    const tables = documentTables(document).filter(({ resource }) => resource === name);
    const last = tables.reduce((sum, { records }) => sum + records.length, 0);
    // The codes that others refer to are all there; only their total may still be wanted.
    const isComplete = codes.has(name) && last > 0;
    const count = isComplete ? 0 : rows;
    const own = preparedRows(shape, plans, { rows: count, last, periods: tables[0]?.periods ?? [] });
    for (const [table, lines] of own) {
      const isThere = (structured.get(table)?.rows.length ?? 0) > 0;
      if (!isComplete || !isThere) all.set(table, lines);
    }
  }
  const texts = structured.get("document")?.rows.length ?? 0;
  return all.set(
    "document",
    Array.from({ length: TEXT_ROWS }, (_, i) => ({ order: madeCell(texts + i + 1) })),
  );
}

/** A column as people see it; nothing where it says something of a form sheet that a new workbook does not have. */
function shownColumn(
  column: StructuredColumn,
  { rows }: StructuredTable,
  { subject, columns }: TablePlan,
  document: EvaluationDocument,
): StructuredColumn[] {
  const { name, purpose } = column;
  const isUsed = rows.some((row) => row[name] !== undefined);
  if (!isUsed && columns.find((planned) => planned.name === name)?.optional) return [];
  if (purpose === "computed" || (purpose === "source" && name !== "sharedFields")) return [];
  if (subject.is === "series" && name === "value") return [explainedValue(column, subject)];
  if (subject.is !== "records") return [column];
  if (purpose === "source" || purpose === "copy") return isUsed ? [column] : [];
  if (name !== "tableNumber") return [column];
  const tables = documentTables(document).filter(({ resource }) => resource === subject.shape.resource.name);
  const isNeeded = tables.length > 1 || tables.some(({ layout }) => layout === "yearly-plan");
  return isNeeded ? [{ ...column, purpose: "value", description: TABLE_NUMBER }] : [];
}

/** The cells of a table of years hold the values of one field or of several: each says what it is. */
function explainedValue(
  column: StructuredColumn,
  { shape: { series }, rowKind }: Extract<TableSubject, { readonly is: "records" | "series" | "indicators" }>,
): StructuredColumn {
  const said = series.flatMap(({ title, description }) => (description === undefined ? [] : [[title, description]]));
  if (rowKind !== "record" || said.length === 0) return column;
  const several = said.map(([title, description]) => `【${title}】${description}`).join("");
  return { ...column, description: series.length > 1 ? several : said[0]![1]! };
}

const TABLE_NUMBER =
  "この行が入る表の番号です。シート「文書」の「表番号」に合わせます。新しい行で空けておくと、上の行と同じ表に入ります。";

/** What the columns mean, and what may be chosen: for the columns that this workbook has. */
function explained(plans: readonly TablePlan[], open: readonly NewTable[]): NewTable[] {
  return plans.flatMap((plan): NewTable[] => {
    const { is } = plan.subject;
    if (is !== "fields" && is !== "codes") return [];
    const rows = is === "fields" ? fieldRows(open) : codeRows(open);
    // English names are for programs.
    const columns = plan.columns.filter(({ name }) => is !== "fields" || name !== "name");
    return rows.length === 0 ? [] : [{ ...plain(plan), columns, rows, isOpen: false }];
  });
}

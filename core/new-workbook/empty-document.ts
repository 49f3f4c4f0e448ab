import type {
  CardLayout,
  FormDefinition,
  LayoutDefinition,
  ListLayout,
  MatrixLayout,
  YearlyPlanLayout,
} from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import type {
  EvaluationDocument,
  EvaluationRecord,
  EvaluationTable,
  Period,
  SourcedValue,
  TableColumn,
  TextPart,
} from "../table/evaluation-document.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import type { CellRange } from "../workbook/snapshot.ts";
import { fillInYears } from "./year-placeholders.ts";

/** A document of a form that nobody has filled in: its title, its headings, and the records of which the form itself knows. */
export function emptyDocument(form: FormDefinition, fiscalYear: number): EvaluationDocument {
  const extra = form.newWorkbook?.texts ?? [];
  const textsAbove = (resource: string | undefined) =>
    extra.filter(({ above }) => above === resource).map(({ text }) => textPart(form, fillInYears(text, fiscalYear)));
  return {
    form: form.name,
    fiscalYear,
    parts: [
      { kind: "text", role: "title", level: 0, text: made(fillInYears(form.report.title, fiscalYear)) },
      ...textsAbove(undefined),
      ...form.layouts.flatMap((layout) => [
        ...textsAbove(layout.resource),
        { kind: "table" as const, table: emptyTable(form, layout, fiscalYear) },
      ]),
    ],
  };
}

/** No sheet stands behind an empty document. */
const NOWHERE: CellRange = { top: 1, left: 1, bottom: 1, right: 1 };

/** A text that the form itself gives; of a code that is a number, the number. */
function made(text: string): SourcedValue {
  const value = /^(?:0|[1-9]\d{0,14})$/u.test(text) ? Number(text) : text;
  return { value: text === "" ? null : value, text, cell: { sheet: "", row: 1, column: 1 } };
}

/** What a text is, by the patterns of the form; the title is there already. */
function textPart({ texts }: FormDefinition, text: string): TextPart {
  const found = texts.find(({ at, pattern }) => at !== "first" && textPattern(pattern).test(text));
  return { kind: "text", role: found?.role ?? "paragraph", level: found?.level ?? 0, text: made(text) };
}

function emptyTable(form: FormDefinition, layout: LayoutDefinition, fiscalYear: number): EvaluationTable {
  const periods = (form.newWorkbook?.periods?.[layout.resource] ?? ["{fiscalYear}"]).map((label): Period => {
    const text = fillInYears(label, fiscalYear);
    return { label: made(text), fiscalYear: findFiscalYears(text)[0] };
  });
  const isHeaded = layout.type === "list" || layout.type === "yearly-plan";
  const columns = isHeaded ? headedColumns(layout, periods, fiscalYear) : [];
  return {
    layout: layout.type,
    resource: layout.resource,
    sheet: "",
    range: NOWHERE,
    columns,
    periods: layout.type === "card" || columns.some(({ period }) => period !== undefined) ? periods : [],
    corner: cornerOf(layout),
    labels: layout.type === "card" ? cardLabels(layout) : {},
    records: layout.type === "matrix" ? matrixRecords(form, layout) : codeRecords(form, layout),
    missingHeadings: [],
  };
}

/** The corner of a plan is the number of its first record. */
function cornerOf(layout: LayoutDefinition): SourcedValue | undefined {
  if (layout.type === "card") return made(layout.periodLabel);
  return layout.type === "matrix" ? made(layout.corner) : undefined;
}

function cardLabels({ items }: CardLayout): Record<string, SourcedValue> {
  return Object.fromEntries(items.map(({ field, labels: [label = ""] }) => [field, made(label)]));
}

function headedColumns(
  layout: ListLayout | YearlyPlanLayout,
  periods: readonly Period[],
  fiscalYear: number,
): TableColumn[] {
  const shared = new Map<string, SourcedValue>();
  const above = (under: string): SourcedValue => {
    const value = shared.get(under) ?? made(under);
    shared.set(under, value);
    return value;
  };
  return layout.columns.flatMap(({ fields, headings, under, yearly, grouped, statesFiscalYear }) => {
    const own = made(headingFor(headings, statesFiscalYear === true, fiscalYear));
    const places = yearly
      ? periods.map(({ label }, period) => ({ heading: label, period }))
      : [{ heading: own, period: undefined }];
    return fields.flatMap((field) =>
      places.map(({ heading, period }) => ({
        field,
        period,
        heading,
        under: under === undefined ? undefined : above(under),
        left: 1,
        right: 1,
        grouped: grouped === true,
      })),
    );
  });
}

/** The first spelling that needs no number; where the heading states the year, the first that names it. */
function headingFor(headings: readonly string[], statesYear: boolean, fiscalYear: number): string {
  const plain = statesYear
    ? headings.find((heading) => heading.includes("{fiscalYear}"))
    : headings.find((heading) => !heading.includes("{"));
  return fillInYears(plain ?? headings[0] ?? "", fiscalYear).replaceAll("{n}", "1");
}

/** The codes of a list that other records refer to: one record for each value that they may choose. */
function codeRecords(form: FormDefinition, { resource }: LayoutDefinition): EvaluationRecord[] {
  const fields = form.resources.find(({ name }) => name === resource)?.schema.fields ?? [];
  const code = codesFor(form, resource);
  if (!code) return [];
  return code.values.map((value) =>
    record({ ...Object.fromEntries(fields.map(({ name }) => [name, ""])), [code.field]: value }),
  );
}

/** One record for each cell of a matrix. Where there are as many codes as cells, they stand in them row by row. */
function matrixRecords(form: FormDefinition, layout: MatrixLayout): EvaluationRecord[] {
  const { resource, rowField, columnField, rowHeadings, columnHeadings, fields } = layout;
  const code = codesFor(form, resource);
  const cells = rowHeadings.flatMap((row) => columnHeadings.map((column) => ({ row, column })));
  return cells.map(({ row, column }, i) => {
    const own = code?.values.length === cells.length ? { [code.field]: code.values[i]! } : {};
    return record({
      [rowField]: row,
      [columnField]: column,
      ...Object.fromEntries(fields.map((field) => [field, ""])),
      ...own,
    });
  });
}

/** The field of a resource that other records name, and the values that they may name. */
function codesFor(
  { resources }: FormDefinition,
  resource: string,
): { readonly field: string; readonly values: readonly string[] } | undefined {
  for (const { schema } of resources) {
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const [field] = reference.fields;
      const values = schema.fields.find(({ name }) => name === fields[0])?.constraints?.enum;
      if (reference.resource === resource && fields.length === 1 && field !== undefined && values)
        return { field, values };
    }
  }
  return undefined;
}

function record(values: Readonly<Record<string, string>>): EvaluationRecord {
  return {
    kind: "record",
    range: NOWHERE,
    values: Object.fromEntries(Object.entries(values).map(([field, text]) => [field, made(text)])),
    series: {},
    extras: {},
  };
}

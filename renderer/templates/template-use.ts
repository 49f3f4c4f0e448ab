import Handlebars from "handlebars";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import type { ReportModel } from "../../core/report/report-model.ts";
import { documentTables, type EvaluationDocument, type SourcedValue } from "../../core/table/evaluation-document.ts";
import { qualifiedCellName } from "../../core/workbook/address.ts";

/** What a template does with the values of one field. */
export interface FieldUse {
  readonly resource: string;
  readonly field: string;
  readonly title: string;
  /** Cells of the field that hold something. */
  readonly cells: number;
  /** Those that stand nowhere on the page. */
  readonly unprinted: readonly string[];
}

export interface TemplateUse {
  readonly fields: readonly FieldUse[];
  /** Running text that stands nowhere on the page. */
  readonly unprintedTexts: readonly { readonly cell: string; readonly text: string }[];
}

/**
 * Finds what of a workbook a template leaves out: fills it with texts that each bear an invisible mark, and looks for the marks
 * in the HTML. A value whose cell the HTML names (`data-cell`) counts as printed too: a template may ask for a text, which
 * then bears a mark, before it prints it.
 * @param fill the template.
 * @throws UserError `template-invalid` from the template.
 */
export function templateUse(
  form: FormDefinition,
  document: EvaluationDocument,
  model: ReportModel,
  fill: (model: ReportModel) => string,
): TemplateUse {
  const cells: string[] = [];
  const marked = fill(withMarks(model, cells) as ReportModel);
  const printed = new Set([...marked.matchAll(MARK)].map(([mark]) => cells[markNumber(mark)] ?? ""));
  const html = fill(model);
  const isPrinted = (cell: string) =>
    printed.has(cell) || html.includes(`data-cell="${Handlebars.escapeExpression(cell)}"`);
  const fields = form.resources.flatMap(({ name: resource, schema }) =>
    schema.fields.map((field): FieldUse => {
      const values = fieldCells(document, resource, field.name);
      // What neighbouring records have in common is printed once.
      const shown = new Set([...values].filter(([cell]) => isPrinted(cell)).map(([, text]) => text));
      const unprinted = [...values].filter(([, text]) => !shown.has(text)).map(([cell]) => cell);
      return { resource, field: field.name, title: field.title, cells: values.size, unprinted };
    }),
  );
  const texts = document.parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  const unprintedTexts = texts
    .map(({ text, cell }) => ({ text: text.trim(), cell: qualifiedCellName(cell) }))
    // The title stands in the model without its cell, too.
    .filter(({ text, cell }) => text !== "" && text !== model.title && !isPrinted(cell));
  return { fields, unprintedTexts };
}

/** Texts of a field by cell; what merged or blank cells take over from the cell above is its value, not theirs. */
function fieldCells(document: EvaluationDocument, resource: string, field: string): Map<string, string> {
  const tables = documentTables(document).filter((table) => table.resource === resource);
  const values = tables.flatMap(({ records }) =>
    records.flatMap((record) => [record.values[field], ...(record.series[field] ?? [])]),
  );
  const held = values.filter((value): value is SourcedValue => Boolean(value?.text.trim() && !value.inherited));
  return new Map(held.map(({ cell, text }) => [qualifiedCellName(cell), text.trim()]));
}

/** Private-use characters, so that no helper takes the mark apart: a beginning, the digits of a number, an end. */
const FIRST = 0xf0000;
const MARK = /\u{F000A}[\u{F0000}-\u{F0009}]+\u{F000B}/gu;

function markOf(number: number): string {
  const digits = Array.from(String(number), (digit) => String.fromCodePoint(FIRST + Number(digit)));
  return `\u{F000A}${digits.join("")}\u{F000B}`;
}

function markNumber(mark: string): number {
  const digits = Array.from(mark).slice(1, -1);
  return Number(digits.map((digit) => digit.codePointAt(0)! - FIRST).join(""));
}

/** A copy of a model in which every text that comes from a cell bears a mark; `cells` lists the cells by number. */
function withMarks(node: unknown, cells: string[]): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => withMarks(item, cells));
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withMarks(value, cells)]));
  const { text, cell } = node as { text?: unknown; cell?: unknown };
  if (typeof text !== "string" || typeof cell !== "string" || text === "" || cell === "") return copy;
  cells.push(cell);
  return { ...copy, text: `${text}${markOf(cells.length - 1)}` };
}

import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { buildComparisonModel } from "../../core/report/build-comparison-model.ts";
import type { ComparisonModel } from "../../core/report/comparison/comparison-model.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { fiscalYearLabel } from "../../core/text/fiscal-year.ts";
import { UserError } from "../../core/user-error.ts";
import { checkDocument } from "../../core/validation/check-document.ts";
import { compareWithPrevious, type PreviousDocument, readPreviousYear } from "../../core/validation/check-snapshot.ts";
import { fieldValues } from "../../core/validation/field-value.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import type { CheckedWorkbook } from "../check/check-workbook.ts";
import { loadDictionaries } from "../forms/load-dictionaries.ts";
import { findForm, type FormFolder } from "../forms/load-forms.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";
import { wordDifferences } from "./word-differences.ts";

/** The two workbooks, by their paths, and how to read them. */
export interface ComparisonRequest {
  readonly previous: string;
  readonly current: string;
  readonly forms: readonly FormFolder[];
  /** The form that a person named. */
  readonly chosen: FormFolder | undefined;
  /** ISO date. */
  readonly issuedOn: string;
}

export interface ComparedWorkbooks {
  readonly model: ComparisonModel;
  /** What `check --previous` says of this year's workbook. */
  readonly checked: CheckedWorkbook;
}

/**
 * Reads two years' workbooks of one form, checks this year's against last year's, and sets them side by side.
 * @throws UserError when one cannot be read or recognised; `usage` when they are the same, of different forms, or in the
 *   wrong order; `form-invalid` when the form says nothing by which a record is found again.
 */
export async function compareWorkbooks(request: ComparisonRequest): Promise<ComparedWorkbooks> {
  const { previous: lastPath, current: path, forms, chosen, issuedOn } = request;
  const definitions = forms.map(({ definition }) => definition);
  const last = await naming(lastPath, "前年", () => readXlsx(lastPath));
  const workbook = await naming(path, "今年", () => readXlsx(path));
  await refuseSame(lastPath, path);
  const { form, document } = await naming(path, "今年", () => recogniseForm(workbook, definitions, chosen?.definition));
  refuseWithoutKey(form);
  const previous = await naming(lastPath, "前年", () => readAsForm(last, form, definitions));
  refuseWrongOrder(previous.document.fiscalYear, document.fiscalYear);
  const dictionaries = loadDictionaries(findForm(forms, form.name));
  const values = fieldValues(document, form);
  const pairing = compareWithPrevious(workbook, values, previous, dictionaries);
  const result = checkDocument({ workbook, form, document, values, dictionaries, previous: pairing }, RULES);
  const model = buildComparisonModel(
    { form, current: { document, values }, pairing, result, dictionaries },
    { issuedOn, workbooks: { previous: nameOf(lastPath), current: nameOf(path) }, findDifferences: wordDifferences },
  );
  return { model, checked: { path, workbook, form, document, result } };
}

/** Says of which of the two workbooks a fault is. */
async function naming<T>(path: string, year: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    throw new UserError(cause.code, `${year}のブック ${path}: ${cause.message}`, cause.hint, { cause });
  }
}

async function refuseSame(previous: string, current: string): Promise<void> {
  const [before, now] = await Promise.all([readFile(previous), readFile(current)]);
  if (!before.equals(now)) return;
  throw new UserError(
    "usage",
    `前年のブック ${previous} と今年のブック ${current} は、中身がまったく同じです。`,
    "前年のブック、今年のブックの順に、別のブックを指定してください。",
  );
}

function refuseWithoutKey({ title, name, resources }: FormDefinition): void {
  if (resources.some(({ schema }) => (schema.primaryKey ?? []).length > 0)) return;
  throw new UserError(
    "form-invalid",
    `帳票「${title}」（${name}）には、前年の記録を探す手がかり（primaryKey）がありません。`,
    "form.json の resources の schema に、記録の名前に当たる項目を primaryKey として書いてください。",
  );
}

function refuseWrongOrder(previous: number | undefined, current: number | undefined): void {
  if (previous === undefined || current === undefined || previous <= current) return;
  throw new UserError(
    "usage",
    `前年のブックが${fiscalYearLabel(previous)}、今年のブックが${fiscalYearLabel(current)}です。順番が逆です。`,
    "前年のブックを先に、今年のブックを後に指定してください。",
  );
}

/** @throws UserError `usage` when it is a workbook of another form. */
function readAsForm(
  workbook: WorkbookSnapshot,
  form: FormDefinition,
  forms: readonly FormDefinition[],
): PreviousDocument {
  try {
    return readPreviousYear(workbook, form);
  } catch (cause) {
    const other = cause instanceof UserError ? otherForm(workbook, form, forms) : undefined;
    if (!other) throw cause;
    throw new UserError(
      "usage",
      `帳票「${other.title}」のブックです。今年のブックの帳票「${form.title}」とは比べられません。`,
      "同じ帳票のブックを二つ指定してください。",
      { cause },
    );
  }
}

function otherForm(
  workbook: WorkbookSnapshot,
  form: FormDefinition,
  forms: readonly FormDefinition[],
): FormDefinition | undefined {
  try {
    const { form: found } = recogniseForm(workbook, forms);
    return found === form ? undefined : found;
  } catch (error) {
    // Of no form that is known: what was said of this year's form is all there is to say.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function nameOf(path: string): string {
  return basename(path, extname(path));
}

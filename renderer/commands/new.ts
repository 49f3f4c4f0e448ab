import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { newWorkbook } from "../../core/new-workbook/new-workbook.ts";
import type { EvaluationDocument } from "../../core/table/evaluation-document.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { fiscalYearLabel } from "../../core/text/fiscal-year.ts";
import { UserError } from "../../core/user-error.ts";
import type { Output } from "../console-text.ts";
import { EXIT } from "../exit-code.ts";
import { findForm, loadForms } from "../forms/load-forms.ts";
import { writeNewWorkbook } from "../structure/write-new-workbook.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";
import { makeOutputFolder, writeOutputFile } from "../write-output-file.ts";

export interface NewOptions {
  /** Gregorian year in which the fiscal year begins. */
  readonly fiscalYear: number;
  /** Last year's workbook of the same form. */
  readonly from?: string;
  /** The file to make; otherwise `<form>-<year>.xlsx` in the working folder. */
  readonly out?: string;
  /** Rows for new records. */
  readonly rows: number;
  readonly templates?: string;
  /** ISO date. */
  readonly madeOn: string;
}

/** Makes the workbook that staff fill in for a year. A file that is there already is never written over. */
export async function newCommand(formName: string, options: NewOptions, output: Output): Promise<number> {
  const { fiscalYear, rows, madeOn } = options;
  const file = outputFile(formName, options);
  const { definition } = findForm(loadForms(options.templates), formName);
  const last = options.from === undefined ? undefined : await readLast(options.from, definition);
  const made = newWorkbook(definition, { fiscalYear, rows, last });
  const bytes = await writeNewWorkbook(made, madeOn);
  await makeOutputFolder(dirname(file));
  await writeOutputFile(file, bytes);
  const carried = options.from === undefined ? "" : `、${options.from} から ${made.carried} 件を引き継ぎ`;
  output.out(`✓ ${file}（${formName}、${fiscalYearLabel(fiscalYear)}${carried}）`);
  if (made.statedFiscalYear !== fiscalYear) output.note(unstatedYear(file, fiscalYear));
  return EXIT.done;
}

function outputFile(formName: string, { out, fiscalYear }: NewOptions): string {
  const file = out ?? `${formName}-${fiscalYear}.xlsx`;
  if (!/\.xlsx$/iu.test(file)) {
    throw new UserError(
      "usage",
      `出力先「${file}」が Excel のブックの名前ではありません。`,
      "-o 令和7年度.xlsx のように、.xlsx で終わる名前を指定してください。",
    );
  }
  if (existsSync(file)) {
    throw new UserError(
      "usage",
      `「${file}」はすでにあります。記入済みかもしれないので、上書きしません。`,
      "-o で別の名前を指定するか、前のファイルの名前を変えてください。",
    );
  }
  return file;
}

async function readLast(path: string, form: FormDefinition): Promise<EvaluationDocument> {
  return recogniseForm(await readXlsx(path), [form], form).document;
}

function unstatedYear(file: string, fiscalYear: number): string {
  const label = fiscalYearLabel(fiscalYear);
  return `「${file}」の表題や見出しから、年度を${label}と読み取れません。\n→ シート「文書」か「見出し」の年度を「${label}」の形に直してください。`;
}

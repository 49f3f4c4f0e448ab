import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { styleText } from "node:util";
import { UserError } from "../../core/user-error.ts";
import type { CellEdit } from "../../core/validation/diagnostic.ts";
import { mergeEdits } from "../../core/validation/merge-edits.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import { checkWorkbook, type CheckedWorkbook, type CheckRequest } from "../check/check-workbook.ts";
import { jsonReport } from "../check/json-report.ts";
import { sarifReport } from "../check/sarif-report.ts";
import { textReport } from "../check/text-report.ts";
import { xlsxReport } from "../check/xlsx-report.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { findForm, loadForms } from "../forms/load-forms.ts";
import { patchXlsx } from "../workbook/patch-xlsx.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";
import { makeOutputFolder, writeOutputFile } from "../write-output-file.ts";

export interface CheckOptions {
  readonly format: "text" | "json" | "sarif" | "xlsx";
  /** File of the report; with `fix` the corrected workbook, or the folder for several. */
  readonly out?: string;
  readonly previous?: string;
  readonly form?: string;
  readonly templates?: string;
  readonly fix: boolean;
  /** Only デジタル庁's standard, on any workbook. */
  readonly standard?: "machine-readability";
}

/**
 * Checks workbooks and reports what it finds.
 * @returns 0 without errors, 3 when a table has errors, the code of the first failure when a workbook cannot be checked.
 */
export async function check(
  workbooks: readonly string[],
  options: CheckOptions,
  version: string,
  output: Output,
): Promise<number> {
  if (options.format === "xlsx" && options.out === undefined) {
    throw new UserError(
      "usage",
      "一覧を Excel のブックで出すときは、出力先が要ります。",
      "-o 指摘一覧.xlsx のように指定してください。",
    );
  }
  if (options.fix && options.out === undefined) {
    throw new UserError(
      "usage",
      "直した写しの出力先が指定されていません。",
      "-o で、元のブックとは別のファイルかフォルダーを指定してください。",
    );
  }
  const targets = outputFiles(workbooks, options);
  const forms = loadForms(options.templates);
  const request: CheckRequest = {
    forms,
    chosen: options.form === undefined ? undefined : findForm(forms, options.form),
    previous: options.previous === undefined ? undefined : await readXlsx(options.previous),
    standardOnly: options.standard !== undefined,
  };
  const checked: CheckedWorkbook[] = [];
  const codes: number[] = [];
  if (options.fix && !isWorkbookName(options.out!)) await makeOutputFolder(options.out!);
  for (const [i, path] of workbooks.entries()) {
    try {
      const found = await checkWorkbook(path, request);
      checked.push(options.fix ? await writeCorrected(found, request, targets[i]!, output) : found);
    } catch (error) {
      output.note(failureText(error, path));
      codes.push(exitCodeOf(error));
    }
  }
  await writeReport(checked, options, version, output);
  for (const { result, path } of checked) {
    for (const { ruleId, error } of result.faults) output.note(failureText(error, `${path}（規則 ${ruleId}）`));
  }
  if (checked.some(({ result }) => result.faults.length > 0)) codes.push(EXIT.failure);
  if (checked.some(({ result }) => result.summary.errors > 0)) codes.push(EXIT.tableErrors);
  return codes[0] ?? EXIT.done;
}

/**
 * The corrected copy of each workbook with `fix`; otherwise nothing, after a look at where the report goes.
 * @throws UserError `usage` when an input or another copy would be written over, or a copy would change its kind.
 */
function outputFiles(workbooks: readonly string[], { out, fix, previous }: CheckOptions): string[] {
  const take = distinctOutputFiles(previous === undefined ? workbooks : [...workbooks, previous]);
  if (out === undefined) return [];
  if (!fix) {
    take(out, out);
    return [];
  }
  if (workbooks.length > 1 && isWorkbookName(out)) {
    throw new UserError(
      "usage",
      "ブックがいくつもあるときは、出力先にフォルダーを指定してください。",
      "-o 修正済み のように、フォルダーの名前を指定してください。",
    );
  }
  return workbooks.map((workbook) => {
    const file = isWorkbookName(out) ? out : join(out, basename(workbook));
    if (extname(file).toLowerCase() !== extname(workbook).toLowerCase()) {
      throw new UserError(
        "usage",
        `写しの拡張子は、元のブックと同じ「${extname(workbook)}」にしてください。`,
        "-o のファイル名を直してください。",
      );
    }
    take(workbook, file);
    return file;
  });
}

function isWorkbookName(path: string): boolean {
  return /\.xls[xm]$/iu.test(path);
}

async function writeReport(
  checked: readonly CheckedWorkbook[],
  { format, out, fix }: CheckOptions,
  version: string,
  output: Output,
): Promise<void> {
  const file = fix ? undefined : out;
  if (format === "xlsx") {
    await writeOutputFile(out!, await xlsxReport(checked));
    output.out(`✓ 指摘一覧 → ${out!}`);
    return;
  }
  const text = {
    text: () =>
      `${checked.map((item) => textReport(item, file === undefined ? styleText : (_, plain) => plain)).join("\n\n")}\n`,
    json: () => jsonReport(checked),
    sarif: () => sarifReport(checked, RULES, version),
  }[format]();
  if (file === undefined) output.out(text.trimEnd());
  else {
    await writeOutputFile(file, text);
    output.out(`✓ 検査の結果 → ${file}`);
  }
}

/** Writes a copy with the meaning-preserving fixes made, says what was done, and returns the check of the copy. */
async function writeCorrected(
  { path, workbook, result }: CheckedWorkbook,
  request: CheckRequest,
  target: string,
  output: Output,
): Promise<CheckedWorkbook> {
  const { edits, skipped } = mergeEdits(result.open.flatMap(fixEdits));
  const patched = patchXlsx(await readFile(path), basename(path), workbook, edits);
  await writeOutputFile(target, patched.bytes);
  const left = patched.refused.length + skipped.length;
  output.note(`✓ ${path} → ${target}（直したセル ${patched.applied.length}${left > 0 ? `、見送り ${left}` : ""}）`);
  for (const { sheet, address, expected, value } of patched.applied) {
    output.note(`  ${sheet}!${address}: ${oneLine(expected)} → ${oneLine(value)}`);
  }
  for (const { edit, reason } of patched.refused)
    output.note(`  ${edit.sheet}!${edit.address}: 見送りました。${reason}。`);
  for (const edit of skipped)
    output.note(
      `  ${edit.sheet}!${edit.address}: 同じ箇所に別の直しがあるため見送りました。もう一度実行してください。`,
    );
  return await checkWorkbook(target, request);
}

/** The first meaning-preserving fix of a diagnostic. */
function fixEdits({ fixes }: CheckedWorkbook["result"]["open"][number]): readonly CellEdit[] {
  return fixes.find(({ kind }) => kind === "fix")?.edits ?? [];
}

function oneLine(value: CellEdit["value"]): string {
  const text = value === null ? "（空欄）" : String(value).replaceAll(/\s*\n\s*/gu, "⏎");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

import { basename, extname, join } from "node:path";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { buildReportModel } from "../../core/report/build-report-model.ts";
import type { ReportModel } from "../../core/report/report-model.ts";
import { documentTables } from "../../core/table/evaluation-document.ts";
import { UserError } from "../../core/user-error.ts";
import type { CheckedDocument } from "../../core/validation/check-document.ts";
import { startBrowser } from "../browser/browser-session.ts";
import { findBrowser } from "../browser/find-browser.ts";
import { fontFaceCss } from "../browser/fonts.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import { createPagePool, type PagePool } from "../browser/page-pool.ts";
import { checkWorkbook } from "../check/check-workbook.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { findForm, loadForms, type FormFolder } from "../forms/load-forms.ts";
import { compileTemplate, type ReportTemplate } from "../html/compile-template.ts";
import { htmlDocument } from "../html/html-document.ts";
import { checkGlyphs } from "../pdf/check-glyphs.ts";
import { printReport } from "../pdf/print-report.ts";
import { progressBar } from "../progress-bar.ts";
import { makeOutputFolder, writeOutputFile } from "../write-output-file.ts";

export interface RenderOptions {
  readonly out: string;
  readonly format: "pdf" | "html";
  readonly form?: string;
  readonly templates?: string;
  readonly browser?: string;
  /** ISO date printed in the file's properties. */
  readonly issuedOn: string;
  /** Workbooks in work at the same time. */
  readonly concurrency: number;
  /** Print in spite of errors in the table, with a visible 「未確認」 mark. */
  readonly force: boolean;
}

/** How long Chromium may take to start; above the pool's own limit, whose sentence is the better one. */
const BROWSER_START_LIMIT = 125_000;
/** How long one workbook may print. 10,000 rows take half a minute on a small machine. */
const PRINT_LIMIT = 600_000;

/**
 * Prints workbooks. Each has its own result line; one that fails does not stop the others.
 * @param signal aborted when the person interrupts: work stops, nothing half written stays.
 * @returns the exit code: that of the first failure, or 0.
 */
export async function render(
  workbooks: readonly string[],
  options: RenderOptions,
  host: HostMachine,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const files = outputFiles(workbooks, options);
  const forms = loadForms(options.templates);
  const chosen = options.form === undefined ? undefined : findForm(forms, options.form);
  await makeOutputFolder(options.out);
  const pool = printingPool(options, host);
  const stop = () => void pool.close();
  signal.addEventListener("abort", stop);
  const job: Job = {
    forms,
    chosen,
    options,
    pool,
    templates: new Map(),
    fontFaces: host.platform === "linux" ? "" : fontFaceCss(),
  };
  const progress = progressBar(workbooks.length, output);
  const codes: number[] = [];
  const queue = files.values();
  // Asked anew each time: the person may interrupt during any wait.
  const isInterrupted = () => signal.aborted;
  const worker = async () => {
    for (const { workbook, file } of queue) {
      if (isInterrupted()) return;
      const result = await renderOne(job, workbook, file).then(
        (line) => ({ line, code: EXIT.done, channel: output.out }),
        (error: unknown) => ({ line: failureText(error, workbook), code: exitCodeOf(error), channel: output.note }),
      );
      if (isInterrupted()) return;
      codes.push(result.code);
      progress.step(() => {
        result.channel(result.line);
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: options.concurrency }, worker));
  } finally {
    progress.stop();
    signal.removeEventListener("abort", stop);
    await pool.close();
  }
  if (isInterrupted()) return EXIT.interrupted;
  const printed = codes.filter((code) => code === EXIT.done).length;
  if (workbooks.length > 1)
    output.out(`${workbooks.length} 冊のうち ${printed} 冊の報告書を ${options.out} に作りました。`);
  return codes.find((code) => code !== EXIT.done) ?? EXIT.done;
}

interface Job {
  readonly forms: readonly FormFolder[];
  readonly chosen: FormFolder | undefined;
  readonly options: RenderOptions;
  readonly pool: PagePool;
  readonly templates: Map<string, ReportTemplate>;
  readonly fontFaces: string;
}

/** Reads, recognises, fills and prints one workbook; returns its result line. */
async function renderOne(job: Job, workbook: string, file: string): Promise<string> {
  const { forms, chosen, options } = job;
  const { form, document, result } = await checkWorkbook(workbook, {
    forms,
    chosen,
    previous: undefined,
    errorsOnly: true,
  });
  const { errors } = result.summary;
  if (errors > 0 && !options.force) throw tableErrors(workbook, result);
  const model = buildReportModel(form, document, {
    issuedOn: options.issuedOn,
    workbook: basename(workbook, extname(workbook)),
    unconfirmed: errors > 0,
  });
  const html = reportHtml(job, form, model);
  const records = documentTables(document).reduce((sum, table) => sum + table.records.length, 0);
  const found = `${form.name}、${model.fiscalYear?.label ?? "年度不明"}、${records} 件`;
  const remarks = [
    ...(errors > 0 ? [`  誤りが ${errors} 件あるため、「未確認」の印を付けました。`] : []),
    ...acceptedErrors(result),
  ];
  if (options.format === "html") {
    await writeOutputFile(file, html);
    return [`✓ ${workbook} → ${file}（${found}）`, ...remarks].join("\n");
  }
  const { title, municipality: author, subject, issuedOn } = model;
  const properties = { title, author, subject, issuedOn };
  const { pdf, pages } = await printReport(job.pool, html, form.report, properties, () => {
    checkGlyphs(model, form.report.typeface);
  });
  await writeOutputFile(file, pdf);
  return [`✓ ${workbook} → ${file}（${found}、${pages} ページ）`, ...remarks].join("\n");
}

/** How many errors the refusal to print names. */
const NAMED_ERRORS = 3;

function tableErrors(workbook: string, { open, summary }: CheckedDocument): UserError {
  const errors = open.filter(({ severity }) => severity === "error");
  const named = errors
    .slice(0, NAMED_ERRORS)
    .map(({ sheet, address, message }) => `\n    ${sheet}!${address} ${message}`);
  const more = summary.errors > NAMED_ERRORS ? `\n    ほか ${summary.errors - NAMED_ERRORS} 件` : "";
  return new UserError(
    "table-errors",
    `表に誤りが ${summary.errors} 件あるため、印刷しません。${named.join("")}${more}`,
    `「hyoka check ${workbook}」で確かめて直すか、「確認済み」シートに理由を書くか、--force で「未確認」の印を付けて印刷してください。`,
  );
}

/** Errors that somebody has accepted: the log of a printed report names them, with the reason. */
function acceptedErrors({ accepted }: CheckedDocument): string[] {
  return accepted
    .filter(({ diagnostic }) => diagnostic.severity === "error")
    .map(({ diagnostic: { sheet, address, message }, acceptance: { reason, by } }) => {
      const who = by === "" ? "" : `、${by}`;
      return `  確認済みの誤り ${sheet}!${address} ${message}（${reason}${who}）`;
    });
}

function reportHtml(job: Job, form: FormDefinition, model: ReportModel): string {
  const folder = findForm(job.forms, form.name);
  let template = job.templates.get(form.name);
  if (!template) job.templates.set(form.name, (template = compileTemplate(folder)));
  return htmlDocument(folder, model, template(model), job.fontFaces);
}

function printingPool({ browser, concurrency }: RenderOptions, host: HostMachine): PagePool {
  return createPagePool({
    start: async () => startBrowser(host, findBrowser(host, browser), BROWSER_START_LIMIT),
    size: concurrency,
    timeout: PRINT_LIMIT,
  });
}

/** Output files are named after their workbooks. @throws UserError `usage` when two would have the same name. */
function outputFiles(
  workbooks: readonly string[],
  { out, format }: RenderOptions,
): { workbook: string; file: string }[] {
  const take = distinctOutputFiles();
  return workbooks.map((workbook) => {
    const file = join(out, `${basename(workbook, extname(workbook))}.${format}`);
    take(workbook, file);
    return { workbook, file };
  });
}

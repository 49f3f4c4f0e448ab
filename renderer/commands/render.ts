import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { HostMachine } from "../browser/host-machine.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { withPrintingPool } from "../browser/printing-pool.ts";
import type { PrintOptions } from "../../core/report/print-options.ts";
import { UserError } from "../../core/user-error.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { BUILT_IN_TEMPLATES, findForm, loadForms } from "../forms/load-forms.ts";
import { findSources, isFolder } from "../office-run/find-sources.ts";
import { programFingerprint } from "../office-run/program-fingerprint.ts";
import { fingerprint, readRenderRecord, type RenderRecord } from "../office-run/render-record.ts";
import { missingReports, runSummary, type RunResult } from "../office-run/run-summary.ts";
import { finishPdf } from "../pdf/finish-pdf.ts";
import { printReport } from "../pdf/print-report.ts";
import { progressBar } from "../progress-bar.ts";
import { reportPreparer, type ReportPreparer } from "../report/prepare-report.ts";
import { watchFiles } from "../watch-files.ts";
import { makeOutputFolder, writeOutputFile } from "../write-output-file.ts";

export interface RenderOptions {
  readonly out: string;
  readonly format: "pdf" | "html";
  readonly form?: string;
  readonly templates?: string;
  readonly browser?: string;
  readonly print?: PrintOptions;
  /** ISO date printed in the file's properties. */
  readonly issuedOn: string;
  /** The date is today's: a report that was made on another day is not old for that. */
  readonly isIssuedToday?: boolean;
  /** Leave a report that was made from the same workbook, templates, program and options. */
  readonly skipUnchanged: boolean;
  /** Go on until the person interrupts, and print again what has changed. */
  readonly watch: boolean;
  /** Workbooks in work at the same time. */
  readonly concurrency: number;
  /** Print in spite of errors in the table, with a visible 「未確認」 mark. */
  readonly force: boolean;
}

/**
 * Prints workbooks, and those in folders. Each has its own result line; one that fails does not stop the others. With `watch`,
 * what has changed is printed again until the person interrupts.
 * @param signal aborted when the person interrupts: work stops, nothing half written stays.
 * @returns the exit code: that of the first failure, or 0.
 */
export async function render(
  paths: readonly string[],
  options: RenderOptions,
  host: HostMachine,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  if (!options.watch) return await renderOnce(paths, options, host, output, signal);
  const run = () => renderOnce(paths, { ...options, skipUnchanged: true }, host, output, signal);
  const files = () => Promise.resolve(watchedFiles(paths, options.templates));
  // Asked anew each time: the person interrupts while files are watched.
  const isInterrupted = () => signal.aborted;
  while (!isInterrupted()) {
    const change = nextChange(files, signal);
    await run();
    if (isInterrupted()) break;
    output.note("ブックか帳票が変わるのを待っています。終えるには Ctrl+C を押します。");
    await change;
  }
  return EXIT.done;
}

/** What a report is made of. Asked again at each look: workbooks come and go. */
function watchedFiles(paths: readonly string[], templates: string | undefined): string[] {
  const sources = findSources(paths).map(({ workbook }) => workbook);
  return [BUILT_IN_TEMPLATES, ...(templates === undefined ? [] : [templates])].reduce(
    (files, folder) => [
      ...files,
      ...globSync("**/*.{json,hbs,css}", { cwd: folder }).map((file) => join(folder, file)),
    ],
    sources,
  );
}

/** Resolves when one of some files has changed since the call, or the person interrupts. */
function nextChange(files: () => Promise<readonly string[]>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController();
    const end = () => {
      ended.abort();
      resolve();
    };
    signal.addEventListener("abort", end, { once: true });
    watchFiles(files, end, ended.signal);
  });
}

async function renderOnce(
  paths: readonly string[],
  options: RenderOptions,
  host: HostMachine,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const targets = outputFiles(paths, options);
  const forms = loadForms(options.templates);
  const chosen = options.form === undefined ? undefined : findForm(forms, options.form);
  await makeOutputFolder(options.out);
  const prepare = reportPreparer({ ...options, forms, chosen, platform: host.platform });
  const earlier = options.skipUnchanged ? await earlierReports(options) : undefined;
  const progress = progressBar(targets.length, output);
  const results: RunResult[] = [];
  const queue = targets.values();
  // Asked anew each time: the person may interrupt during any wait.
  const isInterrupted = () => signal.aborted;
  const worker = async (pool: PagePool) => {
    for (const target of queue) {
      if (isInterrupted()) return;
      const { workbook } = target;
      const result = await renderOne(prepare, pool, options, target, earlier).catch((error: unknown): RunResult => ({
        workbook,
        failure: error,
        line: failureText(error, workbook),
      }));
      if (isInterrupted()) return;
      results.push(result);
      progress.step(() => {
        (result.failure === undefined ? output.out : output.note)(result.line);
      });
    }
  };
  try {
    await withPrintingPool(options, host, signal, (pool) =>
      Promise.all(Array.from({ length: options.concurrency }, () => worker(pool))),
    );
  } finally {
    progress.stop();
    await earlier?.record.save();
  }
  if (isInterrupted()) return EXIT.interrupted;
  if (targets.length > 1) {
    output.out(runSummary(results, options.out));
    const missing = missingReports(results);
    if (missing !== undefined) output.note(missing);
  }
  const failed = results.find(({ failure }) => failure !== undefined);
  return failed ? exitCodeOf(failed.failure) : EXIT.done;
}

/** What is known of the reports of an earlier run. */
interface EarlierReports {
  readonly record: RenderRecord;
  /** Everything but the workbook of which a report is made. */
  readonly circumstances: string;
}

async function earlierReports(options: RenderOptions): Promise<EarlierReports> {
  const { form, force, format, print, issuedOn, isIssuedToday, templates } = options;
  const asked = JSON.stringify({ form, force, format, print, issuedOn: isIssuedToday === true ? "today" : issuedOn });
  return {
    record: await readRenderRecord(options.out),
    circumstances: fingerprint([asked, programFingerprint(templates)]),
  };
}

/** Reads, recognises, fills and prints one workbook, unless its report is there already. */
async function renderOne(
  prepare: ReportPreparer,
  pool: PagePool,
  { format }: RenderOptions,
  { workbook, file }: Target,
  earlier: EarlierReports | undefined,
): Promise<RunResult> {
  // A workbook that cannot be opened is told of by the reader, in its own words.
  const bytes = earlier && (await readFile(workbook).catch(() => undefined));
  const source = earlier && bytes ? fingerprint([earlier.circumstances, bytes]) : undefined;
  if (earlier && source !== undefined && (await earlier.record.isCurrent(file, source)))
    return { workbook, isUnchanged: true, line: `－ ${workbook} は変わっていません（${file}）` };
  const { form, model, records, html, remarks, checkGlyphs } = await prepare(workbook);
  const found = `${form.name}、${model.fiscalYear?.label ?? "年度不明"}、${records} 件`;
  await makeOutputFolder(dirname(file));
  if (format === "html") {
    await writeOutputFile(file, html);
    if (source !== undefined) earlier!.record.add(file, source, html);
    return { workbook, line: [`✓ ${workbook} → ${file}（${found}）`, ...remarks].join("\n") };
  }
  const { title, municipality: author, subject, issuedOn } = model;
  const printed = await printReport(pool, html, form.report, checkGlyphs);
  const pdf = finishPdf(printed.pdf, { title, author, subject, issuedOn });
  await writeOutputFile(file, pdf);
  if (source !== undefined) earlier!.record.add(file, source, pdf);
  const { pages } = printed;
  return { workbook, pages, line: [`✓ ${workbook} → ${file}（${found}、${pages} ページ）`, ...remarks].join("\n") };
}

interface Target {
  readonly workbook: string;
  readonly file: string;
}

/**
 * Output files are named after their workbooks, in the same folders below the output folder as in a folder that was named.
 * @throws UserError `usage` when two would have the same name; `file-not-found` for folders without any workbook.
 */
function outputFiles(paths: readonly string[], { out, format }: RenderOptions): Target[] {
  const sources = findSources(paths);
  if (sources.length === 0) {
    const folders = paths.filter(isFolder).map((path) => `「${path}」`);
    throw new UserError(
      "file-not-found",
      `フォルダー${folders.join("、")}の中に、評価表のブック（.xlsx、.xlsm）がありません。`,
      "フォルダーの場所を確かめてください。",
    );
  }
  const take = distinctOutputFiles(sources.map(({ workbook }) => workbook));
  return sources.map(({ workbook, folder }) => {
    const file = join(out, folder, `${basename(workbook, extname(workbook))}.${format}`);
    take(workbook, file);
    return { workbook, file };
  });
}

import { basename, extname, join } from "node:path";
import type { HostMachine } from "../browser/host-machine.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { printingPool } from "../browser/printing-pool.ts";
import type { PrintOptions } from "../../core/report/print-options.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { findForm, loadForms } from "../forms/load-forms.ts";
import { finishPdf } from "../pdf/finish-pdf.ts";
import { printReport } from "../pdf/print-report.ts";
import { progressBar } from "../progress-bar.ts";
import { reportPreparer, type ReportPreparer } from "../report/prepare-report.ts";
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
  /** Workbooks in work at the same time. */
  readonly concurrency: number;
  /** Print in spite of errors in the table, with a visible 「未確認」 mark. */
  readonly force: boolean;
}

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
  const prepare = reportPreparer({ ...options, forms, chosen, platform: host.platform });
  const progress = progressBar(workbooks.length, output);
  const codes: number[] = [];
  const queue = files.values();
  // Asked anew each time: the person may interrupt during any wait.
  const isInterrupted = () => signal.aborted;
  const worker = async () => {
    for (const { workbook, file } of queue) {
      if (isInterrupted()) return;
      const result = await renderOne(prepare, pool, options, { workbook, file }).then(
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

/** Reads, recognises, fills and prints one workbook; returns its result line. */
async function renderOne(
  prepare: ReportPreparer,
  pool: PagePool,
  { format }: RenderOptions,
  { workbook, file }: { readonly workbook: string; readonly file: string },
): Promise<string> {
  const report = await prepare(workbook);
  const found = `${report.form.name}、${report.model.fiscalYear?.label ?? "年度不明"}、${report.records} 件`;
  if (format === "html") {
    await writeOutputFile(file, report.html);
    return [`✓ ${workbook} → ${file}（${found}）`, ...report.remarks].join("\n");
  }
  const { title, municipality: author, subject, issuedOn } = report.model;
  const { pdf, pages } = await printReport(pool, report.html, report.form.report, report.checkGlyphs);
  await writeOutputFile(file, finishPdf(pdf, { title, author, subject, issuedOn }));
  return [`✓ ${workbook} → ${file}（${found}、${pages} ページ）`, ...report.remarks].join("\n");
}

/** Output files are named after their workbooks. @throws UserError `usage` when two would have the same name. */
function outputFiles(
  workbooks: readonly string[],
  { out, format }: RenderOptions,
): { workbook: string; file: string }[] {
  const take = distinctOutputFiles(workbooks);
  return workbooks.map((workbook) => {
    const file = join(out, `${basename(workbook, extname(workbook))}.${format}`);
    take(workbook, file);
    return { workbook, file };
  });
}

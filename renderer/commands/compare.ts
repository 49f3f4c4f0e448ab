import { basename, dirname, extname, join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { fontFacesOn } from "../browser/fonts.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import { withPrintingPool } from "../browser/printing-pool.ts";
import { comparisonReport } from "../comparison/comparison-report.ts";
import { comparisonWorkbook } from "../comparison/comparison-workbook.ts";
import { compareWorkbooks, type ComparedWorkbooks } from "../comparison/compare-workbooks.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT } from "../exit-code.ts";
import { findForm, loadForms } from "../forms/load-forms.ts";
import { checkGlyphs } from "../pdf/check-glyphs.ts";
import { finishPdf } from "../pdf/finish-pdf.ts";
import { printReport } from "../pdf/print-report.ts";
import { COMPARISON_FORMATS, type CompareOptions, type ComparisonFormat } from "./compare-options.ts";
import { makeOutputFolder, writeOutputFile } from "../write-output-file.ts";

/**
 * Sets this year's workbook beside last year's. What the check finds stands in the report and fails nothing.
 * @param signal aborted when the person interrupts: work stops, nothing half written stays.
 * @returns the exit code.
 */
export async function compare(
  previous: string,
  current: string,
  options: CompareOptions,
  host: HostMachine,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const { file, format } = outputFile(current, options);
  distinctOutputFiles([previous, current])(current, file);
  const forms = loadForms(options.templates);
  const chosen = options.form === undefined ? undefined : findForm(forms, options.form);
  const compared = await compareWorkbooks({ previous, current, forms, chosen, issuedOn: options.issuedOn });
  const { content, pages } = await contentOf(compared, format, options, host, signal);
  await makeOutputFolder(dirname(file));
  await writeOutputFile(file, content);
  output.out(resultLine(previous, current, file, compared, pages));
  const { faults } = compared.checked.result;
  for (const { ruleId, error } of faults) output.note(failureText(error, `${current}（規則 ${ruleId}）`));
  return faults.length > 0 ? EXIT.failure : EXIT.done;
}

/** @throws UserError `usage` when the file's ending contradicts the format. */
function outputFile(current: string, { out, format }: CompareOptions): { file: string; format: ComparisonFormat } {
  const ending = extname(out).slice(1).toLowerCase();
  const stated = COMPARISON_FORMATS.find((known) => known === ending);
  if (!stated) {
    const own = format ?? "pdf";
    return { file: join(out, `${basename(current, extname(current))}-前年比較.${own}`), format: own };
  }
  if (format === undefined || format === stated) return { file: out, format: stated };
  throw new UserError(
    "usage",
    `出力先「${out}」の拡張子が、--format ${format} と違います。`,
    `-o のファイル名を .${format} で終わる名前にするか、--format を省いてください。`,
  );
}

interface Content {
  readonly content: Uint8Array | string;
  /** Of a PDF. */
  readonly pages?: number;
}

async function contentOf(
  compared: ComparedWorkbooks,
  format: ComparisonFormat,
  options: CompareOptions,
  host: HostMachine,
  signal: AbortSignal,
): Promise<Content> {
  if (format === "xlsx") return { content: await comparisonWorkbook(compared) };
  const { model, checked } = compared;
  const { html, page } = comparisonReport(checked.form, model, fontFacesOn(host.platform));
  if (format === "html") return { content: html };
  return await withPrintingPool({ ...options, concurrency: 1 }, host, signal, async (pool) => {
    const { pdf, pages } = await printReport(pool, html, page, () => {
      checkGlyphs(model, page.typeface);
    });
    const { title, municipality: author, subject, issuedOn } = model;
    return { content: finishPdf(pdf, { title, author, subject, issuedOn }), pages };
  });
}

function resultLine(
  previous: string,
  current: string,
  file: string,
  { model, checked }: ComparedWorkbooks,
  pages: number | undefined,
): string {
  const { errors, warnings, infos } = checked.result.summary;
  const years = `${model.previous.label || "年度不明"}と${model.current.label || "年度不明"}`;
  const extent = pages === undefined ? "" : `、${pages} ページ`;
  return [
    `✓ ${previous} と ${current} の比較 → ${file}（${model.form.name}、${years}${extent}）`,
    `  検査の指摘: 誤り ${errors}、警告 ${warnings}、情報 ${infos}`,
  ].join("\n");
}

import { once } from "node:events";
import type { PrintOptions } from "../../core/report/print-options.ts";
import { findBrowser } from "../browser/find-browser.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import { printingPool } from "../browser/printing-pool.ts";
import { failureText, type Output } from "../console-text.ts";
import { EXIT } from "../exit-code.ts";
import { findForm, loadForms } from "../forms/load-forms.ts";
import { servePreview } from "../preview/preview-server.ts";
import { previewWorkbook } from "../preview/previewed-workbook.ts";

export interface PreviewOptions {
  readonly form?: string;
  readonly templates?: string;
  readonly browser?: string;
  readonly print?: PrintOptions;
  /** Of the page that is served; the usual one, or any that is free, when left out. */
  readonly port?: number;
  /** ISO date printed in the PDF's properties. */
  readonly issuedOn: string;
}

/**
 * Shows workbooks as they will be printed on a page of this machine, and goes on until the person interrupts.
 * @throws UserError `browser-not-found`, `form-unknown` or `usage` at once, not only when somebody opens the page.
 */
export async function preview(
  workbooks: readonly string[],
  { port, ...options }: PreviewOptions,
  host: HostMachine,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  findBrowser(host, options.browser);
  if (options.form !== undefined) findForm(loadForms(options.templates), options.form);
  const pool = printingPool({ ...options, concurrency: 1 }, host);
  const settings = { ...options, platform: host.platform };
  const server = await servePreview(
    workbooks.map((path) => ({
      path,
      preview: previewWorkbook(path, settings, pool, (error) => {
        output.note(failureText(error, path));
      }),
    })),
    port,
  );
  output.out(`✓ プレビュー ${server.address}（${workbooks.length} 冊）`);
  output.note("  ブラウザーでこのアドレスを開いてください。終えるには Ctrl+C を押します。");
  if (!signal.aborted) await once(signal, "abort");
  await Promise.all([server.close(), pool.close()]);
  return EXIT.done;
}

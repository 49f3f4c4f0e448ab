import { pageSize } from "../../core/report/print-options.ts";
import { UserError, type UserErrorCode } from "../../core/user-error.ts";
import { cellName, qualifiedCellName } from "../../core/workbook/address.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { fontUrlPrefix } from "../browser/fonts.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { findForm, loadForms, type FormFolder } from "../forms/load-forms.ts";
import { visiblePages, type VisiblePages } from "../page/visible-pages.ts";
import { finishPdf } from "../pdf/finish-pdf.ts";
import { printReport, type PrintedReport } from "../pdf/print-report.ts";
import { reportPreparer, type PreparationOptions, type PreparedReport } from "../report/prepare-report.ts";
import { watchFiles } from "../watch-files.ts";
import type { PreviewCell, PreviewedReport, PreviewPages, PreviewState } from "./browser/preview-state.ts";
import { filesOfPreview } from "./files-of-preview.ts";
import { previewFault } from "./preview-fault.ts";
import { previewFindings } from "./preview-findings.ts";
import { repeatableWork } from "./repeatable-work.ts";

/** Where the preview serves the fonts that the printer's browser finds at `fontUrlPrefix`. */
export const FONT_PATH = "/fonts/";

export interface PreviewSettings extends Pick<PreparationOptions, "platform" | "issuedOn" | "print"> {
  readonly form?: string;
  readonly templates?: string;
}

/** A workbook whose pages somebody looks at. */
export interface PreviewedWorkbook {
  /** Tells `listener` the state now and at each change. While anybody listens, the files are watched. @returns stops it. */
  subscribe(listener: (state: PreviewState) => void): () => void;
  /** The pages of the latest layout; `undefined` while there is none. */
  pages(): PreviewPages | undefined;
  /** A cell of the workbook that is shown, by its name in `data-cell`. */
  cell(name: string): PreviewCell | undefined;
  /** The PDF of the pages that are shown, byte for byte that of `render`. @throws UserError because of which there is none */
  pdf(): Promise<Uint8Array>;
}

/** What reading half a file looks like. */
const HALF_SAVED: readonly UserErrorCode[] = [
  "file-not-found",
  "file-unreadable",
  "not-a-workbook",
  "workbook-broken",
  "workbook-empty",
];
const HALF_SAVED_NOTE = "ブックが保存の途中のようです。直前の紙面を表示したまま、もう一度読みます。";
/** How often, and how many times, a half-saved workbook is read again, in milliseconds. */
const RETRY = { interval: 500, times: 20 };

/** Previews one workbook. Nothing is read before somebody subscribes. @param onBug is told what no person can mend. */
export function previewWorkbook(
  path: string,
  settings: PreviewSettings,
  pool: PagePool,
  onBug: (error: unknown) => void,
): PreviewedWorkbook {
  const listeners = new Set<(state: PreviewState) => void>();
  let state: PreviewState = { layout: 0, isBusy: true, findings: [] };
  let pages: PreviewPages | undefined;
  let workbook: WorkbookSnapshot | undefined;
  let form: FormFolder | undefined;
  /** What `printed` was printed from; `undefined` when the last attempt failed. */
  let printedHtml: string | undefined;
  let printed: Promise<Uint8Array> = Promise.reject(new UserError("print-failed", "まだ紙面がありません。"));
  printed.catch(() => undefined);
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  let watching: AbortController | undefined;

  const publish = (change: Partial<PreviewState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener(state);
  };

  const update = async (): Promise<void> => {
    publish({ isBusy: true });
    const forms = loadForms(settings.templates);
    const report = await prepare(path, forms, settings);
    failures = 0;
    form = findForm(forms, report.form.name);
    workbook = report.workbook;
    state = {
      layout: state.layout,
      isBusy: true,
      report: describe(report),
      findings: previewFindings(report.result),
    };
    // The same words on the same paper: somebody opened the page anew, or saved without a change.
    if (report.html === printedHtml) return;
    const onLaidOut = (laidOut: PreviewPages) => {
      pages = laidOut;
      publish({ layout: laidOut.layout });
    };
    const print = printVisibly(pool, report, () => state.layout + 1, onLaidOut);
    printed = print.then(({ pdf }) => {
      report.checkGlyphs();
      return finishPdf(pdf, propertiesOf(report));
    });
    // Whoever asks for the PDF hears of it again.
    printed.catch(() => undefined);
    await print;
    await printed.then(
      () => (printedHtml = report.html),
      (error: unknown) => {
        publish({ refusal: previewFault(error) });
      },
    );
  };

  const fail = (error: unknown): void => {
    if (!(error instanceof UserError)) onBug(error);
    if (pages && isHalfSaved(error) && failures++ < RETRY.times) {
      publish({ note: HALF_SAVED_NOTE });
      retry = setTimeout(() => {
        reading.ask();
      }, RETRY.interval);
      return;
    }
    printed = Promise.reject(error instanceof Error ? error : new Error(String(error)));
    printed.catch(() => undefined);
    printedHtml = undefined;
    const { layout, isBusy, report, findings } = state;
    state = { layout, isBusy, findings, ...(report && { report }) };
    publish({ fault: previewFault(error), refusal: previewFault(error) });
  };

  const reading = repeatableWork(
    () => update().catch(fail),
    () => {
      publish({ isBusy: false });
    },
  );

  const watch = (): void => {
    watching = new AbortController();
    watchFiles(
      () => filesOfPreview(path, settings.templates, form),
      () => {
        failures = 0;
        clearTimeout(retry);
        reading.ask();
      },
      watching.signal,
    );
    reading.ask();
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      // What was saved while nobody listened is still to be read.
      if (listeners.size === 1) state = { ...state, isBusy: true };
      listener(state);
      if (listeners.size === 1) watch();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        watching?.abort();
        clearTimeout(retry);
      };
    },
    pages: () => pages,
    cell: (name) => workbook && findCell(workbook, name),
    pdf: async () => {
      await reading.idle();
      return await printed;
    },
  };
}

async function prepare(
  path: string,
  forms: readonly FormFolder[],
  { form, ...settings }: PreviewSettings,
): Promise<PreparedReport> {
  const chosen = form === undefined ? undefined : findForm(forms, form);
  return await reportPreparer({ ...settings, forms, chosen, force: true, allRules: true })(path);
}

function isHalfSaved(error: unknown): boolean {
  return error instanceof UserError && HALF_SAVED.includes(error.code);
}

function describe({ form, model, records }: PreparedReport): PreviewedReport {
  const year = model.fiscalYear?.label ?? "年度不明";
  return {
    title: model.title,
    description: `${form.municipality}「${form.title}」　${year}　${records} 件`,
    unconfirmed: model.unconfirmed,
  };
}

function propertiesOf({ model: { title, municipality: author, subject, issuedOn } }: PreparedReport) {
  return { title, author, subject, issuedOn };
}

/** Prints a report, and tells `onLaidOut` what its pages look like as soon as they are cut. */
async function printVisibly(
  pool: PagePool,
  { html, form: { report } }: PreparedReport,
  nextLayout: () => number,
  onLaidOut: (pages: PreviewPages) => void,
): Promise<PrintedReport> {
  return await printReport(pool, html, report, undefined, async (_, page) => {
    const seen = (await page.evaluate(`(${String(visiblePages)})()`)) as VisiblePages;
    const style = seen.style.replaceAll(fontUrlPrefix, FONT_PATH);
    onLaidOut({ ...seen, style, layout: nextLayout(), paper: { ...pageSize(report), margin: report.margin } });
    return "";
  });
}

function findCell({ sheets }: WorkbookSnapshot, name: string): PreviewCell | undefined {
  for (const { name: sheet, cells } of sheets) {
    for (const { row, column, text, formula } of cells) {
      if (qualifiedCellName({ sheet, row, column }) !== name) continue;
      return { sheet, address: cellName({ row, column }), text, ...(formula === undefined ? {} : { formula }) };
    }
  }
  return undefined;
}

import type { PagePool } from "../browser/page-pool.ts";
import { checkWorkbook } from "../check/check-workbook.ts";
import { finishPdf } from "../pdf/finish-pdf.ts";
import { PRINT_OPTIONS } from "../pdf/print-report.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";
import { createPipeline, ISSUED_ON, printBare, shownHtml } from "./report-pipeline.ts";
import { shownTime, type Result } from "./results-table.ts";
import { alternate, timeOf } from "./timing.ts";

/** A large workbook from file to PDF, and what its pages alone cost. The pool holds one page. */
export async function measureLargeWorkbook(pool: PagePool, workbook: string): Promise<Result[]> {
  const pipeline = createPipeline();
  const { pages } = await pipeline.print(pool, workbook);
  const html = await shownHtml(pool);
  const pdfTimes: number[] = [];
  const whole = () => timeOf(() => pipeline.print(pool, workbook));
  const printed = (pagesHtml: string) => () =>
    pool.withPage(async (page) => {
      const { load, pdf } = await printBare(page, pagesHtml);
      pdfTimes.push(pdf);
      return load + pdf;
    });
  // In pairs: whoever comes next has to clear away what the one before has left in the page, and what pages without a fixed
  // size leave takes a third longer. Node compiles what it runs often: only after some ten reports does it run as in a long
  // series of them.
  const medians = await alternate(
    // The last is the time of `page.pdf()` within the turn of `bare`.
    { whole, bare: printed(html), pdf: () => Promise.resolve(pdfTimes.at(-1)!) },
    { rounds: 15, warmUp: 10 },
  );
  const againstPlain = await alternate({ whole, plain: printed(withoutFixedPages(html)) }, { rounds: 10, warmUp: 2 });
  const { check } = await alternate(
    {
      check: () =>
        timeOf(() =>
          checkWorkbook(workbook, { forms: pipeline.forms, chosen: undefined, previous: undefined, errorsOnly: true }),
        ),
    },
    { rounds: 10, warmUp: 5 },
  );
  const what = `1,000 rows, workbook to PDF (${pages} pages), warm`;
  return [
    {
      what,
      figure: shownTime(medians.whole),
      baseline: `setContent + pdf of its pages: ${shownTime(medians.bare)}`,
      compared: medians.whole / medians.bare,
      target: { most: 1.25, unit: "×" },
    },
    {
      what: "the same, against pages as high as their content",
      figure: shownTime(againstPlain.whole),
      baseline: `setContent + pdf: ${shownTime(againstPlain.plain)}`,
      compared: againstPlain.whole / againstPlain.plain,
    },
    {
      what: "the same, against page.pdf() alone",
      figure: shownTime(medians.whole),
      baseline: `pdf of its pages: ${shownTime(medians.pdf)}`,
      compared: medians.whole / medians.pdf,
    },
    { what: "1,000 rows: reading, recognition and search for errors", figure: shownTime(check) },
  ];
}

/** The pages as a report's author would write them, without what makes them quick to print. */
function withoutFixedPages(html: string): string {
  return html.replaceAll(/ height: [\d.]+px; contain: strict;/gu, "");
}

/** Reading a workbook of 10,000 rows, and what follows before its HTML is made. */
export async function measureReading(workbook: string): Promise<Result[]> {
  const { recognise } = createPipeline();
  const snapshot = await readXlsx(workbook);
  const medians = await alternate(
    {
      read: () => timeOf(() => readXlsx(workbook)),
      recognise: () => timeOf(() => recognise(snapshot)),
    },
    { rounds: 5, warmUp: 1 },
  );
  return [
    { what: "10,000 rows: reading the workbook", figure: shownTime(medians.read) },
    { what: "10,000 rows: recognition and report model", figure: shownTime(medians.recognise) },
  ];
}

/** What finishing costs for reports of different lengths, besides printing them. The pool holds one page. */
export async function measureFinishing(pool: PagePool, workbooks: readonly string[]): Promise<Result[]> {
  const pipeline = createPipeline();
  const results: Result[] = [];
  for (const workbook of workbooks) {
    const { pages } = await pipeline.print(pool, workbook);
    const html = await shownHtml(pool);
    const printed = await pool.withPage(async (page) => {
      await page.setContent(html);
      return await page.pdf(PRINT_OPTIONS);
    });
    const properties = { title: "進捗状況", author: "小郡市", subject: "計画の進捗", issuedOn: ISSUED_ON };
    const { finish } = await alternate(
      { finish: () => timeOf(() => finishPdf(printed, properties)) },
      { rounds: 15, warmUp: 5 },
    );
    const size = Math.round(printed.length / 1000).toLocaleString("en");
    results.push({ what: `finishPdf: ${pages} pages, ${size} kB`, figure: shownTime(finish) });
  }
  return results;
}

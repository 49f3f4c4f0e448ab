import { setImmediate } from "node:timers/promises";
import type { Page, PDFOptions } from "puppeteer";
import type { ReportDefinition } from "../../core/form/form-definition.ts";
import { UserError } from "../../core/user-error.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { pageSize } from "../../core/report/print-options.ts";
import { printableHtml } from "../html/html-document.ts";
import { PAGE_FUNCTIONS, paginate, type PageBox, type Pagination } from "../page/paginate.ts";
import { countPages } from "./finish-pdf.ts";

/** A printed report as the browser gave it. */
export interface PrintedReport {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly headings: Pagination["headings"];
}

/** Tags and outline make the PDF readable aloud. The pool limits the time. */
export const PRINT_OPTIONS: PDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
};

const PIXELS_PER_MILLIMETRE = 96 / 25.4;
/** How often a page that turned out too full is laid out again with less room. */
const ATTEMPTS = 3;
const HIDDEN_UNTIL_PAGED = "<style>main.report:not(.paged) { display: none }</style>";
const PAGINATION_SOURCE = [...PAGE_FUNCTIONS, paginate].map(String).join("\n");

/**
 * Lays a report's HTML out in pages and prints it, tagged and with an outline; `finishPdf` adds what it says about itself.
 * @param check looks for what forbids printing and throws it; it runs while the browser reads the HTML.
 * @param onLaidOut is told the number of pages before they are printed and may hold the printing up: a booklet waits there
 *   for the number of its first page, and returns style that counts from it; a preview looks at the page. Called again
 *   when a page turned out too full.
 * @throws UserError `print-failed` when the content does not fit on its pages; `browser-failed` from the pool.
 */
export async function printReport(
  pool: PagePool,
  html: string,
  report: ReportDefinition,
  check?: () => void,
  onLaidOut?: (pages: number, page: Page) => Promise<string>,
): Promise<PrintedReport> {
  return await pool.withPage(async (page) => {
    const box = pageBox(report);
    let shortage = 0;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const loaded = page.setContent(hiddenReport(printableHtml(html)));
      await Promise.all([loaded, attempt === 0 ? setImmediate().then(check) : undefined]);
      const { pages, overflow, headings } = await layOut(page, { ...box, height: box.height - shortage });
      if (overflow > shortage) {
        shortage += Math.ceil(overflow) + 1;
        continue;
      }
      const style = (await onLaidOut?.(pages, page)) ?? "";
      if (style !== "") await page.addStyleTag({ content: style });
      const pdf = await page.pdf(PRINT_OPTIONS);
      if (countPages(pdf) === pages) return { pdf, pages, headings };
      shortage += 8;
    }
    throw new UserError(
      "print-failed",
      "表の一部がページに収まらず、印刷できません。",
      "余白（report.margin）か文字の大きさ（report.fontSize）を小さくするか、用紙を大きくしてください。",
    );
  });
}

/**
 * Hides the report until it is cut into pages, so that the browser does not lay it out twice. Hidden text asks for no
 * font: a report that brings fonts stays visible, or they would not be there yet when it is measured.
 */
function hiddenReport(html: string): string {
  return html.includes("@font-face") ? html : html.replace("</head>", () => `${HIDDEN_UNTIL_PAGED}</head>`);
}

/** The room that a form's margins leave. Whole pixels, one less than there are: the printer rounds its own way. */
function pageBox(report: ReportDefinition): PageBox {
  const { width, height } = pageSize(report);
  const { top, right, bottom, left } = report.margin;
  return {
    width: Math.floor((width - left - right) * PIXELS_PER_MILLIMETRE),
    height: Math.floor((height - top - bottom) * PIXELS_PER_MILLIMETRE) - 1,
  };
}

async function layOut(page: Page, box: PageBox): Promise<Pagination> {
  const call = `(() => { ${PAGINATION_SOURCE}\nreturn paginate(${JSON.stringify(box)}); })()`;
  return (await page.evaluate(call)) as Pagination;
}

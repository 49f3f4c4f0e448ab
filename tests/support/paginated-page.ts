import type { Page } from "puppeteer";
import { PAGE_FUNCTIONS, paginate } from "../../renderer/page/paginate.ts";
import type { PageBox, Pagination } from "../../renderer/page/paginate.ts";

/** What a page shows after pagination, as far as tests look at it. */
export interface PageAudit extends Pagination {
  /** By page. */
  readonly heights: readonly number[];
  /**
   * What is wrong whatever the report holds: an empty page, a heading at its foot, a table that is none, a label
   * (`data-group`) that is marked as continued where it begins or is blank where it goes on.
   */
  readonly faults: readonly string[];
  /** Text of every element with a `data-id`, pieces on several pages joined; repeated copies have none. */
  readonly texts: Readonly<Record<string, string>>;
  /** Pages (from 1) on which elements with a `data-id` stand. */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /** Visible text by page, with one space between blocks. */
  readonly pageTexts: readonly string[];
}

const SOURCE = [...PAGE_FUNCTIONS, paginate].map(String).join("\n");

/** Lines of 20 px, characters as wide as high: a test can count what fits. */
const STYLE = `
* { box-sizing: border-box; margin: 0; padding: 0; }
body { font: 10px/20px "BIZ UDGothic"; overflow-wrap: anywhere; line-break: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid; padding: 2px 4px 7px; line-height: 11px; vertical-align: top; font-weight: 400; }
.page { overflow: hidden; }`;

/** An HTML file with the given content of `main.report`. */
export function reportHtml(content: string): string {
  return `<!doctype html><html lang="ja"><head><style>${STYLE}</style></head><body><main class="report">${content}</main></body></html>`;
}

/** Puts a report into the page, cuts it into pages as the printer does, and looks at them. */
export async function paginateContent(page: Page, content: string, box: PageBox): Promise<PageAudit> {
  await page.setContent(reportHtml(content));
  const pagination = (await page.evaluate(
    `(() => { ${SOURCE}\nreturn paginate(${JSON.stringify(box)}); })()`,
  )) as Pagination;
  return { ...pagination, ...(await page.evaluate(audit)) };
}

function audit(): Omit<PageAudit, keyof Pagination> {
  const pages = [...document.querySelectorAll<HTMLElement>("main.paged > .page")];
  const faults: string[] = [];
  const texts: Record<string, string> = {};
  const places: Record<string, number[]> = {};

  /** Columns that the rows of a body fill, each with its spans: all the same in a sound table. */
  const rowWidths = (body: HTMLTableSectionElement): number[] => {
    const widths = Array.from(body.rows, () => 0);
    Array.from(body.rows).forEach((row, i) => {
      for (const cell of row.cells) {
        if (i + cell.rowSpan > widths.length) widths[i] = Infinity;
        else for (let below = 0; below < cell.rowSpan; below++) widths[i + below]! += cell.colSpan;
      }
    });
    return widths;
  };

  pages.forEach((page, i) => {
    const number = i + 1;
    const last = page.lastElementChild;
    if (!page.innerText.trim()) faults.push(`page ${number} is empty`);
    if (last?.getAttribute("data-keep") === "next" && number < pages.length)
      faults.push(`page ${number} ends with a heading`);
    for (const table of page.querySelectorAll("table")) {
      const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
      if (!rows.some((row) => !row.hasAttribute("data-repeat"))) faults.push(`page ${number} has a table without rows`);
      const columns = table.tHead?.rows[0]?.cells.length;
      const widths = [...table.tBodies].flatMap(rowWidths);
      if (widths.some((width) => width !== (columns ?? widths[0])))
        faults.push(`page ${number} has rows of ${widths.join()} columns`);
    }
    for (const element of page.querySelectorAll<HTMLElement>("[data-id]")) {
      const id = element.getAttribute("data-id")!;
      texts[id] = (texts[id] ?? "") + element.textContent;
      if (places[id]?.at(-1) !== number) (places[id] ??= []).push(number);
    }
  });
  const groups = new Set<string>();
  for (const label of document.querySelectorAll<HTMLElement>("main.paged [data-group]")) {
    const id = label.getAttribute("data-group")!;
    if (!groups.has(id) && label.innerText.includes("つづき")) faults.push(`group ${id} begins with its continuation`);
    if (groups.has(id) && !label.innerText.trim()) faults.push(`group ${id} goes on without its label`);
    groups.add(id);
  }
  return {
    heights: pages.map((page) => page.getBoundingClientRect().height),
    faults,
    texts,
    places,
    pageTexts: pages.map((page) => page.innerText.replaceAll(/\s+/gu, " ").trim()),
  };
}

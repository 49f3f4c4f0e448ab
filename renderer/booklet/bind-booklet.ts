import { ratingSummaries } from "../../core/report/rating-summary.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { finishPdf, type PdfProperties } from "../pdf/finish-pdf.ts";
import { joinPdfs, PART_ADDRESS, type PdfPart } from "../pdf/join-pdfs.ts";
import { printReport, type PrintedReport } from "../pdf/print-report.ts";
import { FRONT_MATTER, type ContentsEntry, type CoverText, type FrontMatter } from "./front-matter.ts";
import { pageNumberStyle } from "./page-number-style.ts";
import type { PlacedPart } from "./print-parts.ts";

export interface Binding {
  readonly cover: CoverText;
  readonly summary: boolean;
  /** Levels of the contents, as they are printed. */
  readonly contentsDepth: number;
  readonly properties: PdfProperties;
}

export interface BoundBooklet {
  readonly pdf: Uint8Array;
  /** Cover and contents included. */
  readonly pages: number;
}

/** Parts of the file before page 1: the cover and the contents. */
const FRONT_PARTS = 2;
const SUMMARY = "評価の集計";

/** Puts printed reports between a cover with the contents and a summary of the ratings, as one file. */
export async function bindBooklet(
  pool: PagePool,
  reports: readonly PlacedPart[],
  front: FrontMatter,
  { cover: coverText, summary: hasSummary, contentsDepth, properties }: Binding,
): Promise<BoundBooklet> {
  const titles = distinctTitles(reports);
  const bound: PdfPart[] = reports.map(({ pdf, section }, i) => ({
    pdf,
    outline: section === "" ? [titles[i]!] : [section, titles[i]!],
  }));
  const entries = contentsEntries(reports, titles);
  const last = reports.at(-1);
  let pages = last ? last.start + last.pages - 1 : 0;
  const summaries = hasSummary ? ratingSummaries(reports.map(({ rated }) => rated)) : [];
  if (summaries.length > 0) {
    const summary = await printFront(pool, front.summary(summaries), "decimal", pages + 1);
    entries.push({ level: 1, title: SUMMARY, page: pages + 1, link: partAddress(reports.length) });
    bound.push({ pdf: summary.pdf, outline: [SUMMARY] });
    pages += summary.pages;
  }
  const cover = await printFront(pool, front.cover(coverText), "none", 1);
  const shown = entries.filter(({ level }) => level <= contentsDepth);
  const contents = await printFront(pool, front.contents(shown), "roman", 1);
  const joined = joinPdfs(
    [{ pdf: cover.pdf, outline: ["表紙"] }, { pdf: contents.pdf, outline: ["目次"] }, ...bound],
    [
      { part: 0, style: { text: "表紙" } },
      { part: 1, style: "roman" },
      { part: FRONT_PARTS, style: "decimal" },
    ],
  );
  return { pdf: finishPdf(joined, properties), pages: cover.pages + contents.pages + pages };
}

async function printFront(
  pool: PagePool,
  html: string,
  style: "none" | "roman" | "decimal",
  start: number,
): Promise<PrintedReport> {
  return await printReport(pool, html, FRONT_MATTER, undefined, () =>
    Promise.resolve(pageNumberStyle({ style, start, header: "" })),
  );
}

/** Titles that stand twice in a chapter get the name of their workbook: nobody could tell them apart in the contents. */
function distinctTitles(reports: readonly PlacedPart[]): string[] {
  const id = ({ section, title }: PlacedPart) => JSON.stringify([section, title]);
  const times = new Map<string, number>();
  for (const report of reports) times.set(id(report), (times.get(id(report)) ?? 0) + 1);
  return reports.map((report) => (times.get(id(report)) === 1 ? report.title : `${report.title}（${report.name}）`));
}

function contentsEntries(reports: readonly PlacedPart[], titles: readonly string[]): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let open = "";
  for (const [i, { section, start, headings }] of reports.entries()) {
    const link = partAddress(i);
    if (section !== "" && section !== open) entries.push({ level: 1, title: section, page: start, link });
    open = section;
    const level = section === "" ? 1 : 2;
    entries.push({ level, title: titles[i]!, page: start, link });
    for (const { level: depth, text, page } of headings) {
      // The first level is the report's title, which is there already.
      if (depth === 2) entries.push({ level: level + 1, title: text, page: start + page - 1, link });
    }
  }
  return entries;
}

function partAddress(report: number): string {
  return `${PART_ADDRESS}${FRONT_PARTS + report}`;
}

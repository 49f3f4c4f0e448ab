import type { RatedDocument } from "../../core/report/rating-summary.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { printReport, type PrintedReport } from "../pdf/print-report.ts";
import type { PreparedReport } from "../report/prepare-report.ts";
import { pageNumberStyle } from "./page-number-style.ts";

/** A report in its place in the booklet. */
export interface BookletPart {
  readonly file: string;
  /** Name of the workbook without its extension. */
  readonly name: string;
  /** Empty for a report without a chapter. */
  readonly section: string;
  /** Title that the manifest gives it. */
  readonly title: string | undefined;
  /** Read when its turn comes; rejected for a workbook that cannot be printed. */
  readonly report: () => Promise<PreparedReport>;
}

/** A printed report, the number of its first page, and what the summary counts. */
export interface PlacedPart extends PrintedReport, Omit<BookletPart, "report" | "title"> {
  readonly title: string;
  readonly municipality: string;
  readonly start: number;
  readonly rated: RatedDocument;
}

export interface PartsProgress {
  /** As many as the pool has pages. */
  readonly concurrency: number;
  /** Told of each report that is done, in the order in which they are done. */
  readonly onPart: (part: PlacedPart, remarks: readonly string[]) => void;
  /** Told of each report that cannot be printed. */
  readonly onFault: (file: string, error: unknown) => void;
}

/**
 * Prints the reports of a booklet side by side, with page numbers from 1 and running headers. Each waits, laid out, only for the
 * number of its first page.
 * @throws the first fault of a report, after all have been tried.
 */
export async function printParts(
  pool: PagePool,
  parts: readonly BookletPart[],
  { concurrency, onPart, onFault }: PartsProgress,
): Promise<PlacedPart[]> {
  const numbering = pageNumbering();
  const printed: PlacedPart[] = [];
  const faults: unknown[] = [];
  const queue = parts.entries();
  const worker = async () => {
    for (const [index, part] of queue) {
      try {
        const report = await part.report();
        const placed = await printPart(pool, report, part, numbering.of(index));
        printed[index] = placed;
        onPart(placed, report.remarks);
      } catch (error) {
        // The parts after it must not wait for ever.
        numbering.of(index).settle(0);
        faults.push(error);
        onFault(part.file, error);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (faults.length > 0) throw faults[0];
  await renumber(pool, parts, printed);
  return printed;
}

/** Hands the page numbers from part to part: each knows its first as soon as the one before it is laid out. */
function pageNumbering(): { of: (index: number) => Numbering } {
  const starts: PromiseWithResolvers<number>[] = [];
  const startOf = (index: number) => (starts[index] ??= Promise.withResolvers<number>());
  startOf(0).resolve(1);
  return {
    of: (index) => ({
      start: startOf(index).promise,
      settle: (pages) => {
        void startOf(index).promise.then((start) => {
          startOf(index + 1).resolve(start + pages);
        });
      },
    }),
  };
}

interface Numbering {
  /** Number of the part's first page. */
  readonly start: Promise<number>;
  /** Says how many pages the part has. Only the first word counts: a part that changes its mind is printed again. */
  readonly settle: (pages: number) => void;
}

async function printPart(
  pool: PagePool,
  { form, document, model, html, checkGlyphs }: PreparedReport,
  part: BookletPart,
  numbering: Numbering,
): Promise<PlacedPart> {
  const title = part.title ?? model.title;
  const header = part.section === "" ? title : `${part.section}　${title}`;
  let start = 0;
  const printed = await printReport(pool, html, form.report, checkGlyphs, async (pages) => {
    numbering.settle(pages);
    start = await numbering.start;
    return pageNumberStyle({ style: "decimal", start, header });
  });
  const { file, name, section } = part;
  const { municipality } = model;
  return { ...printed, file, name, section, title, municipality, start, rated: { form, document } };
}

/** Prints again what bears wrong numbers: reports after one that was laid out anew when the next had begun to count. */
async function renumber(pool: PagePool, parts: readonly BookletPart[], printed: PlacedPart[]): Promise<void> {
  let start = 1;
  for (const [i, part] of parts.entries()) {
    if (printed[i]!.start !== start) {
      const known: Numbering = { start: Promise.resolve(start), settle: () => undefined };
      printed[i] = await printPart(pool, await part.report(), part, known);
    }
    start += printed[i]!.pages;
  }
}

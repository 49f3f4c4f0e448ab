import { render } from "../commands/render.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { createPipeline, ISSUED_ON, printBare, shownHtml } from "./report-pipeline.ts";
import { shownTime, type Result } from "./results-table.ts";
import { alternate } from "./timing.ts";

/** Pages at the same time, in both. */
const PAGES = 2;
/** Workbooks at the beginning that do not count: the browser starts and code is compiled. */
const WARM_UP = 10;

export interface BatchOptions {
  readonly workbooks: readonly string[];
  readonly host: HostMachine;
  /** Folder for the PDFs. */
  readonly out: string;
  /** A pool of one page, for making the baseline's HTML. */
  readonly single: PagePool;
  /** A pool of two pages, for the baseline. */
  readonly double: PagePool;
}

/** Many small workbooks through the command `render`, each to its own PDF file. */
export async function measureBatch({ workbooks, host, out, single, double }: BatchOptions): Promise<Result[]> {
  const pipeline = createPipeline();
  const pages: string[] = [];
  for (const workbook of workbooks) {
    await pipeline.print(single, workbook);
    pages.push(await shownHtml(single));
  }
  const options = {
    out,
    format: "pdf",
    issuedOn: ISSUED_ON,
    concurrency: PAGES,
    force: true,
    skipUnchanged: false,
    watch: false,
  } as const;
  const medians = await alternate(
    {
      whole: () =>
        timeAfterWarmUp(async (done) => {
          const output = { out: done, note: throwNote, isTerminal: false };
          await render(workbooks, options, host, output, new AbortController().signal);
        }),
      bare: () =>
        timeAfterWarmUp(async (done) => {
          const queue = pages.values();
          const worker = async () => {
            for (const html of queue) {
              await double.withPage((page) => printBare(page, html));
              done();
            }
          };
          await Promise.all(Array.from({ length: PAGES }, worker));
        }),
    },
    { rounds: 5, warmUp: 1 },
  );
  const count = workbooks.length - WARM_UP;
  return [
    {
      what: `${count} workbooks of 2 pages with \`render\`, each`,
      figure: shownTime(medians.whole / count),
      baseline: `setContent + pdf, two pages: ${shownTime(medians.bare / count)}`,
      compared: medians.whole / medians.bare,
      target: { most: 1.6, unit: "×" },
    },
  ];
}

/** How many workbooks a batch of this many counted ones needs. */
export function batchSize(counted: number): number {
  return counted + WARM_UP;
}

/** Time in milliseconds from the moment when the warm-up is done to the last `done`. */
async function timeAfterWarmUp(work: (done: () => void) => Promise<void>): Promise<number> {
  const moments: number[] = [];
  await work(() => {
    moments.push(performance.now());
  });
  return moments.at(-1)! - moments[WARM_UP - 1]!;
}

function throwNote(line: string): never {
  throw new Error(line);
}

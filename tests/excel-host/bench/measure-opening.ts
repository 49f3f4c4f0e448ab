import { setTimeout as wait } from "node:timers/promises";
import type { Browser, CDPSession } from "puppeteer";
import { openPane, type OpenPane } from "../browser/open-pane.ts";
import { PersonAtPane } from "../../addin/e2e/person-at-pane.ts";
import { assertNoFaults } from "./assert-no-faults.ts";

/** Where a pane is opened. */
export interface BenchPlace {
  readonly browser: Browser;
  /** The folder of the built pane. */
  readonly folder: string;
  /** How long the pane may take for anything, in milliseconds. */
  readonly limit: number;
}

/** What it takes to open a workbook, in milliseconds and bytes. */
export interface OpeningCost {
  /** From the first question to Excel until the findings are listed, without the time in which Excel answers. */
  readonly own: number;
  readonly excel: number;
  /** Heap of the page and of its worker together, after garbage is collected. */
  readonly heapKept: number;
  /** The most seen meanwhile, garbage included. */
  readonly heapPeak: number;
}

/** How often the heaps are looked at, in milliseconds. */
const INTERVAL = 100;

/** Opens a workbook in a fresh page, waits for the list of findings, and closes it. */
export async function measureOpening(bytes: Uint8Array, { browser, folder, limit }: BenchPlace): Promise<OpeningCost> {
  const pane = await openPane(browser, bytes, { folder });
  pane.page.setDefaultTimeout(limit);
  const heaps = await watchHeaps(browser, pane);
  await new PersonAtPane(pane).ready();
  const end = performance.now();
  const { askedAt } = pane.host.batches[0]!;
  const excel = pane.excelTimeSince(askedAt);
  const { kept, peak } = await heaps.stop();
  assertNoFaults(pane);
  await pane.close();
  return { own: end - askedAt - excel, excel, heapKept: kept, heapPeak: peak };
}

/** Watches the heaps of a pane's page, Excel's small page among it where they share one, and of its worker. */
async function watchHeaps(
  browser: Browser,
  pane: OpenPane,
): Promise<{ stop(): Promise<{ readonly kept: number; readonly peak: number }> }> {
  // Where the pane has a process of its own it is a target of its own.
  const own = browser.targets().find((target) => target.url().includes("taskpane.html"));
  const page = await (own ?? pane.page).createCDPSession();
  const sessions = (): CDPSession[] => [page, ...pane.page.workers().map(({ client }) => client)];
  const used = async (): Promise<number> => {
    const bytes = await Promise.all(sessions().map(usedHeap));
    return bytes.reduce((sum, each) => sum + each, 0);
  };
  let peak = 0;
  const end = new AbortController();
  const watching = (async () => {
    while (!end.signal.aborted) {
      peak = Math.max(peak, await used());
      await wait(INTERVAL);
    }
  })();
  return {
    async stop() {
      end.abort();
      await watching;
      await Promise.all(sessions().map((session) => session.send("HeapProfiler.collectGarbage")));
      return { kept: await used(), peak };
    },
  };
}

async function usedHeap(session: CDPSession): Promise<number> {
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
}

import { startBrowser } from "./browser-session.ts";
import { findBrowser } from "./find-browser.ts";
import type { HostMachine } from "./host-machine.ts";
import { createPagePool, type PagePool } from "./page-pool.ts";

export interface PrintingPoolOptions {
  /** Path of the browser that a person named. */
  readonly browser?: string;
  /** Pages in use at the same time. */
  readonly concurrency: number;
}

/** How long Chromium may take to start; above the pool's own limit, whose sentence is the better one. */
const BROWSER_START_LIMIT = 125_000;
/** How long one workbook may print. 10,000 rows take half a minute on a small machine. */
const PRINT_LIMIT = 600_000;

/** The pages on which the commands print. The browser starts with the first report. */
export function printingPool({ browser, concurrency }: PrintingPoolOptions, host: HostMachine): PagePool {
  return createPagePool({
    start: async () => startBrowser(host, findBrowser(host, browser), BROWSER_START_LIMIT),
    size: concurrency,
    timeout: PRINT_LIMIT,
  });
}

/**
 * Works with such pages, and closes them and their browser afterwards.
 * @param signal aborted when the person interrupts: the pages close at once, and what prints on them fails.
 */
export async function withPrintingPool<T>(
  options: PrintingPoolOptions,
  host: HostMachine,
  signal: AbortSignal,
  work: (pool: PagePool) => Promise<T>,
): Promise<T> {
  const pool = printingPool(options, host);
  const stop = () => void pool.close();
  signal.addEventListener("abort", stop);
  try {
    return await work(pool);
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.close();
  }
}

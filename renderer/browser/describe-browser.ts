import { UserError } from "../../core/user-error.ts";
import { startBrowser } from "./browser-session.ts";
import { cacheFolder } from "./cache-folder.ts";
import { findBrowser } from "./find-browser.ts";
import type { BrowserLocation } from "./find-browser.ts";
import { fontFiles } from "./fonts.ts";
import type { FontFile } from "./fonts.ts";
import type { HostMachine } from "./host-machine.ts";

/** What `hyoka doctor` shows about printing on this machine. */
export interface BrowserDescription {
  /** The browser that would print, having been started once; absent when there is none or it did not start. */
  readonly browser?: {
    readonly kind: BrowserLocation["kind"];
    readonly path: string;
    /** As the browser says it, such as "HeadlessChrome/153.0.7000.0". */
    readonly version: string;
  };
  /** The packaged fonts. */
  readonly fonts: readonly FontFile[];
  /** Absent when no folder can be written. */
  readonly cacheFolder?: string;
  /** Why something above is absent: each carries a sentence and a hint. */
  readonly problems: readonly UserError[];
}

/** Tries everything that printing needs, and says what was found. `givenPath` is the option `--browser`. */
export async function describeBrowser(host: HostMachine, givenPath?: string): Promise<BrowserDescription> {
  const problems: UserError[] = [];
  const folder = await orProblem(problems, () => cacheFolder(host));
  const browser = await orProblem(problems, () => tryBrowser(host, findBrowser(host, givenPath)));
  return {
    ...(browser && { browser }),
    ...(folder !== undefined && { cacheFolder: folder }),
    fonts: fontFiles(),
    problems,
  };
}

async function tryBrowser(
  host: HostMachine,
  location: BrowserLocation,
): Promise<NonNullable<BrowserDescription["browser"]>> {
  const session = await startBrowser(host, location, 30_000);
  try {
    // Asking the running browser: on Windows `msedge --version` opens a window instead of answering.
    return { kind: location.kind, path: session.executablePath, version: await session.browser.version() };
  } finally {
    await session.close();
  }
}

async function orProblem<T>(problems: UserError[], work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(error);
    return undefined;
  }
}

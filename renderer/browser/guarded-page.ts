import { readFile } from "node:fs/promises";
import type { Browser, ConsoleMessage, HTTPRequest, Page } from "puppeteer";
import { fontFileOf } from "./fonts.ts";

/** A page from which no request leaves the machine, nor reads a file of it, and that runs no script of its own. */
export interface GuardedPage {
  readonly page: Page;
  /** Addresses the page asked for in vain, in order, each once. */
  readonly blockedUrls: ReadonlySet<string>;
  /** Rejects when the page's process dies; Puppeteer's own calls would wait for their time limit. Never resolves. */
  readonly crashed: Promise<never>;
  /** True once the page can show nothing any more: crashed, or closed with its browser. */
  isLost(): boolean;
}

/**
 * Where every page lives. Not about:blank, where a relative address means nothing and a missing picture would go
 * unnoticed: here it becomes a request, and is reported.
 */
const home = "http://hyoka.invalid/";
/** With an icon, since desktop browsers ask for one otherwise. */
const homeDocument = `<!DOCTYPE html><title></title><link rel="icon" href="data:,">`;

/**
 * Opens a page at `home` (10 ms). Documents are put into it with `page.setContent`, as often as wanted: that makes no request
 * by itself, so the interception costs nothing. `page.evaluate` works although the document's scripts do not.
 */
export async function openGuardedPage(browser: Browser): Promise<GuardedPage> {
  const page = await browser.newPage();
  const blockedUrls = new Set<string>();
  let hasCrashed = false;
  const crashed = new Promise<never>((_, reject) => {
    page.once("error", (error) => {
      hasCrashed = true;
      reject(error);
    });
  });
  // Nobody may be waiting at the moment of the crash.
  crashed.catch(() => undefined);

  // The time limit of the whole work counts, not one of each step.
  page.setDefaultTimeout(0);
  page.on("request", (request) => void answer(request, blockedUrls));
  page.on("console", (message) => {
    const url = refusedUrl(message);
    if (url !== undefined) blockedUrls.add(url);
  });
  await Promise.all([page.setRequestInterception(true), page.setJavaScriptEnabled(false)]);
  await page.goto(home);
  return { page, blockedUrls, crashed, isLost: () => hasCrashed || page.isClosed() || !browser.connected };
}

async function answer(request: HTTPRequest, blockedUrls: Set<string>): Promise<void> {
  const page = request.frame()?.page();
  try {
    const url = request.url();
    const font = fontFileOf(url);
    if (url === home) await request.respond({ contentType: "text/html", body: homeDocument });
    else if (font) await request.respond({ contentType: "font/ttf", body: await readFile(font.path) });
    else if (/^(?:data|about):/.test(url)) await request.continue();
    else {
      blockedUrls.add(url);
      await request.abort("blockedbyclient");
    }
  } catch (error) {
    // A page that was closed or has crashed in the meantime wants no answer; the work itself fails and says why.
    if (page?.isClosed() === false && page.browser().connected) throw error;
  }
}

/** Files and prefetches are refused before the interception sees them; the browser tells of them on the console only. */
function refusedUrl(message: ConsoleMessage): string | undefined {
  const text = message.text();
  if (text.startsWith("Failed to load resource")) return message.location().url;
  return (
    /^Not allowed to load local resource: (.+)$/.exec(text)?.[1] ?? /^Unsafe attempt to load URL (\S+)/.exec(text)?.[1]
  );
}

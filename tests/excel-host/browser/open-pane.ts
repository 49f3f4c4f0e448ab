import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Frame, Page } from "puppeteer";
import { type HostOptions, HostSession } from "../host-session.ts";
import { answerRequest, type Sites } from "./answer-requests.ts";
import { BusyTime } from "./busy-time.ts";
import { type ChannelOptions, ExcelChannel } from "./excel-channel.ts";

/** How a pane is opened. */
export interface PaneOptions extends HostOptions, Omit<ChannelOptions, "origin"> {
  /** The folder of the built pane, with office.js in it. */
  readonly folder: string;
  /** The page in it, with its query: `taskpane.html?task=check`. */
  readonly page?: string;
  readonly width?: number;
  readonly height?: number;
  /** Paths of the pane that the server does not give. */
  readonly missing?: readonly RegExp[];
}

/** A pane that is open beside a workbook. */
export interface OpenPane {
  readonly host: HostSession;
  /** Excel's page, with the pane in a frame of it. */
  readonly page: Page;
  /** The pane. */
  readonly frame: Frame;
  /** Everything that went wrong without a test having asked for it: in Excel, in the page, on the network. */
  readonly faults: readonly string[];
  /**
   * Milliseconds since a moment of `performance.now()` in which the pane has waited for Excel, which answers and has the
   * answer carried into the pane: the simulation takes them, not the pane.
   */
  excelTimeSince(moment: number): number;
  /** Waits until Excel has not been asked for anything, and the pane's worker is silent, for a while. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** A host that office.js trusts: Excel on the web. No request leaves the machine for it. */
const hostOrigin = "https://excel.officeapps.live.com";
/** A server in a closed network. */
const paneOrigin = "https://hyoka.example.jp";

/** Opens a built pane with the genuine office.js in a browser, beside a workbook in a simulated Excel. */
export async function openPane(browser: Browser, bytes: Uint8Array, options: PaneOptions): Promise<OpenPane> {
  const host = await HostSession.open(bytes, options);
  const page = await browser.newPage();
  const found: string[] = [];
  let isClosing = false;
  const busy = new BusyTime();
  const channel = new ExcelChannel(host, { ...options, origin: hostOrigin }, (message) => {
    const toPane = (text: string): void => {
      (globalThis as unknown as HostWindow).toPane(text);
    };
    // An answer that comes while the pane is being closed finds nobody.
    return page.evaluate(toPane, message).catch((error: unknown) => {
      if (!isClosing) found.push(`channel: ${String(error)}`);
    });
  });
  const address = channel.paneAddress(new URL(options.page ?? "taskpane.html", paneOrigin).href);
  const sites: Sites = {
    host: { origin: hostOrigin, page: hostPage(address, channel.frameName) },
    pane: { origin: paneOrigin, folder: options.folder },
    missing: options.missing ?? [],
    refused: [],
  };
  listenTo(page, found, sites.missing);
  await page.setViewport({ width: options.width ?? 350, height: options.height ?? 800 });
  await page.setRequestInterception(true);
  page.on("request", (request) => void answerRequest(request, sites));
  await page.exposeFunction("fromPane", (text: string) => busy.during(() => channel.receive(text)));
  await page.goto(`${hostOrigin}/`, { waitUntil: "domcontentloaded" });
  const frame = await (await page.waitForSelector("iframe"))!.contentFrame();
  return {
    host,
    page,
    frame,
    get faults() {
      return [...host.faults, ...channel.unanswered, ...found, ...sites.refused.map((url) => `request ${url}`)];
    },
    excelTimeSince: (moment) => busy.since(moment),
    idle: () => idle(host),
    close() {
      isClosing = true;
      return page.close();
    },
  };
}

/** What stands in Excel's page for the messages. */
interface HostWindow {
  toPane(text: string): void;
}

/** Excel's page: nothing but the pane, as wide as it is. */
function hostPage(address: string, frameName: string): string {
  const script = `
    const frame = document.createElement("iframe");
    frame.name = ${forScript(frameName)};
    frame.sandbox = "allow-scripts allow-forms allow-same-origin allow-popups allow-downloads";
    globalThis.toPane = (text) => frame.contentWindow.postMessage(text, ${forScript(paneOrigin)});
    addEventListener("message", ({ source, data }) => {
      if (source === frame.contentWindow && typeof data === "string") fromPane(data);
    });
    frame.src = ${forScript(address)};
    document.body.append(frame);`;
  const style = "html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }";
  return `<!doctype html><meta charset="utf-8"><title>Excel</title><style>${style}</style><body><script>${script}</script>`;
}

function forScript(text: string): string {
  return JSON.stringify(text).replaceAll("<", "\\u003c");
}

/** Scripts that fail, and what the browser complains about: content that a policy forbids. */
function listenTo(page: Page, found: string[], missing: readonly RegExp[]): void {
  page.on("pageerror", (error) => {
    found.push(`page: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  page.on("console", (message) => {
    const { url = "" } = message.location();
    if (message.type() !== "error" || missing.some((pattern) => pattern.test(url))) return;
    found.push(`console: ${message.text()} ${url}`);
  });
}

/** How long nothing may happen, in milliseconds, before everything counts as done. */
const quiet = 150;

async function idle(host: HostSession): Promise<void> {
  for (let asked = -1; asked !== host.batches.length;) {
    asked = host.batches.length;
    await wait(quiet);
  }
}

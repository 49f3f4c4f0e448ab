import { createReadStream, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { fontFaceCss, fontFileOf, fontUrlPrefix } from "../browser/fonts.ts";
import * as findingList from "./browser/finding-list.ts";
import * as paper from "./browser/paper.ts";
import type { PreviewChoice } from "./browser/preview-state.ts";
import * as start from "./browser/start-preview.ts";
import { browserSource } from "./browser-source.ts";
import { FONT_PATH, type PreviewedWorkbook } from "./previewed-workbook.ts";
import { refuseStrangers } from "./refuse-strangers.ts";

/** A workbook that the page may show. */
export interface OfferedWorkbook {
  readonly path: string;
  readonly preview: PreviewedWorkbook;
}

/** A server that answers this machine only. */
export interface PreviewServer {
  readonly address: string;
  /** Ends every connection, also those that wait for news. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
/** Tried when nobody names a port: a page that is still open finds the preview again. */
const USUAL_PORT = 4649;

/** For the page around the report: nothing but its own files. */
const PAGE_POLICY = policy(
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src data:",
);
/**
 * For the printed pages: no script at all. Templates write style into their elements and pictures into `data:`; text of
 * cells is never anything but text.
 */
const FRAME_POLICY = policy("style-src 'self' 'unsafe-inline'", "img-src data:", "font-src 'self' data:")
  .replace("frame-ancestors 'none'", "frame-ancestors 'self'")
  .concat("; sandbox allow-same-origin");

function policy(...allowed: string[]): string {
  return ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join(
    "; ",
  );
}

const HEADERS = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Serves the preview on the loopback address.
 * @param port `undefined`: the usual one, or any that is free.
 * @throws UserError `usage` when the port that a person named is taken.
 */
export async function servePreview(
  workbooks: readonly OfferedWorkbook[],
  port: number | undefined,
): Promise<PreviewServer> {
  const server = createServer((request, response) => {
    const refusal = refuseStrangers(request, (server.address() as AddressInfo).port);
    if (refusal) sendText(response, refusal.status, refusal.sentence);
    else void answer(workbooks, request, response);
  });
  await listen(server, port);
  return {
    address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

async function listen(server: Server, port: number | undefined): Promise<void> {
  try {
    await listenOn(server, port ?? USUAL_PORT);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw cause;
    if (port === undefined) {
      await listenOn(server, 0);
      return;
    }
    throw new UserError(
      "usage",
      `ポート ${port} は、ほかのプログラムが使っているか、使うことが許されていません。`,
      "--port で別の番号を指定するか、--port を省いてください。",
      { cause },
    );
  }
}

async function listenOn(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function answer(
  workbooks: readonly OfferedWorkbook[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? "/", `http://${LOOPBACK}`);
  const own = url && OWN_FILES.get(url.pathname);
  const [, number = "", asked = ""] = /^\/workbooks\/(\d{1,6})\/([a-z.]+)$/u.exec(url?.pathname ?? "") ?? [];
  const workbook = number === "" ? undefined : workbooks[Number(number)];
  if (own) send(response, own.type, own.read(), own.policy);
  else if (url?.pathname.startsWith(FONT_PATH)) sendFont(response, url.pathname);
  else if (url?.pathname === "/workbooks.json") sendJson(response, workbooks.map(choiceOf));
  else if (url && workbook) await answerAbout(workbook, asked, url.searchParams, response);
  else sendNothing(response);
}

function choiceOf({ path }: OfferedWorkbook): PreviewChoice {
  return { path };
}

async function answerAbout(
  { path, preview }: OfferedWorkbook,
  asked: string,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  if (asked === "events") sendEvents(response, preview);
  else if (asked === "pages.json") sendJson(response, preview.pages() ?? null);
  else if (asked === "cell.json") sendJson(response, preview.cell(query.get("cell") ?? "") ?? null);
  else if (asked === "report.pdf") await sendPdf(response, preview, `${basename(path, extname(path))}.pdf`);
  else sendNothing(response);
}

function sendNothing(response: ServerResponse): void {
  sendText(response, 404, "ありません。");
}

interface OwnFile {
  readonly type: string;
  readonly policy: string;
  readonly read: () => string;
}

const OWN_FILES = new Map<string, OwnFile>([
  ["/", { type: "text/html", policy: PAGE_POLICY, read: () => asset("preview.html") }],
  ["/preview.css", { type: "text/css", policy: PAGE_POLICY, read: () => asset("preview.css") }],
  [
    "/preview.js",
    {
      type: "text/javascript",
      policy: PAGE_POLICY,
      read: () => `${browserSource(findingList, paper, start)}\nawait startPreview();\n`,
    },
  ],
  ["/pages.html", { type: "text/html", policy: FRAME_POLICY, read: () => asset("pages.html") }],
  [
    "/pages.css",
    {
      type: "text/css",
      policy: FRAME_POLICY,
      read: () => `${fontFaceCss().replaceAll(fontUrlPrefix, FONT_PATH)}\n${asset("pages.css")}`,
    },
  ],
]);

function asset(name: string): string {
  return readFileSync(join(import.meta.dirname, "assets", name), "utf8");
}

function sendEvents(response: ServerResponse, preview: PreviewedWorkbook): void {
  response.writeHead(200, { ...HEADERS, "Content-Type": "text/event-stream; charset=utf-8" });
  response.write("retry: 1000\n\n");
  const unsubscribe = preview.subscribe((state) => {
    response.write(`data: ${JSON.stringify(state)}\n\n`);
  });
  response.once("close", unsubscribe);
}

async function sendPdf(response: ServerResponse, preview: PreviewedWorkbook, name: string): Promise<void> {
  try {
    const pdf = await preview.pdf();
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`;
    response.writeHead(200, { ...HEADERS, "Content-Type": "application/pdf", "Content-Disposition": disposition });
    response.end(pdf);
  } catch (error) {
    // The page shows the whole fault; whoever opens the address reads the sentence.
    sendText(response, 409, error instanceof UserError ? error.message : "PDF を作れませんでした。");
  }
}

function sendFont(response: ServerResponse, pathname: string): void {
  const font = fontFileOf(fontUrlPrefix + pathname.slice(FONT_PATH.length));
  if (!font) {
    sendNothing(response);
    return;
  }
  // Fonts are large and never change while the program runs.
  response.writeHead(200, { ...HEADERS, "Cache-Control": "max-age=86400", "Content-Type": "font/ttf" });
  createReadStream(font.path)
    .on("error", (error) => response.destroy(error))
    .pipe(response);
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, "application/json", JSON.stringify(value), PAGE_POLICY);
}

function sendText(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    ...HEADERS,
    "Content-Security-Policy": PAGE_POLICY,
    "Content-Type": "text/plain; charset=utf-8",
  });
  response.end(`${sentence}\n`);
}

function send(response: ServerResponse, type: string, content: string, contentPolicy: string): void {
  response.writeHead(200, {
    ...HEADERS,
    "Content-Security-Policy": contentPolicy,
    "Content-Type": `${type}; charset=utf-8`,
  });
  response.end(content);
}

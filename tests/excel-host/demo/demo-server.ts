import { readFile } from "node:fs/promises";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { json as readJson, text as readText } from "node:stream/consumers";
import { serveFolder } from "../../../addin/packaging/serve-folder.ts";
import { HostError } from "../model/host-error.ts";
import type { DemoAct, SampleChoice } from "./demo-messages.ts";
import { DemoSession } from "./demo-session.ts";

/** What the demo shows. */
export interface DemoContent {
  /** The built pane, with office.js. */
  readonly paneFolder: string;
  /** The built page around it. */
  readonly pageFolder: string;
  readonly samples: readonly (SampleChoice & { readonly path: string })[];
}

/** Nobody has more pages open at once; the oldest workbooks are closed. */
const mostSessions = 20;

/** Answers the demo's page: its files, those of the pane, and what both ask of the simulated Excel. */
export function demoServer(content: DemoContent): RequestListener {
  const sessions = new Map<string, DemoSession>();
  const pane = serveFolder(content.paneFolder);
  const page = serveFolder(content.pageFolder);
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/pane/")) {
      request.url = pathname.slice("/pane".length);
      pane(request, response);
      return;
    }
    if (!pathname.startsWith("/excel/")) {
      request.url = pathname === "/" ? "/index.html" : pathname;
      page(request, response);
      return;
    }
    const [, , first = "", second = ""] = pathname.split("/");
    const answer = first === "samples" || first === "open" ? general(first, searchParams) : ofSession(first, second);
    answer.catch((error: unknown) => {
      refuse(response, error);
    });

    async function general(what: "samples" | "open", asked: URLSearchParams): Promise<void> {
      if (what === "samples") {
        sendJson(
          response,
          content.samples.map(({ name, title }) => ({ name, title })),
        );
        return;
      }
      const sample = content.samples.find(({ name }) => name === asked.get("sample")) ?? content.samples[0]!;
      const session = await DemoSession.open(await readFile(sample.path), sample.title, originOf(request));
      sessions.set(session.opened.id, session);
      for (const id of [...sessions.keys()].slice(0, -mostSessions)) sessions.delete(id);
      sendJson(response, session.opened);
    }

    async function ofSession(id: string, what: string): Promise<void> {
      const session = sessions.get(id);
      if (!session) throw new HostError("ItemNotFound", "このブックはもう開いていません。ページを読み直してください。");
      await answerSession(session, what, request, response);
    }
  };
}

async function answerSession(
  session: DemoSession,
  what: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (what) {
    case "pane":
      sendJson(response, session.openPane(`/pane/taskpane.html${new URL(request.url!, "http://localhost").search}`));
      return;
    case "from-pane":
      await session.fromPane(await readText(request));
      response.writeHead(204).end();
      return;
    case "act":
      session.act((await readJson(request)) as DemoAct);
      response.writeHead(204).end();
      return;
    case "view":
      sendJson(response, session.view());
      return;
    case "faults":
      sendJson(response, session.faults);
      return;
    case "workbook.xlsx":
      response.writeHead(200, { "Content-Type": spreadsheetType, "Content-Disposition": "attachment" });
      response.end(await session.save());
      return;
    case "news":
      tellNews(session, response);
      return;
    default:
      response.writeHead(404).end();
  }
}

const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Server-sent events, until the page goes away. */
function tellNews(session: DemoSession, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.flushHeaders();
  session.listen((news) => {
    response.write(`data: ${JSON.stringify(news)}\n\n`);
  });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  response.end(JSON.stringify(value));
}

/** What Excel would refuse is told to the person; anything else is a fault of the demo. */
function refuse(response: ServerResponse, error: unknown): void {
  const isRefusal = error instanceof HostError;
  response.writeHead(isRefusal ? 409 : 500, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ message: isRefusal ? error.message : "デモの不具合です。" }));
  if (!isRefusal) console.error(error);
}

function originOf({ headers }: IncomingMessage): string {
  return `http://${headers.host ?? "localhost"}`;
}

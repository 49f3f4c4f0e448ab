import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "puppeteer";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFolder } from "../../../addin/packaging/serve-folder.ts";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import { readSample, samplePath } from "../../support/samples.ts";
import { startPaneBrowser } from "../pane/pane-browser.ts";
import type { WorkerPage } from "./worker-page.ts";

declare global {
  interface Window {
    readonly workerPage: WorkerPage;
  }
}

const root = join(import.meta.dirname, "..", "..", "..");
let folder: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hyoka-worker-"));
  await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "warn",
    build: {
      outDir: folder,
      rolldownOptions: {
        input: join(import.meta.dirname, "worker-page.ts"),
        output: { entryFileNames: "entry.js" },
      },
    },
  });
  writeFileSync(
    join(folder, "page.html"),
    '<!doctype html><title>検査</title><script type="module" src="entry.js"></script>',
  );
  server = createServer(serveFolder(folder)).listen(0, "127.0.0.1");
  browser = await startPaneBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("in a browser that obeys the pane's own policy the worker reviews, and reads last year's file", async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/page.html`);
  const snapshot = await readSample("sendai-r6");
  const file = { fileName: "R5.xlsx", bytes: [...readFileSync(samplePath("sendai-r5"))] };
  const found = await page.evaluate((...given) => window.workerPage.review(...given), snapshot, file);
  const session = new ReviewSession(bundledForms);
  await session.open({ snapshot });
  expect(found.alone).toEqual(plain(await session.check()));
  const compared = await session.setPrevious({ fileName: "R5.xlsx", bytes: new Uint8Array(file.bytes) });
  expect(found.compared).toEqual(plain(compared.review));
  expect(found.progress).toBeGreaterThan(50);
  expect(faults).toEqual([]);
});

test("what is loaded to review stays small, and the reading of files is a chunk of its own", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  const size = (part: string) => {
    const named = files.filter((file) => file.includes(part));
    expect(named).toHaveLength(1);
    return gzipSync(readFileSync(join(folder, named[0]!)), { level: 9 }).length;
  };
  expect(size("review-worker")).toBeLessThan(200_000);
  expect(size("read-xlsx-bytes")).toBeGreaterThan(200_000);
  expect(size("entry")).toBeLessThan(10_000);
});

/** As it is after the way through the browser, which drops what is `undefined`. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

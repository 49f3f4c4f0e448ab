import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { startPaneBrowser } from "../../addin/pane/pane-browser.ts";
import { buildDemo } from "./build-demo.ts";
import { demoServer } from "./demo-server.ts";

let folder: string;
let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hyoka-demo-"));
  const content = await buildDemo(folder);
  server = createServer(demoServer(content));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await startPaneBrowser();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function openDemo(sample: string): Promise<{ page: Page; pane: Frame; errors: string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${address}?sample=${sample}`);
  const frame = await page.waitForSelector("#pane-part iframe");
  const pane = await frame!.contentFrame();
  await pane.waitForSelector('[role="tree"]');
  return { page, pane, errors };
}

async function shows(page: Page, cell: string, text: string): Promise<void> {
  await page.waitForFunction(
    (name, wanted) => document.querySelector(`td[data-address="${name}"]`)?.textContent === wanted,
    {},
    cell,
    text,
  );
}

test("the pane checks the sheet beside it, goes to a cell, and hears what is typed there", async () => {
  const { page, pane, errors } = await openDemo("nerima");
  await pane.evaluate(() => {
    document.querySelector<HTMLElement>('[role="treeitem"][aria-level="2"]')?.click();
  });
  await page.waitForFunction(() => document.querySelector("output")?.textContent !== "A1");

  await page.locator('td[data-address="C8"]').click({ count: 2 });
  await page.locator("textarea").fill("窓口");
  await page.keyboard.press("Enter");
  await shows(page, "C8", "窓口");

  await page.locator("::-p-aria([name='行の挿入'])").click();
  await shows(page, "C9", "窓口");

  const saved = await page.$eval("a#download", ({ href }) => href);
  const bytes = new Uint8Array(await (await fetch(saved)).arrayBuffer());
  const { sheets } = await readXlsxBytes(bytes, "保存.xlsx");
  expect(sheets[0]!.cells.find(({ row, column }) => row === 9 && column === 3)?.value).toBe("窓口");
  expect(await (await fetch(saved.replace("workbook.xlsx", "faults"))).json()).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test("a workbook that is no longer open, and an address that there is not, are refused", async () => {
  expect((await fetch(`${address}excel/unknown/view`)).status).toBe(409);
  expect((await fetch(`${address}nowhere.html`)).status).toBe(404);
  expect((await fetch(`${address}pane/../../package.json`)).status).toBe(404);
});

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOfficeJs, OFFICE_JS_FOLDER } from "../../../addin/packaging/office-js-files.ts";
import { type BrowserSession, startBrowser } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { hazardWorkbook } from "../../addin/workbook/hazard-workbooks.ts";
import { openPane, type OpenPane, type PaneOptions } from "./open-pane.ts";

const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>読む</title>
<script src="office-js/office.js"></script><body><p id="said">待っています</p><script src="small-pane.js"></script>`;
/** Reads a range, listens to changes, and says both. */
const script = `
  const say = (text) => { document.getElementById("said").textContent = text; };
  globalThis.Office?.onReady(async ({ host, platform }) => {
    try {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("評価表");
        sheet.onChanged.add(async ({ address, source }) => say(address + " " + source));
        const range = sheet.getRange("A1:B1").load("values");
        await context.sync();
        say([host, platform, Office.context.displayLanguage, ...range.values[0]].join(" "));
      });
    } catch (error) {
      say(error.code);
    }
  });`;

let folder: string;
let session: BrowserSession;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hyoka-small-pane-"));
  await mkdir(join(folder, OFFICE_JS_FOLDER));
  await copyOfficeJs(join(folder, OFFICE_JS_FOLDER));
  await writeFile(join(folder, "taskpane.html"), page);
  await writeFile(join(folder, "small-pane.js"), script);
  session = await startBrowser(thisMachine(), findBrowser(thisMachine()), 60_000);
});

afterAll(async () => {
  await session.close();
  await rm(folder, { recursive: true });
});

async function open(options: Partial<PaneOptions> = {}): Promise<OpenPane> {
  const bytes = await hazardWorkbook((sheet) => sheet.addRow(["事業", 5]));
  return openPane(session.browser, bytes, { folder, ...options });
}

/** Waits until the pane says something. */
async function said({ frame }: OpenPane, text: string): Promise<void> {
  await frame.waitForFunction((wanted) => document.getElementById("said")?.textContent === wanted, {}, text);
}

test("the genuine office.js reads the workbook and hears of changes, under a strict policy, and nothing else is asked for", async () => {
  const pane = await open();
  await said(pane, "Excel OfficeOnline ja-JP 事業 5");
  pane.host.coAuthor.type("評価表!B1", 6);
  await said(pane, "B1 Remote");
  await pane.idle();
  expect(pane.faults).toEqual([]);
  await pane.close();
});

test("a policy that is broken, and a request elsewhere, are found", async () => {
  const pane = await open();
  await said(pane, "Excel OfficeOnline ja-JP 事業 5");
  await pane.frame.evaluate(() => {
    const image = document.createElement("img");
    image.src = "https://elsewhere.example/pixel.png";
    document.body.append(image);
  });
  await pane.idle();
  expect(pane.faults.join()).toContain("img-src 'self'");
  await pane.close();
});

test("an Excel whose batches fail", async () => {
  const bytes = await hazardWorkbook((sheet, workbook) => {
    sheet.addRow(["事業", 5]);
    workbook.worksheets[0]!.name = "別の名前";
  });
  const pane = await openPane(session.browser, bytes, { folder });
  await said(pane, "ItemNotFound");
  expect(pane.faults).toEqual(["ItemNotFound: there is no WorksheetCollection 「評価表」"]);
  await pane.close();
});

test("an older Excel says what it has", async () => {
  const pane = await open({ sets: { ExcelApi: "1.12" } });
  await said(pane, "Excel OfficeOnline ja-JP 事業 5");
  const supported = await pane.frame.evaluate(() =>
    ["1.12", "1.13"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)),
  );
  expect(supported).toEqual([true, false]);
  await pane.close();
});

test.each<[string, Partial<PaneOptions>, RegExp]>([
  ["an office.js that is missing", { missing: [/\/office\.js$/u] }, /^$/u],
  ["words of office.js that are missing", { missing: [/office_strings\.js$/u] }, /Strings is not defined/u],
  ["an Excel that says nothing", { isSilent: true }, /^$/u],
])("%s: the pane is never told that it may begin", async (_, options, faults) => {
  const pane = await open(options);
  await pane.page.waitForNetworkIdle({ idleTime: 500 });
  expect(await pane.frame.$eval("#said", ({ textContent }) => textContent)).toBe("待っています");
  expect(pane.host.batches).toEqual([]);
  expect(pane.faults.join("\n")).toMatch(faults);
  await pane.close();
});

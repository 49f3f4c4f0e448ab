import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { Browser, Frame, Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkWorkbook } from "../../../renderer/check/check-workbook.ts";
import { loadForms } from "../../../renderer/forms/load-forms.ts";
import type { PreviewPages, PreviewState } from "../../../renderer/preview/browser/preview-state.ts";
import { patchXlsx } from "../../../renderer/workbook/patch-xlsx.ts";
import { startPaneBrowser } from "../../addin/pane/pane-browser.ts";
import { ownTemplates } from "../../support/form-folder.ts";
import { readPdf, squeeze } from "../../support/read-pdf.ts";
import { hyoka, startHyoka, type RunningHyoka } from "../../support/run-hyoka.ts";
import { readSample, samplePath } from "../../support/samples.ts";

const MINUTES = 180_000;
/** The machine that runs the tests may be busy; the time that a person waits is not measured here. */
const LATEST = 30_000;
const SHEET = "令和5年度実績";
const NAME = `${SHEET}!A4`;
const ISSUED = ["--issued-on", "2026-04-01"];

const root = mkdtempSync(join(tmpdir(), "hyoka-preview-"));
const sound = join(root, "福祉課.xlsx");
const faulty = join(root, "教育課.xlsx");
const templates = ownTemplates();
const template = join(templates, "sendai-projects", "report.hbs");
const style = join(templates, "sendai-projects", "report.css");
const goodTemplate = readFileSync(template, "utf8");
let program: RunningHyoka;
let address: string;
let browser: Browser;
let page: Page;
let frame: Frame;
/** Whatever the browser complained of: scripts that failed, policies that were broken. */
const complaints: string[] = [];

beforeAll(async () => {
  cpSync(samplePath("sendai-r5"), sound);
  cpSync(samplePath("sendai-r6"), faulty);
  program = startHyoka(["preview", sound, faulty, "--templates", templates, ...ISSUED]);
  [browser, address] = await Promise.all([
    startPaneBrowser(),
    program.firstLine.then((line) => /http:\S+\//u.exec(line)![0]),
  ]);
  page = await browser.newPage();
  page.setDefaultTimeout(LATEST);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => complaints.push(message.text()));
  await page.setViewport({ width: 1280, height: 900 });
  await open(0);
}, MINUTES);

afterAll(async () => {
  await browser.close();
  program.child.kill("SIGINT");
  rmSync(root, { recursive: true });
}, MINUTES);

beforeEach(() => {
  complaints.length = 0;
});

async function open(workbook: number): Promise<void> {
  await page.goto(`${address}?workbook=${workbook}`);
  frame = page.frames().find((each) => each.url().endsWith("/pages.html"))!;
  await settled();
}

/** Until the page says that it shows what was saved last. */
async function settled(): Promise<void> {
  await page.waitForFunction(() => document.querySelector("#status")?.textContent.includes("更新しました"));
  await untilInFrame((doc) => doc.querySelector("hyoka-paper") !== null);
}

/** The frame runs no script, not even one that waits: the page around it looks into it. */
async function untilInFrame(test: (doc: Document, value: string) => boolean, value = ""): Promise<void> {
  const source = `(${String(test)})(document.querySelector("iframe").contentDocument, ${JSON.stringify(value)})`;
  await page.waitForFunction(source);
}

async function untilFrameShows(text: string): Promise<void> {
  await untilInFrame((doc, words) => doc.body.innerText.includes(words), text);
}

async function faultShown(): Promise<string> {
  await page.waitForSelector("#fault:not([hidden])");
  return await page.$eval("#fault", (element) => (element as HTMLElement).innerText);
}

async function noFaultShown(): Promise<void> {
  await page.waitForSelector("#fault[hidden]");
}

async function fetchPages(workbook: number): Promise<PreviewPages> {
  return (await (await fetch(`${address}workbooks/${workbook}/pages.json`)).json()) as PreviewPages;
}

async function fetchPdf(workbook: number): Promise<Buffer> {
  const response = await fetch(`${address}workbooks/${workbook}/report.pdf`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The sample with another name for its first project, as Excel would save it. */
async function renamed(name: string): Promise<Uint8Array> {
  const snapshot = await readSample("sendai-r5");
  const edit = { sheet: SHEET, address: "A4", expected: "学習・生活サポート事業", value: name };
  const { bytes, applied } = patchXlsx(readFileSync(samplePath("sendai-r5")), "福祉課.xlsx", snapshot, [edit]);
  expect(applied).toEqual([edit]);
  return bytes;
}

describe("what is shown", () => {
  test("are the pages of the PDF, with what stands in their margins", async () => {
    await open(1);
    const pdf = await readPdf(await fetchPdf(1));
    const shown = await frame.$$eval("hyoka-paper", (papers) =>
      papers.map((paper) => paper.querySelector<HTMLElement>(".page")!.innerText),
    );
    const letters = (text: string) => Array.from(squeeze(text)).sort().join("");
    const margin = (i: number) => `未確認${i + 1}/${pdf.pages.length}`;
    expect(shown.map((text, i) => letters(text + margin(i)))).toEqual(
      // What stands there only to be read aloud is a point high and shows on neither.
      pdf.pages.map(({ texts }) =>
        letters(
          texts
            .filter(({ top, bottom }) => top - bottom > 2)
            .map(({ text }) => text)
            .join(""),
        ),
      ),
    );
    const boxes = await frame.$$eval("hyoka-paper:nth-child(2) hyoka-margin", (elements) =>
      elements.map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const paper = element.closest("hyoka-paper")!.getBoundingClientRect();
        // A length in millimetres ends between two pixels.
        const isInside =
          left >= paper.left - 1 && top >= paper.top - 1 && right <= paper.right + 1 && bottom <= paper.bottom + 1;
        return { content: getComputedStyle(element, "::before").content, isInside };
      }),
    );
    expect(boxes).toEqual([
      { content: 'counter(page) " / " counter(pages)', isInside: true },
      { content: '"未確認"', isInside: true },
    ]);
    expect(complaints).toEqual([]);
  });

  test("are the findings of the check", async () => {
    await open(1);
    const { result } = await checkWorkbook(faulty, {
      forms: loadForms(templates),
      chosen: undefined,
      previous: undefined,
    });
    const listed = await page.$$eval("#findings .finding", (items) =>
      items.map(
        (item) =>
          `${item.querySelector(".head")!.lastChild!.textContent} ${item.querySelector(".message")!.textContent}`,
      ),
    );
    const found = result.open.map(({ sheet, address: cell, message }) => `${sheet}!${cell.split(":")[0]!} ${message}`);
    expect(listed.sort()).toEqual(found.sort());
    expect(listed.length).toBeGreaterThan(10);
  });

  test("lies on the page of its cell", async () => {
    const places = await page.$$eval("#findings section[data-page]", (sections) =>
      sections.flatMap((section) =>
        Array.from(section.querySelectorAll<HTMLElement>("[data-finding]"), (item) => ({
          cell: item.dataset.finding!,
          page: Number(section.dataset.page),
        })),
      ),
    );
    const printed = await frame.$$eval("hyoka-paper", (papers) =>
      papers.map((paper) =>
        Array.from(paper.querySelectorAll<HTMLElement>("[data-cell]"), (cell) => cell.dataset.cell!),
      ),
    );
    for (const { cell, page: number } of places)
      expect(printed.findIndex((cells) => cells.includes(cell)) + 1, cell).toBe(number);
  });
});

test("the PDF is that of render, byte for byte", async () => {
  await open(0);
  await open(1);
  const args = ["--templates", templates, ...ISSUED, "-o", root];
  await Promise.all([hyoka(["render", sound, ...args]), hyoka(["render", faulty, "--force", ...args])]);
  for (const [i, name] of ["福祉課", "教育課"].entries())
    expect((await fetchPdf(i)).equals(readFileSync(join(root, `${name}.pdf`))), name).toBe(true);
  expect(await page.$eval("#pdf", (link) => [link.textContent, link.getAttribute("href")])).toEqual([
    "「未確認」の PDF を保存",
    "/workbooks/1/report.pdf",
  ]);
});

describe("what is saved", () => {
  test("shows: a cell of the workbook, a line of the template, a rule of the style", async () => {
    await open(0);
    const first = await fetchPages(0);
    writeFileSync(sound, await renamed("夜間の学習支援事業"));
    await untilFrameShows("夜間の学習支援事業");
    writeFileSync(template, `${goodTemplate}\n<p class="note">紙面に足した一行</p>`);
    await untilFrameShows("紙面に足した一行");
    writeFileSync(style, `${readFileSync(style, "utf8")}\n@media print { p.note { color: rgb(1, 2, 3) } }`);
    await untilInFrame((doc) => getComputedStyle(doc.querySelector("p.note")!).color === "rgb(1, 2, 3)");
    const form = join(templates, "sendai-projects", "form.json");
    writeFileSync(form, readFileSync(form, "utf8").replace('"orientation": "landscape"', '"orientation": "portrait"'));
    await untilInFrame((doc) => doc.documentElement.style.getPropertyValue("--paper-width") === "210mm");
    expect((await fetchPages(0)).layout).toBeGreaterThanOrEqual(first.layout + 4);
    expect(complaints).toEqual([]);
  });

  test("while nobody looked is in sight as soon as the page says that it is up to date", async () => {
    await open(0);
    await open(1);
    writeFileSync(sound, await renamed("留守の間の学習支援事業"));
    await open(0);
    expect(await frame.$eval("main", (element) => element.textContent)).toContain("留守の間の学習支援事業");
  });

  test("keeps the place, and so does a reload", async () => {
    await open(0);
    await frame.evaluate(() => {
      scrollTo({ top: 300 });
    });
    await page.waitForFunction(() => sessionStorage.getItem("place-0") !== null);
    const place = () => frame.evaluate(() => Math.round(scrollY));
    expect(await place()).toBe(300);
    writeFileSync(sound, await renamed("早朝の学習支援事業"));
    await untilFrameShows("早朝の学習支援事業");
    expect(await place()).toBe(300);
    await page.reload();
    frame = page.frames().find((each) => each.url().endsWith("/pages.html"))!;
    await settled();
    expect(Math.abs((await place()) - 300)).toBeLessThanOrEqual(1);
  });

  test("half: the last pages stay, a calm note says so, and the whole file shows", async () => {
    await open(0);
    const whole = await renamed("放課後の学習支援事業");
    const before = (await fetchPages(0)).layout;
    writeFileSync(sound, whole.subarray(0, whole.length / 2));
    await page.waitForFunction(() => document.querySelector("#status")?.textContent.includes("保存の途中"));
    expect(await page.$eval("#fault", (element) => (element as HTMLElement).hidden)).toBe(true);
    expect((await fetchPages(0)).layout).toBe(before);
    writeFileSync(sound, whole);
    await untilFrameShows("放課後の学習支援事業");
    await settled();
  });

  test("by Excel for itself does not count", async () => {
    await open(0);
    const { layout } = await fetchPages(0);
    writeFileSync(join(root, "~$福祉課.xlsx"), "開いている人");
    writeFileSync(sound, await renamed("休日の学習支援事業"));
    await untilFrameShows("休日の学習支援事業");
    await settled();
    expect((await fetchPages(0)).layout).toBe(layout + 1);
  });
});

describe("a template that is wrong", () => {
  test("is shown with file, line and the fields that exist; the pages stay until it is mended", async () => {
    await open(0);
    writeFileSync(template, "<h1>{{title}}</h1>\n{{#each parts}}\n{{kindd}}\n{{/each}}");
    const text = await faultShown();
    expect(text).toContain("テンプレート sendai-projects/report.hbs の 3 行目: 「kindd」という項目はありません。");
    expect(text).toMatch(/ここで使える項目\s+kind\s+role\s+level\s+text\s+cell/u);
    expect(
      await page.$eval("#fault .wrong", (line) => [(line as HTMLElement).dataset.number, line.textContent]),
    ).toEqual(["3", "{{kindd}}"]);
    expect(await frame.$$eval("hyoka-paper", (papers) => papers.length)).toBeGreaterThan(0);
    expect(await page.$eval("#pdf", (link) => link.ariaDisabled)).toBe("true");
    expect((await fetch(`${address}workbooks/0/report.pdf`)).status).toBe(409);
    writeFileSync(template, goodTemplate);
    await noFaultShown();
    await settled();
    expect((await fetchPdf(0)).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("cannot reach outside, nor run", async () => {
    await open(0);
    writeFileSync(template, `${goodTemplate}\n<img src="http://127.0.0.1:1/seal.png">`);
    expect(await faultShown()).toContain("外部のファイル「http://127.0.0.1:1/seal.png」");
    writeFileSync(
      template,
      `${goodTemplate}\n<p id="own" onclick="parent.ran = 1">押</p><script>parent.ran = 1</script>`,
    );
    await noFaultShown();
    await untilInFrame((doc) => doc.querySelector("#own") !== null);
    await frame.$eval("#own", (element) => {
      (element as HTMLElement).click();
    });
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    writeFileSync(template, goodTemplate);
    await untilInFrame((doc) => doc.querySelector("#own") === null);
  });
});

describe("click-through", () => {
  test("from a printed cell to its workbook cell", async () => {
    await open(1);
    await frame.click('[data-cell="令和6年度実績!C6"]');
    await page.waitForSelector("#cell:not([hidden])");
    const panel = await page.$eval("#cell", (element) => ({
      cell: element.querySelector("h2")!.textContent,
      value: element.querySelector("pre")!.textContent,
      findings: Array.from(element.querySelectorAll(".message"), ({ textContent }) => textContent),
    }));
    expect(panel.cell).toBe("令和6年度実績!C6");
    expect(panel.value).toContain("特別 支援学校");
    const { result } = await checkWorkbook(faulty, { forms: loadForms(), chosen: undefined, previous: undefined });
    expect(panel.findings).toEqual(
      result.open.filter(({ address: cell }) => cell === "C6").map(({ message }) => message),
    );
    expect(panel.findings.length).toBeGreaterThan(0);
    const pressed = await page.$$eval('#findings [aria-pressed="true"]', (items) =>
      items.map((item) => (item as HTMLElement).dataset.finding),
    );
    expect(new Set(pressed)).toEqual(new Set([panel.cell]));
  });

  test("from a finding to its place on the page", async () => {
    await open(1);
    const cell = await page.evaluate(() => {
      const items = document.querySelectorAll<HTMLElement>("#findings section[data-page='2'] [data-finding]");
      const last = items[items.length - 1]!;
      last.click();
      return last.dataset.finding!;
    });
    await untilInFrame((doc, name) => {
      const printed = doc.querySelector<HTMLElement>("[data-hyoka-chosen]");
      if (printed?.dataset.cell !== name) return false;
      const { top, bottom } = printed.getBoundingClientRect();
      return top < doc.defaultView!.innerHeight && bottom > 0 && getComputedStyle(printed).outlineStyle === "solid";
    }, cell);
    await page.waitForFunction(() => document.querySelector("#page-number")?.textContent.startsWith("2 / "));
  });
});

test("a cell that looks like HTML stays text", async () => {
  await open(0);
  const hostile = `<img src=x onerror="parent.ran=1"><style>*{display:none}</style>`;
  writeFileSync(sound, await renamed(hostile));
  await untilFrameShows(hostile);
  await frame.click(`[data-cell="${NAME}"]`);
  await page.waitForSelector("#cell:not([hidden])");
  expect(await page.$eval("#cell pre", ({ textContent }) => textContent)).toBe(hostile);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(complaints).toEqual([]);
});

test.each(["light", "dark"])("nothing hinders those who read with other means, on a %s screen", async (scheme) => {
  const own = await browser.newPage();
  await own.setBypassCSP(true);
  await own.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await own.goto(`${address}?workbook=1`);
  await own.waitForSelector(".finding.warning");
  await own.evaluate(() => {
    document.querySelector<HTMLElement>(".finding.warning")!.click();
  });
  await own.waitForSelector("#cell:not([hidden])");
  await own.evaluate(axe.source);
  // The printed pages are the form's own matter.
  const { violations } = (await own.evaluate("axe.run(document, { iframes: false })")) as AxeResults;
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  await own.close();
});

test("the chooser shows another workbook", async () => {
  await open(0);
  expect(await page.$$eval("#workbook option", (options) => options.map(({ text }) => text))).toEqual([sound, faulty]);
  await page.select("#workbook", "1");
  await untilFrameShows("主な施策8事業の令和6年度実績");
  expect(new URL(page.url()).search).toBe("?workbook=1");
});

describe("the server", () => {
  /** Status and headers of an answer; `fetch` would not send another Host. */
  function ask(headers: Readonly<Record<string, string>>, path = "/") {
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      request(new URL(path, address), { headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode!, headers: response.headers });
      })
        .on("error", reject)
        .end();
    });
  }

  test("listens on the loopback address and refuses other hosts and origins", async () => {
    const { host, hostname } = new URL(address);
    expect(hostname).toBe("127.0.0.1");
    for (const path of [
      "/",
      "/workbooks.json",
      "/workbooks/0/pages.json",
      "/workbooks/0/events",
      "/workbooks/0/report.pdf",
    ]) {
      expect(await ask({ host: "evil.example" }, path), path).toMatchObject({ status: 403 });
      expect(await ask({ host, origin: "http://evil.example" }, path), path).toMatchObject({ status: 403 });
      expect(await ask({ host, "sec-fetch-site": "cross-site" }, path), path).toMatchObject({ status: 403 });
    }
  });

  test("allows nothing inline around the pages, no script in them, and nobody to read along", async () => {
    const outer = await ask({});
    const inner = await ask({}, "/pages.html");
    expect(outer.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/u,
    );
    expect(outer.headers["content-security-policy"]).not.toMatch(/unsafe|\*/u);
    expect(inner.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src/u);
    expect(inner.headers["content-security-policy"]).not.toContain("script-src");
    for (const { headers } of [outer, inner]) expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  test.each([
    "/../package.json",
    "/assets/preview.html",
    "/workbooks/7/pages.json",
    "/workbooks/0/x",
    "/fonts/a.ttf",
    "/%E0",
  ])("has nothing at %s", async (path) => {
    expect(await ask({}, path)).toMatchObject({ status: 404 });
  });

  test("tells of a port that is taken", async () => {
    const { code, err } = await hyoka(["preview", sound, "--port", new URL(address).port]);
    expect({ code, err }).toEqual({ code: 64, err: expect.stringContaining("ほかのプログラムが使っている") as string });
  });

  test("takes another port where nobody named one, and ends with Ctrl+C although a page is open", async () => {
    const other = startHyoka(["preview", sound]);
    const line = await other.firstLine;
    expect(line).not.toContain(address);
    const state = await fetch(`${/http:\S+\//u.exec(line)![0]}workbooks/0/events`);
    const { value } = await state.body!.getReader().read();
    expect(Buffer.from(value!).toString()).toContain("retry");
    other.child.kill("SIGINT");
    expect(await other.ended).toMatchObject({ code: 0 });
  });
});

test("a state is one line of an event", async () => {
  const response = await fetch(`${address}workbooks/1/events`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!/data: .+\n\n/u.test(text)) text += (await reader.read()).value ?? "";
  await reader.cancel();
  const state = JSON.parse(/data: (.+)\n\n/u.exec(text)![1]!) as PreviewState;
  expect(state.report?.description).toBe("仙台市「主な施策事業の実績」　令和6年度　8 件");
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser } from "../../../renderer/browser/browser-session.ts";
import type { BrowserSession } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { loadForms } from "../../../renderer/forms/load-forms.ts";
import { reportPreparer } from "../../../renderer/report/prepare-report.ts";
import { samplePath, SAMPLES } from "../../support/samples.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const host = thisMachine();
const prepare = reportPreparer({
  forms: loadForms(),
  chosen: undefined,
  platform: host.platform,
  issuedOn: "2026-04-01",
  force: true,
});
let session: BrowserSession;
let page: Page;
let requests: string[];

beforeAll(async () => {
  session = await startBrowser(host, findBrowser(host), 60_000);
  page = await session.browser.newPage();
  page.on("request", (request) => requests.push(request.url()));
});
afterAll(() => session.close());

describe.each(SAMPLES.map(([, name]) => name))("%s as a page of the web", (name) => {
  beforeAll(async () => {
    const { html } = await prepare(samplePath(name));
    requests = [];
    await page.setBypassCSP(true);
    await page.setViewport({ width: 1280, height: 800 });
    await page.setContent(html);
  });

  test("axe finds nothing", async () => {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => {
      const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      return axe.run({ resultTypes: ["violations"] });
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)).toEqual([]);
  });

  test("says its language and title, has one landmark of content, asks for nothing elsewhere", async () => {
    const said = await page.evaluate(() => ({
      language: document.documentElement.lang,
      hasTitle: document.title.length > 3,
      mains: document.querySelectorAll("main").length,
      headings: document.querySelectorAll("th:not([scope])").length,
    }));
    expect(said).toEqual({ language: "ja", hasTitle: true, mains: 1, headings: 0 });
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([]);
  });

  test("on a telephone letters stay large and running text within the screen; only tables are wider", async () => {
    await page.setViewport({ width: 360, height: 640 });
    const seen = await page.evaluate(() => {
      const blocks = [...document.querySelectorAll<HTMLElement>("main > :not(table), header > *")];
      const letters = [...document.querySelectorAll<HTMLElement>("main p, main td")].map((element) =>
        Number.parseFloat(getComputedStyle(element).fontSize),
      );
      return {
        beyond: blocks
          .filter((block) => block.getBoundingClientRect().right > innerWidth)
          .map(({ textContent }) => textContent),
        smallest: Math.min(...letters),
      };
    });
    expect(seen.beyond).toEqual([]);
    expect(seen.smallest).toBeGreaterThanOrEqual(13);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Frame } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPane, type BuiltPane } from "../../excel-host/browser/built-pane.ts";
import { COLOR_THEMES, useColorTheme, type ColorTheme } from "./color-themes.ts";
import { startPaneBrowser } from "./pane-browser.ts";
import { visitScenes } from "./pane-stories.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Bytes of the first load after gzip: the pane's own script and style. */
const FIRST_LOAD = 60 * 1024;

let built: BuiltPane;
let browser: Browser;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPane(), startPaneBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await built.remove();
});

describe("the built page", () => {
  const html = () => readFileSync(join(built.folder, "taskpane.html"), "utf8");
  const ownFiles = () => [...html().matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/gu)].map(([, file]) => file!);

  test("loads at most 60 KB of its own, the worker and the reader of files apart", () => {
    const files = ownFiles();
    expect(files.map((file) => file.replace(/-[^.]+/u, "")).toSorted()).toEqual([
      "assets/taskpane.css",
      "assets/taskpane.js",
    ]);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built.folder, file))).length, 0);
    expect(bytes).toBeLessThanOrEqual(FIRST_LOAD);
    expect(readdirSync(join(built.folder, "assets")).some((file) => file.startsWith("review-worker"))).toBe(true);
  });

  test("holds no script and no style of its own, which a strict policy would forbid", () => {
    expect(html()).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/u);
  });

  test("its script runs while office.js may hang, and office.js comes last", () => {
    expect(html()).toMatch(/<script async type="module"[^>]*taskpane-/u);
    expect(html().lastIndexOf("<script")).toBe(html().indexOf('<script  src="./office-js/office.js"'));
  });
});

test("every screen, in every theme: axe finds nothing, and nothing is wider than the pane", async () => {
  const seen: string[] = [];
  const found: string[] = [];
  await visitScenes(browser, built.folder, async (name, { page, frame, faults }) => {
    seen.push(name);
    found.push(...faults.filter((fault) => !isAskedFor(fault)).map((fault) => `${name}: ${fault}`));
    await frame.evaluate(AXE);
    for (const theme of Object.keys(COLOR_THEMES) as ColorTheme[]) {
      await useColorTheme(page, theme);
      const rules = theme === "light" ? undefined : ["color-contrast", "link-in-text-block"];
      found.push(...(await violations(frame, rules)).map((violation) => `${name} ${theme}: ${violation}`));
    }
    for (const width of [350, 320, 160]) {
      await page.setViewport({ width, height: 640 });
      found.push(...(await tooWide(frame)).map((element) => `${name} ${width} px: ${element}`));
    }
    await page.setViewport({ width: 320, height: 640 });
  });
  expect(found).toEqual([]);
  expect(seen.length).toBeGreaterThan(20);
});

/** A file that a story keeps away is reported by the browser. */
function isAskedFor(fault: string): boolean {
  return fault.includes("status of 404");
}

/** @param rules those that depend on colours, where the rest has been looked at already */
async function violations(frame: Frame, rules: readonly string[] | undefined): Promise<string[]> {
  const result = await frame.evaluate(
    (options) => {
      const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      return axe.run(options);
    },
    { resultTypes: ["violations"], ...(rules && { runOnly: [...rules] }) } satisfies RunOptions,
  );
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id} ${html.slice(0, 120)} ${any[0]?.message ?? ""}`),
  );
}

/** Elements that reach out of the window on the right. Cut-off texts and what only screen readers see do not count. */
function tooWide(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

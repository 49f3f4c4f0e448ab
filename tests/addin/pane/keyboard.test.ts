import { readFileSync } from "node:fs";
import type { Browser, KeyInput } from "puppeteer";
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from "vitest";
import { buildPane, type BuiltPane } from "../../excel-host/browser/built-pane.ts";
import { openPane, type OpenPane } from "../../excel-host/browser/open-pane.ts";
import { samplePath } from "../../support/samples.ts";
import { startPaneBrowser } from "./pane-browser.ts";

let built: BuiltPane;
let browser: Browser;
let pane: OpenPane;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPane(), startPaneBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await built.remove();
});

beforeEach(async () => {
  pane = await openPane(browser, readFileSync(samplePath("ogori")), { folder: built.folder, width: 320, height: 640 });
  await pane.frame.waitForSelector(".row-finding");
  await pane.idle();
});

afterEach(async () => {
  expect(pane.faults).toEqual([]);
  await pane.close();
});

async function press(key: KeyInput, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await pane.page.keyboard.press(key);
}

/** Presses Tab, or Shift+Tab, until the focus is on an element; a person would give up some day. */
async function tabTo(selector: string, isBack = false): Promise<void> {
  for (let i = 0; i < 30; i++) {
    if (isBack) await pane.page.keyboard.down("Shift");
    await pane.page.keyboard.press("Tab");
    if (isBack) await pane.page.keyboard.up("Shift");
    if (await pane.frame.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** What a screen reader would say of the place of the focus. */
function focused(): Promise<{ role: string; text: string; expanded: string | null }> {
  return pane.frame.evaluate(() => {
    const element = document.activeElement!;
    return {
      role: element.getAttribute("role") ?? element.localName,
      text: (element as HTMLElement).innerText.replaceAll(/\s+/gu, " ").trim(),
      expanded: element.getAttribute("aria-expanded"),
    };
  });
}

/** Waits until the focus is on an element. */
function untilFocused(selector: string): Promise<unknown> {
  return pane.frame.waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, {}, selector);
}

const pageCount = () => pane.frame.$eval(".page-count", ({ textContent }) => textContent);

test("the list: arrows, folding, opening, and back to the same line", async () => {
  await tabTo('[role="treeitem"]');
  expect(await focused()).toMatchObject({ role: "treeitem", expanded: "true" });
  await press("ArrowLeft");
  expect((await focused()).expanded).toBe("false");
  await press("ArrowRight");
  expect((await focused()).expanded).toBe("true");

  await press("ArrowDown", 2);
  const { text } = await focused();
  expect(text).toMatch(/^警告: .*E4 進捗状況$/u);
  await press("Enter");
  await untilFocused("h2");
  await pane.idle();
  expect(await pageCount()).toBe("2 / 78");
  expect(pane.host.book.selection.area).toMatchObject({ top: 4, left: 5 });

  await press("Escape");
  await untilFocused('[role="treeitem"]');
  expect((await focused()).text).toBe(`${text} 選択中のセル`);
});

test("the list is drawn in part, and End leads to its last line", async () => {
  await tabTo('[role="treeitem"]');
  await press("End");
  const lines = await pane.frame.$$eval('[role="treeitem"]', (rows) => rows.length);
  expect(lines).toBeLessThan(45);
  expect(await pane.frame.evaluate(() => document.activeElement!.getBoundingClientRect().bottom <= innerHeight)).toBe(
    true,
  );
  await press("Home");
  expect((await focused()).expanded).toBe("true");
  expect(await pane.frame.evaluate(() => document.activeElement!.getBoundingClientRect().top >= 0)).toBe(true);
});

test("F8 leads from anywhere to the next finding, Shift+F8 back", async () => {
  await pane.frame.focus("#tab-check");
  await press("F8");
  await untilFocused("h2");
  expect(await pageCount()).toBe("1 / 78");
  await press("F8", 2);
  expect(await pageCount()).toBe("3 / 78");
  await pane.page.keyboard.down("Shift");
  await press("F8", 3);
  await pane.page.keyboard.up("Shift");
  expect(await pageCount()).toBe("78 / 78");
  await pane.idle();
});

test("accepting with a reason and a name, announced, and on to the next", async () => {
  await pane.frame.focus("#tab-check");
  await press("F8");
  await untilFocused("h2");
  await tabTo(".acceptance .button");
  await press("Enter");
  await untilFocused("#reason");
  await pane.page.keyboard.type("記録を別に残しているため");
  await press("Tab");
  await untilFocused("#by");
  await press("Enter");
  await untilFocused("#by");
  expect(await pane.frame.$eval(".lacks", ({ textContent }) => textContent)).toBe("確認者の名前を書いてください。");
  await pane.page.keyboard.type("山田");
  // The input method's key for narrow katakana.
  await press("F8");
  expect(await focused()).toMatchObject({ role: "input" });
  await press("Enter");
  await pane.frame.waitForSelector(".facts");
  await untilFocused("h2");
  expect((await focused()).text).toMatch(/^確認済み: /u);
  expect(await pane.frame.$eval('[role="status"]', ({ textContent }) => textContent)).toContain("確認済みにしました。");
  await press("F8");
  await pane.frame.waitForFunction(() => !document.querySelector(".facts"));
  await pane.idle();
});

test("the tabs: arrows move between the tasks, and each opens with the focus left on it", async () => {
  await tabTo('[role="treeitem"]');
  await tabTo('[role="tab"]', true);
  const tasks: string[] = [];
  for (let i = 0; i < 5; i++) {
    tasks.push((await focused()).text);
    await press("ArrowRight");
    await pane.idle();
  }
  expect(tasks).toEqual(["検証", "提出前", "整形", "前年", "ヘルプ"]);
  expect((await focused()).text).toBe("検証");
});

test("what happens in Excel moves no focus", async () => {
  await tabTo('[role="treeitem"]');
  await press("ArrowDown");
  const before = await focused();
  const said = () => pane.frame.$eval('[role="status"]', ({ textContent }) => textContent);
  const counts = await said();
  pane.host.person.type("進捗状況!F39", "A");
  pane.host.coAuthor.type("進捗状況!H39", "継続");
  await pane.frame.waitForFunction((old) => document.querySelector('[role="status"]')!.textContent !== old, {}, counts);
  expect(await said()).toMatch(/^誤り 0 件、/u);
  expect(await focused()).toEqual(before);
  pane.host.person.select("進捗状況!E4");
  await pane.frame.waitForSelector(".selected-cell");
  expect((await focused()).text).toBe(`${before.text} 選択中のセル`);
});

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPane } from "../../excel-host/browser/built-pane.ts";
import type { OpenPane } from "../../excel-host/browser/open-pane.ts";
import { COLOR_THEMES, useColorTheme, type ColorTheme } from "./color-themes.ts";
import { startPaneBrowser } from "./pane-browser.ts";
import { visitScenes } from "./pane-stories.ts";

// `npm run screenshots`: the pictures of the README. `-- --all DIR`: every screen, in every theme and both widths.

/** What the README shows, and in which theme. */
const CHOSEN: Readonly<Record<string, ColorTheme>> = {
  check: "light",
  "finding-suggestion": "light",
  submit: "light",
  structure: "light",
  accepted: "dark",
};
const README_SIZE = { width: 350, height: 620, deviceScaleFactor: 1.5 };
const WIDTHS = [320, 350];
const IMAGES = join(import.meta.dirname, "..", "..", "..", "docs", "images");

const { all } = parseArgs({ options: { all: { type: "string" } } }).values;

async function takeForReadme(name: string, { page }: OpenPane): Promise<void> {
  const theme = CHOSEN[name];
  if (!theme) return;
  await page.setViewport(README_SIZE);
  // Off the tab that was pressed last.
  await page.mouse.move(README_SIZE.width - 1, README_SIZE.height - 1);
  await useColorTheme(page, theme);
  await writeFile(join(IMAGES, `pane-${name}.png`), await page.screenshot());
}

/** The whole screen, also what one would have to scroll to; of a long list its beginning. */
async function takeAll(folder: string, name: string, { page, frame }: OpenPane): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 640 });
    const height = await frame.evaluate(() => Math.min(1600, document.documentElement.scrollHeight));
    await page.setViewport({ width, height: Math.max(640, height) });
    for (const theme of Object.keys(COLOR_THEMES) as ColorTheme[]) {
      await useColorTheme(page, theme);
      await writeFile(join(folder, `${name}-${width}-${theme}.png`), await page.screenshot());
    }
  }
  await page.setViewport({ width: 320, height: 640 });
  await useColorTheme(page, "light");
}

const built = await buildPane();
const browser = await startPaneBrowser();
try {
  if (all !== undefined) await mkdir(all, { recursive: true });
  await visitScenes(browser, built.folder, (name, pane) =>
    all === undefined ? takeForReadme(name, pane) : takeAll(all, name, pane),
  );
} finally {
  await browser.close();
  await built.remove();
}

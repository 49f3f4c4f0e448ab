import { copyFile, mkdir, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Folder of the pane's own copy of Office.js, beside `taskpane.html`. */
export const OFFICE_JS_FOLDER = "office-js";
/** Where Microsoft serves Office.js; the only way that it supports for add-ins beyond an organisation's own. */
export const OFFICE_JS_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * What Excel on Windows, Mac, iPad and the web loads of the package, of its 86 MB: the loader, the part of each Excel,
 * the words in Japanese and English.
 */
const NEEDED =
  /^(?:office|o15apptofilemappingtable|es6-promise|excel-(?:web|win32|winrt|mac|ios)-16\.\d+(?:-core)?)\.js$/u;
const NEEDED_BELOW = ["ja-jp/office_strings.js", "en-us/office_strings.js", "telemetry/oteljs_agave.js"];

/**
 * Copies Office.js out of its npm package, unchanged. It is copied when the pane is built and belongs to no repository and
 * no release: its licence allows the use inside an organisation.
 * @returns the paths of the copies, below `folder`.
 */
export async function copyOfficeJs(folder: string): Promise<string[]> {
  const source = join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");
  const files = [...(await readdir(source)).filter((name) => NEEDED.test(name)), ...NEEDED_BELOW];
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(source, file), join(folder, file));
  }
  return files;
}

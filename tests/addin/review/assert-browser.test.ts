import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertBrowser, OLDEST_CHROMIUM } from "../../../addin/review/assert-browser.ts";
import { ReviewError } from "../../../addin/review/review-protocol.ts";
import { type BuiltPane, buildPane } from "../../excel-host/browser/built-pane.ts";
import config from "../../../vite.config.ts";

/** What Chromium has learnt since version 110, and in which: https://developer.mozilla.org, “Browser compatibility”. */
const SINCE: readonly (readonly [version: number, words: RegExp])[] = [
  [110, /\.(?:toSorted|toReversed|toSpliced)\(/u],
  [111, /\.(?:isWellFormed|toWellFormed)\(/u],
  [114, /\.(?:showPopover|transferToFixedLength)\(/u],
  [116, /AbortSignal\.any\(/u],
  [117, /(?:Map|Object)\.groupBy\(/u],
  [119, /Promise\.withResolvers/u],
  [120, /URL\.canParse/u],
  [121, /Array\.fromAsync/u],
  [
    122,
    /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(|new Set\([^()]*\)\.(?:union|intersection|difference)\(/u,
  ],
  // Helpers of iterators: called on what gives one.
  [
    122,
    /\bIterator\.|(?<!Object)\.(?:values|keys|entries|matchAll)\([^()]*\)\.(?:map|filter|some|every|find|flatMap|reduce|forEach|take|drop|toArray)\(/u,
  ],
  [125, /\(\?[ims]+(?:-[ims]+)?:/u],
  [126, /URL\.parse\(/u],
  [128, /Promise\.try\(/u],
  [129, /Intl\.DurationFormat|scheduler\.yield/u],
  [134, /Symbol\.(?:asyncDispose|dispose)\b|\bDisposableStack\b/u],
  [135, /Float16Array|Math\.f16round/u],
  [136, /RegExp\.escape/u],
  [140, /Uint8Array\.from(?:Base64|Hex)|\.toBase64\(/u],
  [147, /Math\.sumPrecise|\.getOrInsert(?:Computed)?\(/u],
];

let built: BuiltPane;

beforeAll(async () => {
  built = await buildPane();
});

afterAll(() => built.remove());

test("a browser that has everything is let through", () => {
  expect(() => {
    assertBrowser();
  }).not.toThrow();
});

test("a function that is missing is told with what to update", () => {
  expect(() => {
    assertBrowser([() => true, () => false]);
  }).toThrow(ReviewError);
});

test("the pane is built for the oldest browser that it is said to run in", () => {
  expect(config.build?.target).toEqual(expect.arrayContaining([`chrome${OLDEST_CHROMIUM}`, `edge${OLDEST_CHROMIUM}`]));
});

test("the built pane calls nothing that is newer, and something that is as new", async () => {
  const folder = join(built.folder, "assets");
  const scripts = (await readdir(folder)).filter((file) => file.endsWith(".js"));
  const found = await Promise.all(
    scripts.map(async (file) => {
      const code = await readFile(join(folder, file), "utf8");
      return SINCE.flatMap(([version, words]) => {
        const [call] = words.exec(code) ?? [];
        return call === undefined ? [] : [{ version, file, call }];
      });
    }),
  );
  const used = found.flat();
  expect(used.filter(({ version }) => version > OLDEST_CHROMIUM)).toEqual([]);
  expect(Math.max(...used.map(({ version }) => version))).toBe(OLDEST_CHROMIUM);
});

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { fontFaceCss, fontFiles, fontFileOf, fontUrlPrefix, writeFontsConf } from "../../../renderer/browser/fonts.ts";

test("both families have a regular and a bold font", () => {
  const fonts = fontFiles();
  for (const name of ["BIZ UDGothic 400", "BIZ UDGothic 700", "BIZ UDMincho 400", "BIZ UDMincho 700"]) {
    expect(fonts.map(({ family, weight }) => `${family} ${weight}`)).toContain(name);
  }
  expect(fonts.filter(({ path }) => !existsSync(path))).toEqual([]);
});

test("the fonts.conf lists these fonts only and keeps its index beside itself", async () => {
  const cache = await mkdtemp(join(tmpdir(), "hyoka-test-fonts-"));
  try {
    const fonts = [{ family: "BIZ UDGothic", weight: 400, path: "/a & b/<c>/font.ttf" } as const];
    const path = await writeFontsConf(cache, fonts);
    expect(await readFile(path, "utf8")).toBe(
      [
        `<?xml version="1.0"?>`,
        `<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">`,
        `<fontconfig>`,
        `  <dir>/a &amp; b/&lt;c&gt;</dir>`,
        `  <cachedir>${join(dirname(path), "index")}</cachedir>`,
        `</fontconfig>`,
        ``,
      ].join("\n"),
    );
    expect(await writeFontsConf(cache, fonts)).toBe(path);
    expect(await writeFontsConf(cache, fontFiles())).not.toBe(path);
  } finally {
    await rm(cache, { recursive: true });
  }
});

test("every address in the @font-face rules means a font, and no other address does", () => {
  const urls = [...fontFaceCss().matchAll(/url\("(.+?)"\)/g)].map((match) => match[1]!);
  expect(urls.length).toBeGreaterThanOrEqual(4);
  const installed = fontFiles().map(({ path }) => path);
  expect(urls.map((url) => fontFileOf(url)?.path)).toEqual(installed);
  expect(fontFileOf(`${fontUrlPrefix}../../package.json`)).toBeUndefined();
});

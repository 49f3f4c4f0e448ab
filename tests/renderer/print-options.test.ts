import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { missingOnPages, overprints, visibleTexts } from "../support/pdf-fidelity.ts";
import { readPdf, squeeze, type ReadPdf } from "../support/read-pdf.ts";
import { hyoka } from "../support/run-hyoka.ts";
import { readSample, samplePath } from "../support/samples.ts";

const MINUTES = 120_000;
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "hyoka-print-"));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

async function printed(...options: readonly string[]): Promise<ReadPdf> {
  const { code, err } = await hyoka(["render", samplePath("sendai-r5"), "-o", root, "--force", ...options]);
  expect([code, err.replace(/.*未確認.*\n/u, "")]).toEqual([0, ""]);
  return await readPdf(readFileSync(join(root, "sendai-r5.pdf")));
}

const words = (pdf: ReadPdf) => pdf.pages.map(({ texts }) => squeeze(texts.map(({ text }) => text).join("")));

test(
  "paper, direction, margins and size of letters change the pages and lose no word",
  async () => {
    const small = await printed("--paper", "A3", "--orientation", "landscape");
    const large = await printed("--orientation", "portrait", "--margin", "25,20,25,20", "--font-size", "11");
    expect(Math.round(small.pages[0]!.width / 10)).toBe(119);
    expect(Math.round(large.pages[0]!.width / 10)).toBe(59);
    expect(large.pages.length).toBeGreaterThan(small.pages.length);
    const texts = visibleTexts(await readSample("sendai-r5"));
    for (const pdf of [small, large]) {
      expect(missingOnPages(texts, pdf.pages)).toEqual([]);
      expect(pdf.pages.flatMap(overprints)).toEqual([]);
      const left = Math.min(...pdf.pages.flatMap((page) => page.texts.map((text) => text.left)));
      if (pdf === large) expect(left).toBeGreaterThan(20 * (72 / 25.4));
    }
  },
  MINUTES,
);

test(
  "page numbers as asked for",
  async () => {
    // The lowest line of the first page.
    const foot = async (style: string) => {
      const { texts } = (await printed("--page-numbers", style)).pages[0]!;
      const lowest = Math.min(...texts.map(({ bottom }) => bottom));
      return squeeze(
        texts
          .filter(({ bottom }) => bottom < lowest + 3)
          .map(({ text }) => text)
          .join(""),
      );
    };
    for (const [style, end] of [
      ["page-of-pages", /^1\/2$/u],
      ["page", /^1$/u],
      ["dashed", /^-1-$/u],
      ["none", /[ぁ-ん一-龠]/u],
    ] as const)
      expect(await foot(style)).toMatch(end);
  },
  MINUTES,
);

test(
  "a watermark stands on every page and is not read aloud",
  async () => {
    const pdf = await printed("--watermark", "取扱注意");
    for (const [index, text] of words(pdf).entries()) expect(text, `page ${index + 1}`).toContain("取扱注意");
    expect(pdf.isTagged).toBe(true);
    const plain = await printed();
    expect(pdf.pages.map(({ roles }) => roles)).toEqual(plain.pages.map(({ roles }) => roles));
  },
  MINUTES,
);

test(
  "wrong wishes are refused with a sentence",
  async () => {
    const wrong = [
      ["--margin", "abc"],
      ["--margin", "1,2"],
      ["--margin", "95"],
      ["--font-size", "100"],
      ["--watermark", "とても長くて紙に収まらない透かし"],
      ["--paper", "B5"],
      ["--page-numbers", "roman"],
    ];
    for (const options of wrong) {
      const { code, err } = await hyoka(["render", samplePath("sendai-r5"), "-o", root, ...options]);
      expect([options, code, err === ""]).toEqual([options, 64, false]);
    }
    const emoji = await hyoka(["render", samplePath("sendai-r5"), "-o", root, "--force", "--watermark", "\u{1FAE8}"]);
    expect(emoji).toMatchObject({ code: 1, err: expect.stringContaining("透かし") as string });
  },
  MINUTES,
);

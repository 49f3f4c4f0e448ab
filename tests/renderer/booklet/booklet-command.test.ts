import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingOnPages, overprints, visibleTexts } from "../../support/pdf-fidelity.ts";
import { pdfStructure } from "../../support/pdf-structure.ts";
import { readPdf, squeeze, withPdf, type PdfPage, type ReadPdf } from "../../support/read-pdf.ts";
import { hyoka, type HyokaRun } from "../../support/run-hyoka.ts";
import { readSample, samplePath, SAMPLES } from "../../support/samples.ts";
import { xlsxPackage } from "../../support/xlsx-package.ts";

const MINUTES = 180_000;
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "hyoka-booklet-"));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

/** Lines of a page by their height, top down. */
function linesOf({ texts }: PdfPage): string[] {
  const lines = new Map<number, { left: number; text: string }[]>();
  for (const { text, left, bottom } of texts) {
    const line = Math.round(bottom / 3);
    lines.set(line, [...(lines.get(line) ?? []), { left, text }]);
  }
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, words]) =>
      squeeze(
        words
          .sort((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join(""),
      ),
    );
}

describe("the five samples", () => {
  let run: HyokaRun;
  let pdf: Uint8Array;
  let read: ReadPdf;
  /** Number of the first page whose number is 1. */
  const front = 2;

  beforeAll(async () => {
    const manifest = write(
      "目録.yaml",
      `# 合本の目録
title: 令和5年度 行政評価報告書
subtitle: 事務事業の実績と評価
municipality: 五市区合同
issuedOn: 2026-04-01
contentsDepth: 3
sections:
  - title: 第1章 事務事業
    workbooks:
      - ${samplePath("sendai-r5")}
      - ${samplePath("sendai-r6")}
  - title: 第2章 計画と施策
    workbooks:
      - file: ${samplePath("nerima")}
        title: 練馬区アクションプラン
      - ${samplePath("ogori")}
      - ${samplePath("kawasaki")}
`,
    );
    const out = join(root, "目録.pdf");
    run = await hyoka(["booklet", manifest, "--force", "-o", out]);
    pdf = readFileSync(out);
    read = await readPdf(pdf);
  }, MINUTES);

  test("are one file, and the log names each", () => {
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toMatch(/^✓ 合本 → .+目録\.pdf（5 冊、\d+ ページ）\n$/u);
    for (const [, name] of SAMPLES) expect(run.err).toContain(`${name}.xlsx（`);
    expect(read.info).toMatchObject({ Title: "令和5年度 行政評価報告書", Author: "五市区合同" });
    expect(read.language).toBe("ja");
  });

  test("the pages that the contents name are those on which the headings stand", () => {
    const entries = linesOf(read.pages[1]!).flatMap((line) => {
      const entry = /^(.+?)(\d+)$/u.exec(line);
      return entry ? [{ title: entry[1]!, page: Number(entry[2]) }] : [];
    });
    expect(entries.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["第1章事務事業", "主な施策8事業の令和6年度実績", "練馬区アクションプラン", "評価の集計"]),
    );
    expect(entries.length).toBeGreaterThan(10);
    for (const { title, page } of entries) {
      const text = linesOf(read.pages[front + page - 1]!).join("");
      expect(text, `${title} on page ${page}`).toContain(title);
    }
  });

  test("pages are numbered from 1 without a gap, the contents by roman numerals, the cover not at all", async () => {
    const foot = read.pages.map((page) => linesOf(page).at(-1)!);
    expect(foot.slice(1)).toEqual(["i", ...Array.from({ length: read.pages.length - front }, (_, i) => `${i + 1}`)]);
    const labels = await withPdf(pdf, (document) => document.getPageLabels());
    expect(labels).toEqual(["表紙", "i", ...foot.slice(front)]);
  });

  test("the running header says chapter and report", () => {
    expect(linesOf(read.pages[front]!)[0]).toBe("第1章事務事業主な施策8事業の令和5年度実績");
  });

  test("every word of every workbook is printed, nothing over another", async () => {
    for (const [, name] of SAMPLES)
      expect(missingOnPages(visibleTexts(await readSample(name)), read.pages), name).toEqual([]);
    expect(read.pages.flatMap(overprints)).toEqual([]);
  });

  test("tags and outline are whole", async () => {
    expect(read.isTagged).toBe(true);
    expect(read.xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect((await pdfStructure(pdf)).untagged).toEqual([]);
    expect(read.pages.filter(({ roles }) => roles.length < 3)).toEqual([]);
    const { outline } = read;
    expect(outline.filter(({ level }) => level === 1).map(({ title }) => title)).toEqual([
      "表紙",
      "目次",
      "第1章 事務事業",
      "第2章 計画と施策",
      "評価の集計",
    ]);
    expect(outline.filter(({ level }) => level === 2).map(({ title }) => title)).toContain("練馬区アクションプラン");
    expect(outline.some(({ level }) => level === 3)).toBe(true);
  });

  test("the contents lead to the pages that they name", async () => {
    await withPdf(pdf, async (document) => {
      const links = await (await document.getPage(2)).getAnnotations();
      const targets: number[] = [];
      for (const { dest } of links as { dest: [Parameters<typeof document.getPageIndex>[0]] }[])
        targets.push((await document.getPageIndex(dest[0])) - front + 1);
      expect(targets).toContain(1);
      expect([...targets].sort((a, b) => a - b)).toEqual(targets);
      expect(targets.at(-1)).toBeGreaterThan(20);
    });
  });

  test("the summary counts the ratings by department", () => {
    const text = read.pages
      .slice(-4)
      .map((page) => linesOf(page).join(""))
      .join("");
    expect(text).toContain("評価の集計");
    expect(text).toMatch(/子育て支援課.{0,12}83\.3%/u);
    expect(text).toContain("都市計画課");
  });

  test(
    "the same workbooks give the same bytes",
    async () => {
      const again = join(root, "again.pdf");
      await hyoka(["booklet", join(root, "目録.yaml"), "--force", "-o", again, "--concurrency", "1"]);
      expect(readFileSync(again).equals(Buffer.from(pdf))).toBe(true);
    },
    MINUTES,
  );
});

describe("refuses", () => {
  const usage: readonly (readonly [string, string, RegExp])[] = [
    ["a file that is no YAML", "title: [", /1 行目が読めません/u],
    ["unknown words", "titel: x\nworkbooks: [a.xlsx]", /titel/u],
    ["neither chapters nor workbooks", "title: x", /sections（章）か workbooks/u],
    ["both", "title: x\nworkbooks: [a.xlsx]\nsections: [{ title: y, workbooks: [b.xlsx] }]", /どちらか一方/u],
    ["a list", "- title", /オブジェクト/u],
  ];

  test.each(usage)("%s", async (_, content, message) => {
    const { code, err } = await hyoka(["booklet", write("bad.yaml", content)]);
    expect([code, err]).toEqual([64, expect.stringMatching(message)]);
  });

  test(
    "a manifest that is not there, workbooks without a title, a booklet over one of its workbooks",
    async () => {
      expect((await hyoka(["booklet", join(root, "none.yaml")])).code).toBe(1);
      expect((await hyoka(["booklet", samplePath("ogori")])).code).toBe(64);
      const copy = write("写し.xlsx", readFileSync(samplePath("ogori")));
      const over = await hyoka(["booklet", copy, "--title", "合本", "-o", copy]);
      expect(over).toMatchObject({ code: 64, err: expect.stringContaining("上書きできません") as string });
      expect(readFileSync(copy).equals(readFileSync(samplePath("ogori")))).toBe(true);
    },
    MINUTES,
  );

  test(
    "to leave a workbook out: names each that cannot be printed, and writes nothing",
    async () => {
      const out = join(root, "none.pdf");
      const broken = write("壊れた.xlsx", "no zip");
      const stranger = write("別の表.xlsx", xlsxPackage({ sheets: ["<sheetData/>"] }));
      const sources = [samplePath("sendai-r5"), broken, samplePath("ogori"), stranger];
      const { code, err } = await hyoka(["booklet", ...sources, "--title", "合本", "-o", out]);
      expect(code).not.toBe(0);
      for (const name of ["壊れた.xlsx", "別の表.xlsx", "ogori.xlsx"]) expect(err).toContain(name);
      expect(err).toContain("合本を作りませんでした");
      expect(existsSync(out)).toBe(false);
    },
    MINUTES,
  );
});

test(
  "by department: a chapter for each, in the order in which they come",
  async () => {
    const manifest = write(
      "課別.yaml",
      `title: 課別\ngroupBy: department\nsummary: false\nworkbooks:\n  - ${samplePath("kawasaki")}\n  - ${samplePath("sendai-r5")}\n  - ${samplePath("sendai-r6")}\n`,
    );
    const out = join(root, "課別.pdf");
    expect(await hyoka(["booklet", manifest, "--force", "-o", out])).toMatchObject({ code: 0 });
    const { outline } = await readPdf(readFileSync(out));
    const chapters = outline.filter(({ level }) => level === 1).map(({ title }) => title);
    expect(chapters.slice(0, 2)).toEqual(["表紙", "目次"]);
    expect(chapters.length).toBeGreaterThan(3);
    expect(chapters).not.toContain("評価の集計");
  },
  MINUTES,
);

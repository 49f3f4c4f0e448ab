import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FormDefinition } from "../../../core/form/form-definition.ts";
import { BUILT_IN_TEMPLATES } from "../../../renderer/forms/load-forms.ts";
import { readXlsx } from "../../../renderer/workbook/read-xlsx.ts";
import { ownTemplates } from "../../support/form-folder.ts";
import { missingOnPages, overprints, visibleTexts } from "../../support/pdf-fidelity.ts";
import { readPdf, type ReadPdf } from "../../support/read-pdf.ts";
import { hyoka } from "../../support/run-hyoka.ts";
import { samplePath } from "../../support/samples.ts";
import { projectWorkbook } from "../../support/table-workbook.ts";

const [r5, r6] = [samplePath("sendai-r5"), samplePath("sendai-r6")];
const root = mkdtempSync(join(tmpdir(), "hyoka-compare-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const compare = (...args: string[]) => hyoka(["compare", ...args, "--issued-on", "2026-04-01"]);

describe("as a PDF", () => {
  let pdf: ReadPdf;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const { code, out, err } = await compare(r5, r6, "-o", join(root, "pdf"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const file = join(root, "pdf", "sendai-r6-前年比較.pdf");
    expect(out).toContain(`→ ${file}（sendai-projects、令和5年度と令和6年度、`);
    expect(out).toMatch(/検査の指摘: 誤り \d+、警告 \d+、情報 \d+$/mu);
    bytes = readFileSync(file);
    pdf = await readPdf(bytes);
  });

  test("every word of both years is on the pages, and nothing is printed over anything", async () => {
    // The signs before the marked words part the texts in which they stand.
    const signs = /[＋−]/gu;
    const pages = pdf.pages.map((page) => ({
      ...page,
      texts: page.texts.map((text) => ({ ...text, text: text.text.replaceAll(signs, "") })),
    }));
    for (const path of [r5, r6]) {
      const texts = visibleTexts(await readXlsx(path)).map((text) => text.replaceAll(signs, ""));
      expect(missingOnPages(texts, pages)).toEqual([]);
    }
    expect(pdf.pages.flatMap(overprints)).toEqual([]);
  });

  test("it is tagged, says what it is, and its outline names every project", () => {
    expect(pdf.isTagged).toBe(true);
    expect(pdf.language).toBe("ja");
    expect(pdf.info).toMatchObject({
      Title: "主な施策事業の実績　令和5年度と令和6年度の比較",
      Author: "仙台市",
      Subject: "主な施策事業の実績の前年比較",
    });
    const titles = pdf.outline.map(({ title, level }) => `${level} ${title}`);
    expect(titles[0]).toBe("1 主な施策事業の実績　令和5年度と令和6年度の比較");
    expect(titles).toContain("2 まとめ");
    expect(titles).toContain("3 こども家庭総合相談事業　こども若者局 (各区役所)　名称変更");
    expect(titles.filter((title) => title.startsWith("3 "))).toHaveLength(9);
  });

  test("charts have alternative texts", () => {
    const figures = pdf.pages.flatMap(({ roles }) => roles).filter((role) => role.endsWith("/Figure"));
    expect(figures.length).toBeGreaterThan(10);
    const alternatives = Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/\/Alt <FEFF([0-9A-F]+)>/gu);
    const words = [...alternatives].map(([, hex]) => Buffer.from(hex!, "hex").swap16().toString("utf16le"));
    expect(words).toHaveLength(figures.length);
    expect(words[0]).toBe("折れ線グラフ: 利用者数。令和5年度 243人、令和6年度 303人");
  });

  test("the same years give the same file", async () => {
    await compare(r5, r6, "-o", join(root, "again.pdf"));
    expect(Buffer.from(bytes).equals(readFileSync(join(root, "again.pdf")))).toBe(true);
  });
});

test("as HTML: one file that marks what changed", async () => {
  const file = join(root, "比較.html");
  expect((await compare(r5, r6, "-o", file)).code).toBe(0);
  const html = readFileSync(file, "utf8");
  expect(html).toContain("<del>子供</del>家庭総合相談事業");
  expect(html).toContain("<ins>こども</ins>家庭総合相談事業");
  expect(html).toContain('data-cell="令和6年度実績!D6"');
  expect(html).not.toMatch(/<script|\sstyle="/u);
});

test("as a workbook: to filter and sort, with the list of findings that check makes", async () => {
  const file = join(root, "比較.xlsx");
  expect((await compare(r5, r6, "-o", file)).code).toBe(0);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ["まとめ", 13],
    ["比較", 52],
    ["指標", 21],
    ["指摘一覧", expect.any(Number)],
  ]);
  const rows = (name: string) => {
    const lines: string[][] = [];
    workbook.getWorksheet(name)!.eachRow((row) => {
      lines.push(Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).text));
    });
    return lines;
  };
  expect(rows("比較").find((row) => row[3] === "名称変更" && row[4] === "事業名")).toEqual([
    "事業",
    "こども家庭総合相談事業",
    "こども若者局 (各区役所)",
    "名称変更",
    "事業名",
    "",
    "子供家庭総合相談事業",
    "こども家庭総合相談事業",
    "子供",
    "こども",
    "【情報】「こども家庭総合相談事業」は、昨年度の「子供家庭総合相談事業」の名称を変えたものとみられます。変更を注記するか、表記を昨年度に合わせてください。",
    "令和5年度実績!A9",
    "令和6年度実績!A9",
  ]);
  expect(
    rows("指標")
      .find(([, , label]) => label === "利用者数")
      ?.slice(4),
  ).toEqual(["243人", "303人", "243", "303", "60", "人", "+60（+24.7 %）"]);
});

describe("what cannot be compared is said in a sentence", () => {
  const own = (name: string, content: Uint8Array | string) => {
    const path = join(root, name);
    writeFileSync(path, content);
    return path;
  };

  test.each([
    ["a last year that is not there", () => [join(root, "なし.xlsx"), r6], 1, "前年のブック ", "が見つかりません"],
    ["a last year that is no workbook", () => [own("文.xlsx", "文"), r6], 1, "前年のブック ", "文.xlsx"],
    ["a this year that is no workbook", () => [r5, own("文.xlsx", "文")], 1, "今年のブック ", "文.xlsx"],
    [
      "a last year of another form",
      () => [samplePath("ogori"), r6],
      64,
      "のブックです。今年のブックの帳票「主な施策事業の実績」とは比べられません",
      "同じ帳票のブック",
    ],
    ["the same workbook twice", () => [r6, r6], 64, "中身がまったく同じです", "別のブックを指定"],
    ["the years in the wrong order", () => [r6, r5], 64, "順番が逆です", "前年のブックを先に"],
    [
      "a format that contradicts the file",
      () => [r5, r6, "-o", "x.html", "--format", "pdf"],
      64,
      "--format pdf",
      "拡張子",
    ],
    ["an output that is an input", () => [r5, r6, "-o", r6], 64, "上書きできません", "別の場所"],
    ["a single workbook", () => [r6], 64, "ブックが指定されていません", "使い方"],
  ])("%s", async (_, args, expected, ...words) => {
    const out = join(root, "errors");
    const given = args();
    const { code, err } = await compare(...given, ...(given.includes("-o") ? [] : ["-o", out]));
    expect(code).toBe(expected);
    for (const word of words) expect(err).toContain(word);
    expect(readdirSync(root)).not.toContain("errors");
  });

  test("a form without keys", async () => {
    const file = join(BUILT_IN_TEMPLATES, "sendai-projects", "form.json");
    const form = JSON.parse(readFileSync(file, "utf8")) as FormDefinition;
    const resources = form.resources.map(({ schema, ...rest }) => ({ ...rest, schema: { fields: schema.fields } }));
    const templates = ownTemplates({ "form.json": JSON.stringify({ ...form, resources }) });
    const { code, err } = await compare(r5, r6, "--templates", templates, "-o", join(root, "errors"));
    expect(code).toBe(1);
    expect(err).toContain("前年の記録を探す手がかり（primaryKey）がありません");
    expect(readdirSync(root)).not.toContain("errors");
  });
});

test("two versions of one year may be compared", async () => {
  const [first, second, file] = [join(root, "初版.xlsx"), join(root, "改訂.xlsx"), join(root, "改訂.html")];
  writeFileSync(first, projectWorkbook(["参加者数:10人", "5回"]));
  writeFileSync(second, projectWorkbook(["参加者数:12人", "5回"]));
  expect((await compare(first, second, "-o", file)).code).toBe(0);
  const html = readFileSync(file, "utf8");
  expect(html).toContain("今年（令和5年度）: 改訂");
  expect(html).toContain("参加者数:<del>10</del>人");
});

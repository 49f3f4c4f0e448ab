import ExcelJS from "exceljs";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { defaultTextLimits } from "../../../renderer/pasted-text/read-text.ts";
import { encodeCp932 } from "../../../renderer/structure/encode-cp932.ts";
import { readXlsx } from "../../../renderer/workbook/read-xlsx.ts";
import { comparableRecords, pastedPath, pastedText } from "../../support/pasted-texts.ts";
import { hyoka } from "../../support/run-hyoka.ts";
import { readSample } from "../../support/samples.ts";
import { FORMS } from "../../support/sheet.ts";

const root = mkdtempSync(join(tmpdir(), "hyoka-text-"));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array = ""): string {
  const folder = mkdtempSync(join(root, "in-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test("the workbook made of a text is read as the sample workbook is", async () => {
  const out = join(root, "小郡.xlsx");
  const run = await hyoka(["structure", pastedPath("ogori"), "-o", out, "--made-on", "2026-04-01"]);
  expect(run).toMatchObject({ code: 0, err: "" });
  expect(run.out).toContain(`✓ ${pastedPath("ogori")} → ${out}（ogori-progress、令和3年度、`);
  const forms = Object.values(FORMS);
  const [made, sample] = [await readXlsx(out), await readSample("ogori")].map((book) => recogniseForm(book, forms));
  expect(comparableRecords(made!.document)).toEqual(comparableRecords(sample!.document));
});

test("a .csv in Shift_JIS and a .tsv in UTF-16 give the same as the .txt in UTF-8", async () => {
  const text = pastedText("sendai-r5");
  const csv = text
    .split("\n")
    .map((line) =>
      line
        .split("\t")
        .map((cell) => (cell === "" ? "" : `"${cell}"`))
        .join(","),
    )
    .join("\r\n");
  const out = join(root, "仙台");
  const run = await hyoka([
    "structure",
    file("c.csv", encodeCp932(csv, "c.csv")),
    file("t.tsv", Buffer.from(`\ufeff${text}`, "utf16le")),
    file("p.txt", text),
    "-o",
    out,
  ]);
  expect(run).toMatchObject({ code: 0, err: "" });
  const books = await Promise.all(["c", "t", "p"].map((name) => readXlsx(join(out, `${name}.xlsx`))));
  const [first, ...others] = books.map((book) => comparableRecords(recogniseForm(book, Object.values(FORMS)).document));
  for (const other of others) expect(other).toEqual(first);
});

test("doubtful cells are named on stderr, listed in the workbook and orange", async () => {
  const out = join(root, "川崎.xlsx");
  const run = await hyoka(["structure", pastedPath("kawasaki"), "-o", out]);
  expect(run.code).toBe(0);
  expect(run.err).toContain("正しく分けられたと言い切れないセルが 52 件あります。");
  expect(run.err).toContain("表「区切りの確認」");
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const list = book.getWorksheet("区切りの確認")!;
  expect(list.rowCount).toBe(53);
  expect(list.getRow(2).values).toEqual([
    undefined,
    179,
    "年度別",
    expect.any(Number),
    "内容",
    "総合的な子どもの支援施策の実施",
    expect.stringContaining("推定"),
    "kawasaki.txt!B179",
  ]);
  const fillOf = (sheet: string, row: number, heading: string) => {
    const worksheet = book.getWorksheet(sheet)!;
    const column = (worksheet.getRow(1).values as string[]).indexOf(heading);
    const { fill } = worksheet.getRow(row).getCell(column);
    return fill.type === "pattern" ? fill.fgColor?.argb : undefined;
  };
  const place = Number(list.getCell("C2").value) + 1;
  expect(fillOf("年度別", place, "内容")).toBe("FFF8CBAD");
  // The first project is numbered through: its borders are sure.
  expect(fillOf("年度別", 2, "内容")).toBeUndefined();
});

test("--preview names doubtful cells with their lines, and writes nothing", async () => {
  const path = file("票.txt", pastedText("kawasaki"));
  const run = await hyoka(["structure", path, "--preview"]);
  expect(run.code).toBe(0);
  expect(run.out).toContain("  要確認 票.txt!B179: 総合的な子どもの支援施策の実施（");
  expect(readdirSync(join(path, ".."))).toEqual(["票.txt"]);
});

test.each([
  ["空.txt", "", 1, "「空.txt」には何も書かれていません。"],
  ["日記.txt", "きょうは晴れ。\n", 1, "知っている帳票の見出しがどのシートにも見つかりません。"],
  ["画像.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]), 1, "「画像.csv」"],
  ["大きい.txt", "あ".repeat(defaultTextLimits.bytes / 2), 1, "大きすぎるため読めません。"],
] as const)("%s is refused in Japanese", async (name, content, code, sentence) => {
  const run = await hyoka(["structure", file(name, content), "-o", join(root, "x.xlsx")]);
  expect(run.code).toBe(code);
  expect(run.err).toContain(sentence);
  expect(run.err).toContain("→");
});

test("--form says which form a text is of", async () => {
  const path = file("実績.txt", pastedText("sendai-r6"));
  const other = await hyoka(["structure", path, "--preview", "--form", "ogori-progress"]);
  expect(other).toMatchObject({ code: 1, out: "" });
  expect(other.err).toContain("（ogori-progress）として読めません。");
  expect((await hyoka(["structure", path, "--preview", "--form", "sendai-projects"])).code).toBe(0);
});

test("check and render say that a text becomes a workbook first", async () => {
  for (const command of ["check", "render"]) {
    const run = await hyoka([command, pastedPath("ogori")]);
    expect(run.code).toBe(1);
    expect(run.err).toContain("先に hyoka structure で");
  }
});

test("the source stays as it is", async () => {
  const path = file("元.txt", pastedText("nerima"));
  await hyoka(["structure", path, "-o", join(root, "練馬.xlsx")]);
  expect(readFileSync(path, "utf8")).toBe(pastedText("nerima"));
});

import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import { readAcceptances } from "../../../core/validation/acceptance.ts";
import { UserError } from "../../../core/user-error.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { writeStructuredWorkbook } from "../../../renderer/structure/write-structured-workbook.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { FORMS, read, sheet, type Grid } from "../../support/sheet.ts";

const SOURCE = { file: "進捗.xlsx", sha256: "ab".repeat(32), madeOn: "2026-04-01" };
const HEADINGS = ["No.", "事業名", "担当課", "内容", "実施状況(令和3年度)", "評価", "今後の取り組み", "方向性"];

async function written(...rows: Grid): Promise<{ bytes: Uint8Array; book: WorkbookSnapshot }> {
  const structured = structureDocument(read("ogori-progress", [HEADINGS, ...rows]), FORMS["ogori-progress"]);
  const bytes = await writeStructuredWorkbook(structured, SOURCE);
  return { bytes, book: await readXlsxBytes(bytes, "データ.xlsx") };
}

function sheetOf(book: WorkbookSnapshot, name: string): SheetSnapshot {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

function cellAt(sheet: SheetSnapshot, heading: string, row: number) {
  const column = sheet.tables[0]!.columns.indexOf(heading) + 1;
  return sheet.cells.find((cell) => cell.row === row && cell.column === column);
}

const PLAIN = [1, "交流", "甲課", "内容", "行った。", "A", "続ける。", "継続"] as const;

describe("a written workbook", () => {
  test("has one Excel Table a sheet, from A1 on, without merges", async () => {
    const { book } = await written([...PLAIN]);
    expect(book.sheets.map(({ name, tables }) => [name, tables.map((table) => table.name)])).toEqual([
      ["表紙", ["cover"]],
      ["進捗", ["progress"]],
      ["文書", ["document"]],
      ["見出し", ["headings"]],
      ["項目の説明", ["fields"]],
      ["選択肢", ["codes"]],
    ]);
    for (const { tables, merges, cells } of book.sheets) {
      expect(tables[0]?.range).toMatchObject({ top: 1, left: 1 });
      expect(merges).toEqual([]);
      expect(Math.max(...cells.map(({ row }) => row))).toBeLessThanOrEqual(tables[0]!.range.bottom);
    }
  });

  test("says on its cover where it comes from", async () => {
    const { book } = await written([...PLAIN]);
    const cover = sheetOf(book, "表紙");
    const rows = cover.tables[0]!.range.bottom;
    const lines = Array.from({ length: rows - 1 }, (_, i) => [
      cellAt(cover, "項目", i + 2)?.text,
      cellAt(cover, "内容", i + 2)?.value,
    ]);
    expect(lines.slice(0, 9)).toEqual([
      ["元のファイル名", "進捗.xlsx"],
      ["元のファイルの SHA-256", "ab".repeat(32)],
      ["作成日", "2026-04-01"],
      ["自治体", "小郡市"],
      ["帳票", "子ども・子育て支援事業計画 進捗状況"],
      ["年度", 2021],
      ["未分類の件数", 0],
      ["数に直した件数", 0],
      ["表「進捗」", 1],
    ]);
  });

  test("is the same bytes for the same input", async () => {
    const [first, second] = [await written([...PLAIN]), await written([...PLAIN])];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  test("has a dropdown a range and marks what is required", async () => {
    const { bytes } = await written([...PLAIN], [2, "相談", "乙課", "内容", "行った。", "B", "続ける。", "充実"]);
    const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"]!);
    expect(xml).toMatch(
      /<dataValidation [^>]*type="list"[^>]*sqref="I2:I3"[^>]*><formula1>&quot;A,B,C,D,未選択&quot;<\/formula1>/u,
    );
    expect(xml.match(/prompt="※必須です。/gu)).toHaveLength(8);
    const ranges = [...xml.matchAll(/sqref="([^"]+)"/gu)]
      .map(([, range]) => range)
      .filter((range) => range?.includes(":"));
    expect(new Set(ranges).size).toBe(ranges.length);
    expect(xml).toContain('state="frozen"');
  });
});

test("the sheet of acceptances goes along", async () => {
  const structured = structureDocument(read("ogori-progress", [HEADINGS, [...PLAIN]]), FORMS["ogori-progress"]);
  const lines: Grid = [
    ["規則", "事業", "項目", "値", "理由", "確認者", "確認日"],
    ["value-required", "1/交流", "direction", "", "対象外", "企画課", "2026-04-01"],
  ];
  const bytes = await writeStructuredWorkbook(structured, SOURCE, sheet(lines, { name: "確認済み" }));
  const book = await readXlsxBytes(bytes, "データ.xlsx");
  expect(readAcceptances(book)).toMatchObject([{ ruleId: "value-required", reason: "対象外" }]);
});

describe("cells", () => {
  test.each(["=1+1", "+81-3", "-", "@SUM(A1)", '=HYPERLINK("x")'])("%s is a text, never a formula", async (text) => {
    const { book, bytes } = await written([1, "交流", "甲課", "内容", text, "A", "続ける。", "継続"]);
    const cell = cellAt(sheetOf(book, "進捗"), "実施状況", 2);
    expect(cell?.value).toBe(text);
    expect(cell?.formula).toBeUndefined();
    expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"]!)).not.toContain("<f>");
  });

  test.each(["_x0041_", "一行目\n二行目", " 空白 ", "\u00a0", "𠮷野家", "<&>\"'"])(
    "%j is read back as it was",
    async (text) => {
      const { book } = await written([1, "交流", "甲課", "内容", `前${text}後`, "A", "続ける。", "継続"]);
      expect(cellAt(sheetOf(book, "進捗"), "実施状況", 2)?.value).toBe(`前${text}後`);
    },
  );

  test("a text of 5,000 characters stays whole", async () => {
    const text = "あ".repeat(5000);
    const { book } = await written([1, "交流", "甲課", "内容", text, "A", "続ける。", "継続"]);
    expect(cellAt(sheetOf(book, "進捗"), "実施状況", 2)?.value).toBe(text);
  });

  test("a text that no cell holds is refused with its place", async () => {
    const long = written([1, "交流", "甲課", "内容", "あ".repeat(32_768), "A", "続ける。", "継続"]);
    await expect(long).rejects.toThrow(UserError);
    await expect(long).rejects.toThrow("Sheet1!E2");
  });

  test("a number in full width becomes a number", async () => {
    const { book } = await written(["１２", "交流", "甲課", "内容", "行った。", "A", "続ける。", "継続"]);
    expect(cellAt(sheetOf(book, "進捗"), "No.", 2)?.value).toBe(12);
    expect(cellAt(sheetOf(book, "表紙"), "内容", 9)?.value).toBe(1);
  });
});

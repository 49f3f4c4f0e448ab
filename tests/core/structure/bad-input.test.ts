import { describe, expect, test } from "vitest";
import { structuredSheets } from "../../../core/structure/structured-sheets.ts";
import { structureLedger } from "../../../core/structure/ledger.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import type { StructuredTable, StructuredWorkbook } from "../../../core/structure/structured-workbook.ts";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import type { SheetSnapshot } from "../../../core/workbook/snapshot.ts";
import { dataWorkbook } from "../../support/data-workbook.ts";
import { placeless } from "../../support/placeless.ts";
import { FORMS, sheet, workbook, type FormName, type Grid, type GridCell } from "../../support/sheet.ts";

const OGORI = ["No.", "事業名", "担当課", "内容", "実施状況(令和3年度)", "評価", "今後の取り組み", "方向性"];
const ogori = (number: GridCell, name: GridCell, department: string, content: GridCell = "内容"): GridCell[] => [
  number,
  name,
  department,
  content,
  "行った。",
  "A",
  "続ける。",
  "継続",
];

/** Structures a sheet; checks that nothing of it is lost, and that the data tables are read back as the same document. */
function structured(name: FormName, drawn: SheetSnapshot): StructuredWorkbook {
  const book = workbook(drawn);
  const document = recogniseDocument(book, FORMS[name]);
  const made = structureDocument(document, FORMS[name]);
  const faults = structureLedger(book, document, made).filter(
    ({ state }) => state === "altered" || state === "unclassified",
  );
  expect(faults).toEqual([]);
  const again = recogniseForm(dataWorkbook(made), [FORMS[name]]).document;
  // What a merge that makes no sense says of the row above is not kept.
  expect(placeless(again, ["inherited"])).toEqual(placeless(document, ["inherited"]));
  return made;
}

function table({ tables }: StructuredWorkbook, title: string): StructuredTable {
  const found = tables.find((each) => each.title === title);
  if (!found) throw new Error(`no table ${title}`);
  return found;
}

const column = ({ rows }: StructuredTable, name: string) => rows.map((row) => row[name]?.value ?? null);

test("merges that overlap", () => {
  const grid: Grid = [
    OGORI,
    ogori(1, "交流", "甲課"),
    ogori(null, null, "乙課", null),
    ogori(null, null, "丙課", null),
    ogori(2, "相談", "甲課"),
  ];
  // No program that keeps to the format writes them; a file by hand or by a bad program may hold them.
  const merges = ["A2:B3", "B2:B4", "A2:A4", "D2:D4", "C3:D4"];
  const progress = table(structured("ogori-progress", sheet(grid, { merges })), "進捗");
  expect(column(progress, "project").at(-1)).toBe("相談");
  expect(column(progress, "department")).toEqual(["甲課", "乙課", "丙課", "甲課"]);
});

describe("two tables interleaved", () => {
  test("side by side, of different length and not in line", () => {
    const gap = Array<GridCell>(OGORI.length + 1).fill(null);
    const made = structured(
      "ogori-progress",
      sheet([
        [...OGORI, null, ...OGORI],
        [...ogori(1, "交流", "甲課"), null, ...ogori(5, "食", "丁課")],
        ogori(2, "相談", "甲課"),
        [],
        [...gap, ...ogori(6, "住", "戊課")],
      ]),
    );
    expect(column(table(made, "進捗"), "tableNumber")).toEqual([1, 1, 2, 2]);
    expect(column(table(made, "進捗"), "project")).toEqual(["交流", "相談", "食", "住"]);
  });

  test("a summary in the middle of cards", () => {
    const card = (name: string): Grid => [
      ["事務事業名", name, "所管課", "課"],
      ["達成状況", 3, "点検結果", "C", "重点", null],
      ["年度", "2011年度", "2012年度"],
      ["事業目標", "続ける", "増やす"],
    ];
    const made = structured(
      "kawasaki-evaluation",
      sheet([...card("甲"), ["達成状況", "<", "事業数", "うち重点"], ["3", "普通", 2, 0], ...card("乙")]),
    );
    expect(column(table(made, "事務事業"), "name")).toEqual(["甲", "乙"]);
    expect(column(table(made, "達成状況の集計"), "count")).toEqual([2]);
  });
});

test("a table that a page heading cuts, in the middle of a group", () => {
  const made = structured(
    "ogori-progress",
    sheet([
      OGORI,
      ogori(1, "交流", "甲課"),
      ["子ども・子育て支援事業計画 進捗状況（続き）", "<", "<", "<", "<", "<", "<", "<"],
      ["- 2 -"],
      OGORI,
      ogori(null, null, "乙課", null),
      ogori(2, "相談", "甲課"),
    ]),
  );
  const progress = table(made, "進捗");
  expect(column(progress, "tableNumber")).toEqual([1, 2, 2]);
  expect(column(progress, "department")).toEqual(["甲課", "乙課", "甲課"]);
  // Nothing is invented: the check asks for what the row lacks.
  expect(column(progress, "project")).toEqual(["交流", null, "相談"]);
  expect(column(table(made, "文書"), "text")).toEqual([
    "進捗",
    "子ども・子育て支援事業計画 進捗状況（続き）",
    "- 2 -",
    "進捗",
  ]);
});

test("cells of 5,000 characters, full of figures", () => {
  const long = "利用者数は延べ1,234人であった。".repeat(250) + "あ".repeat(500);
  const run = "開催回数3回".repeat(900);
  const started = performance.now();
  const made = structured(
    "sendai-projects",
    sheet([
      ["事業名", "事業概要及び計画内容", "令和5年度実績", "実績に対する評価", "担当局"],
      ["甲", "計画", long, run, "局"],
    ]),
  );
  expect(performance.now() - started).toBeLessThan(3000);
  expect(column(table(made, "事業"), "result")).toEqual([long]);
  const indicators = table(made, "指標");
  expect(indicators.rows).toHaveLength(250 + 900);
  for (const { sourceText, value } of indicators.rows) {
    expect(String(sourceText?.value).length).toBeLessThanOrEqual(200);
    expect(long + run).toContain(sourceText?.value);
    expect([1234, 3]).toContain(value?.value);
  }
});

test("the same heading several times, one of them that of a field", () => {
  const headings = [...OGORI.slice(0, 6), "備考", "備考", "評価", ...OGORI.slice(6)];
  const line = [...ogori(1, "交流", "甲課").slice(0, 6), "一", "二", "三", "続ける。", "継続"];
  const progress = table(structured("ogori-progress", sheet([headings, line])), "進捗");
  const titles = progress.columns.map(({ title }) => title);
  expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
  const row = Object.fromEntries(progress.columns.map(({ title, name }) => [title, progress.rows[0]?.[name]?.value]));
  expect(row).toMatchObject({ 評価: "A", 備考: "一", "備考(2)": "二", "評価(定義外)": "三" });
});

test("data sheets whose names are taken get the next one", () => {
  const { structure, ...form } = FORMS["ogori-progress"];
  const titles = { ...structure?.titles, progress: "表紙", headings: "確認済み", fields: "[印]:" + "長".repeat(40) };
  const clashing = { ...form, structure: { ...structure, titles } };
  const document = recogniseDocument(workbook(sheet([OGORI, ogori(1, "交流", "甲課")])), clashing);
  const source = { file: "元.xlsx", sha256: "3f".repeat(32), madeOn: "2026-04-01" };
  const sheets = structuredSheets(structureDocument(document, clashing), source);
  // 確認済み is kept for what people accept.
  expect(sheets.map(({ name }) => name)).toEqual([
    "表紙",
    "表紙2",
    "文書",
    "確認済み2",
    `・印・・${"長".repeat(24)}`,
    "選択肢",
  ]);
});

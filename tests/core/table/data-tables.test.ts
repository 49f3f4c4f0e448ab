import { describe, expect, test } from "vitest";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import type { EvaluationDocument } from "../../../core/table/evaluation-document.ts";
import { documentTables } from "../../../core/table/evaluation-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { dataWorkbook } from "../../support/data-workbook.ts";
import { FORMS, outline, read, texts, type FormName, type Grid } from "../../support/sheet.ts";

const OGORI: Grid = [
  ["2 子育て"],
  ["No.", "事業名", "担当課", "内容", "実施状況(令和3年度)", "評価", "今後の取り組み", "方向性", "備考"],
  [1, "交流", "甲課", "内容A", "行った。", "A", "続ける。", "継続", "メモ"],
  ["^", "^", "乙課", "^", "行った。", "B", "続ける。", "継続"],
  ["※ 注"],
];
const NERIMA: Grid = [
  ["1 自立"],
  [null, null, "No. 8 - 1", "<", "年度別の取組計画", "<", "<", "<"],
  [null, null, "令和3年度目標", "現況", "令和元年度", "令和2年度", "令和3年度", "計"],
  [null, 1, "① 支援の充実", "<", "<", "<", "<", "<"],
  ["*", null, "増やす", "1人", "増やす", null, "-", "2人"],
  [null, null, "事業費(百万円)", null, 10, 20, 30, 60],
  ["事業実施課: 福祉部"],
];

/** A data table's sheet with cells changed, by column heading and row. */
function edited(
  book: WorkbookSnapshot,
  title: string,
  edits: Readonly<Record<string, string | number | null>>,
): WorkbookSnapshot {
  return { sheets: book.sheets.map((sheet) => (sheet.name === title ? editedSheet(sheet, edits) : sheet)) };
}

function editedSheet(sheet: SheetSnapshot, edits: Readonly<Record<string, string | number | null>>): SheetSnapshot {
  const table = sheet.tables[0]!;
  let { cells } = sheet;
  let { bottom } = table.range;
  for (const [place, value] of Object.entries(edits)) {
    const [heading = "", line = ""] = place.split("@");
    const row = Number(line);
    const column = table.columns.indexOf(heading) + 1;
    if (column === 0) throw new Error(`${sheet.name} has no column ${heading}`);
    const kept = cells.filter((cell) => cell.row !== row || cell.column !== column);
    const added: CellSnapshot[] = value === null ? [] : [{ row, column, value, text: String(value) }];
    cells = [...kept, ...added].sort((a, b) => a.row - b.row || a.column - b.column);
    bottom = Math.max(bottom, row);
  }
  return { ...sheet, cells, tables: [{ ...table, range: { ...table.range, bottom } }] };
}

function data(name: FormName, grid: Grid): WorkbookSnapshot {
  return dataWorkbook(structureDocument(read(name, grid), FORMS[name]));
}

function again(book: WorkbookSnapshot): EvaluationDocument {
  return recogniseForm(book, Object.values(FORMS)).document;
}

describe("a workbook of data tables", () => {
  test("is known by its tables, and its texts and tables keep their order", () => {
    const document = again(data("ogori-progress", OGORI));
    expect(document.form).toBe("ogori-progress");
    expect(document.fiscalYear).toBe(2021);
    expect(outline(document)).toEqual(["2 子育て", "[2]", "※ 注"]);
  });

  test("gives its own cells as the source of every value", () => {
    const [table] = documentTables(again(data("ogori-progress", OGORI)));
    expect(table?.sheet).toBe("進捗");
    expect(table?.records[1]?.values.department?.cell).toEqual({ sheet: "進捗", row: 3, column: 6 });
    expect(table?.records[1]?.values.number).toMatchObject({ value: 1, inherited: true, cell: { row: 2 } });
  });

  test("wins over the form sheet beside it", () => {
    const book = data("ogori-progress", OGORI);
    const sheet = { ...book.sheets[0]!, name: "様式", tables: [] };
    const changed = edited({ sheets: [sheet, ...book.sheets] }, "進捗", { "評価@2": "D" });
    expect(texts(documentTables(again(changed))[0], "rating")).toEqual([["D"], ["B"]]);
  });
});

describe("what people change in the data tables counts", () => {
  test("a value", () => {
    const document = again(edited(data("ogori-progress", OGORI), "進捗", { "実施状況@3": "行わなかった。" }));
    expect(texts(documentTables(document)[0], "progress")).toEqual([["行った。"], ["行わなかった。"]]);
  });

  test("a value that was one with the row above", () => {
    const document = again(edited(data("ogori-progress", OGORI), "進捗", { "事業名@3": "交流(改)" }));
    expect(texts(documentTables(document)[0], "number", "project")).toEqual([
      ["1", "交流"],
      ["^1", "交流(改)"],
    ]);
  });

  test("a row that is added, without any number", () => {
    const document = again(edited(data("ogori-progress", OGORI), "進捗", { "No.@4": 2, "事業名@4": "相談" }));
    expect(texts(documentTables(document)[0], "project")).toEqual([["交流"], ["^交流"], ["相談"]]);
  });

  test("the order of the rows does not: the numbers give it", () => {
    const book = data("ogori-progress", OGORI);
    const swapped = edited(book, "進捗", { "記録番号@2": 2, "記録番号@3": 1 });
    expect(texts(documentTables(again(swapped))[0], "department")).toEqual([["乙課"], ["甲課"]]);
  });

  test("a text", () => {
    const document = again(edited(data("ogori-progress", OGORI), "文書", { "本文@4": "※ 新しい注" }));
    expect(outline(document)).toEqual(["2 子育て", "[2]", "※ 新しい注"]);
  });

  test("a column that the form does not know", () => {
    const [table] = documentTables(again(edited(data("ogori-progress", OGORI), "進捗", { "備考@3": "要確認" })));
    const index = table!.columns.findIndex(({ heading }) => heading?.text === "備考");
    expect(table!.records.map(({ extras }) => extras[index]?.text)).toEqual(["メモ", "要確認"]);
  });

  test("a yearly value, and a year that is new", () => {
    const book = edited(data("nerima-action-plan", NERIMA), "年度別計画", {
      "年度別の取組計画@3": "続ける",
      "記録番号@5": 1,
      "期@5": "令和4年度",
      "年度別の取組計画@5": "終える",
    });
    const [table] = documentTables(again(book));
    expect(table?.periods.map(({ fiscalYear }) => fiscalYear?.gregorian)).toEqual([2019, 2020, 2021, 2022]);
    expect(texts(table, "plan")[1]).toEqual(["増やす", "続ける", "-", "終える"]);
    expect(table?.columns.map(({ heading }) => heading?.text).slice(-2)).toEqual(["令和4年度", "計"]);
  });

  test("a copy and a computed column do not", () => {
    const book = edited(data("nerima-action-plan", NERIMA), "年度別計画", { "目標@2": "違う", "年度@2": 1999 });
    const [table] = documentTables(again(book));
    expect(texts(table, "target")).toEqual([["∅"], ["増やす"], ["事業費(百万円)"]]);
    expect(table?.periods[0]?.fiscalYear?.gregorian).toBe(2019);
  });
});

describe("rows of other kinds", () => {
  test("the title of a group comes back above its records", () => {
    const [table] = documentTables(again(data("nerima-action-plan", NERIMA)));
    expect(table?.records.map(({ kind }) => kind)).toEqual(["group", "record", "cost"]);
    expect(table?.corner?.text).toBe("No. 8 - 1");
    expect(table?.records[0]?.values.groupNumber?.value).toBe(1);
    expect(table?.records[1]?.values.groupNumber).toBeUndefined();
    expect(table?.records[1]?.values.marker?.text).toBe("*");
  });

  test("costs stand in a table of their own, as numbers with their unit", () => {
    const structured = structureDocument(read("nerima-action-plan", NERIMA), FORMS["nerima-action-plan"]);
    const cost = structured.tables.find(({ name }) => name === "plan-items-cost-yearly");
    expect(
      cost?.rows.map((row) => [row.planNumber?.text, row.fiscalYear?.value, row.value?.value, row.unit?.text]),
    ).toEqual([
      ["No. 8 - 1", 2019, 10, "百万円"],
      ["No. 8 - 1", 2020, 20, "百万円"],
      ["No. 8 - 1", 2021, 30, "百万円"],
    ]);
  });
});

test("records without 文書 and 見出し stand under the headings of the form", () => {
  const book = data("ogori-progress", OGORI);
  const bare = { sheets: book.sheets.filter(({ name }) => name === "進捗") };
  const document = again(bare);
  expect(outline(document)).toEqual(["[2]"]);
  expect(documentTables(document)[0]?.missingHeadings).toEqual([]);
});

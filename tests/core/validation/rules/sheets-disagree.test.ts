import { describe, expect, test } from "vitest";
import { structureDocument } from "../../../../core/structure/structure-document.ts";
import { recogniseForm } from "../../../../core/table/recognise-form.ts";
import { NO_DICTIONARIES } from "../../../../core/validation/dictionaries.ts";
import { sheetsDisagree } from "../../../../core/validation/rules/sheets-disagree.ts";
import { validate } from "../../../../core/validation/validate.ts";
import type { WorkbookSnapshot } from "../../../../core/workbook/snapshot.ts";
import { dataWorkbook } from "../../../support/data-workbook.ts";
import { readSample, SAMPLES } from "../../../support/samples.ts";
import { FORMS, sheet, workbook, type Grid } from "../../../support/sheet.ts";
import { deepFreeze } from "../../../support/validation-case.ts";

function dataOf(book: WorkbookSnapshot): WorkbookSnapshot {
  const { form, document } = recogniseForm(book, Object.values(FORMS));
  return dataWorkbook(structureDocument(document, form));
}

/** What the rule says of a workbook with form sheets and data tables: `messageId sheet!address message`. */
function said(sheets: WorkbookSnapshot, data: WorkbookSnapshot): string[] {
  const both = deepFreeze({ sheets: [...sheets.sheets, ...data.sheets] });
  const { form, document } = recogniseForm(both, Object.values(FORMS));
  const { diagnostics, faults } = validate({ workbook: both, form, document, dictionaries: NO_DICTIONARIES }, [
    sheetsDisagree,
  ]);
  expect(faults).toEqual([]);
  return diagnostics.map(({ messageId, sheet: name, address, message }) => {
    expect(message).not.toMatch(/undefined|NaN|\[object/u);
    return `${messageId} ${name}!${address} ${message}`;
  });
}

const HEADINGS = ["No.", "事業名", "担当課", "内容", "実施状況(令和3年度)", "評価", "今後の取り組み", "方向性"];
const grid = (...lines: Grid): WorkbookSnapshot => workbook(sheet([["2 子育て"], HEADINGS, ...lines]));
const ROWS: Grid = [
  [1, "交流", "甲課", "内容A", "12人が参加した。", "A", "続ける。", "継続"],
  ["^", "^", "乙課", "^", "行った。", "B", "続ける。", "継続"],
  [2, "相談", "甲課", "内容B", "行った。", "B", "続ける。", "充実"],
];

describe("says nothing", () => {
  test.each(SAMPLES)("%s: of %s beside its own data tables", async (_, name) => {
    const book = await readSample(name);
    expect(said(book, dataOf(book))).toEqual([]);
  });

  test("of numbers that were in full width", () => {
    const book = grid(["１２", "交流", "甲課", "内容", "３０人", "A", "続ける。", "継続"]);
    expect(said(book, dataOf(book))).toEqual([]);
  });

  test("of two rows with the same key", () => {
    const row = [1, "交流", "甲課", "内容", "行った。", "A", "続ける。", "継続"];
    const book = grid(row, row);
    expect(said(book, dataOf(book))).toEqual([]);
  });

  test("of a form sheet alone, and of data tables alone", () => {
    const book = grid(...ROWS);
    expect(said(book, { sheets: [] })).toEqual([]);
    expect(said({ sheets: [] }, dataOf(book))).toEqual([]);
  });

  test("of a hidden sheet, and of one that holds another table", () => {
    const hidden = workbook(
      sheet([HEADINGS, [1, "別", "課", "内", "実", "A", "今", "継続"]], { visibility: "hidden" }),
    );
    const memo = workbook(sheet([["覚え書き"], ["10月までに出す"]], { name: "メモ" }));
    const book = grid(...ROWS);
    expect(said({ sheets: [...book.sheets, ...hidden.sheets] }, dataOf(book))).toEqual([]);
    expect(said(memo, dataOf(book))).toEqual([]);
  });
});

describe("says where they differ", () => {
  test("values, one of them blank", () => {
    const changed = grid(
      [1, "交流", "甲課", "内容A", "34人が参加した。", "A", "続ける。", "継続"],
      ["^", "^", "乙課", "^", "行った。", null, "続ける。", "継続"],
      ROWS[2]!,
    );
    expect(said(changed, dataOf(grid(...ROWS)))).toEqual([
      "value 進捗!H2 データの表では「12人が参加した。」ですが、様式のシートの Sheet1!E3 では「34人が参加した。」です。使われるのはデータの表です。正しい方にそろえてください。",
      "value 進捗!I3 データの表では「B」ですが、様式のシートの Sheet1!F4 では空欄です。使われるのはデータの表です。正しい方にそろえてください。",
    ]);
  });

  test("a name that one side has changed, once for all its rows", () => {
    const changed = grid(
      [1, "世代間の交流", "甲課", "内容A", "12人が参加した。", "A", "続ける。", "継続"],
      ...ROWS.slice(1),
    );
    expect(said(changed, dataOf(grid(...ROWS)))).toEqual([
      "value 進捗!E2 データの表では「交流」ですが、様式のシートの Sheet1!B3 では「世代間の交流」です。使われるのはデータの表です。正しい方にそろえてください。",
    ]);
  });

  test("a row that only one of them has", () => {
    const row = [3, "食の支援", "丙課", "配る。", "配った。", "A", "配る。", "継続"];
    expect(said(grid(...ROWS, row), dataOf(grid(...ROWS)))).toEqual([
      "recordOnSheetOnly Sheet1!A6 「食の支援」は様式のシートにだけあり、データの表にないので使われません。データの表に加えるか、様式から消してください。",
    ]);
    expect(said(grid(...ROWS), dataOf(grid(...ROWS, row)))).toEqual([
      "recordInDataOnly 進捗!D5 「食の支援」はデータの表にだけあり、様式のシートにありません。様式に加えるか、データの表から消してください。",
    ]);
  });

  test("a text", () => {
    const noted = grid(...ROWS, ["※ 速報値"]);
    expect(said(noted, dataOf(grid(...ROWS)))).toEqual([
      "textOnSheetOnly Sheet1!A6 「※ 速報値」は様式のシートにだけあり、表「文書」にないので使われません。「文書」に加えるか、様式から消してください。",
    ]);
    expect(said(grid(...ROWS), dataOf(noted))).toEqual([
      "textInDataOnly 文書!D4 「※ 速報値」は表「文書」にだけあり、様式のシートにありません。正しい方にそろえてください。",
    ]);
  });

  test("a total, and a value of a year", () => {
    const nerima = (year: number, target = "増やす"): WorkbookSnapshot =>
      workbook(
        sheet([
          [null, "No. 8 - 1", "<", "年度別の取組計画", "<", "<", "<"],
          [null, "令和3年度目標", "現況", "令和元年度", "令和2年度", "令和3年度", "計"],
          [null, target, "1人", "増やす", "-", "-", "2人"],
          [null, "事業費(百万円)", null, year, 20, 30, 60],
        ]),
      );
    expect(said(nerima(15), dataOf(nerima(10)))).toEqual([
      "value 事業費!G2 データの表では「10」ですが、様式のシートの Sheet1!D4 では「15」です。使われるのはデータの表です。正しい方にそろえてください。",
    ]);
  });

  test("a field that the data tables have no column for", () => {
    const book = grid(...ROWS);
    const data = dataOf(book);
    const without = {
      sheets: data.sheets.map((each) => {
        const [table] = each.tables;
        if (each.name === "見出し") return { ...each, cells: each.cells.filter(({ row }) => row !== 9) };
        if (each.name !== "進捗" || !table) return each;
        const column = table.columns.indexOf("方向性") + 1;
        const cells = each.cells.filter((cell) => cell.column !== column);
        return { ...each, cells, tables: [{ ...table, columns: table.columns.with(column - 1, "予備") }] };
      }),
    };
    expect(said(book, without)).toEqual(
      ["H3", "H4", "H5"].map(
        (place, i) =>
          `value Sheet1!${place} データの表では空欄ですが、様式のシートの Sheet1!${place} では「${i === 2 ? "充実" : "継続"}」です。使われるのはデータの表です。正しい方にそろえてください。`,
      ),
    );
  });
});

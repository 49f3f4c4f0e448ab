import type ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import { hazardWorkbook } from "../addin/workbook/hazard-workbooks.ts";
import { openSimulatedExcel, type SimulatedExcel } from "./simulated-excel.ts";

async function open(build: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<SimulatedExcel> {
  return openSimulatedExcel(await hazardWorkbook(build));
}

/** The code of the error with which a batch ends. */
async function codeOf(excel: SimulatedExcel, work: (context: Excel.RequestContext) => unknown): Promise<string> {
  try {
    await excel.run(async (context) => {
      work(context);
      await context.sync();
    });
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  return "done";
}

test("values are read as typed unless the cells are formatted as text first", async () => {
  const excel = await open();
  const { values, numberFormat } = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A2:C2").numberFormat = [["@", "@", "@"]];
    sheet.getRange("A1:C1").values = [["1-2", "0012", "窓口"]];
    sheet.getRange("A2:C2").values = [["1-2", "0012", "=合計"]];
    const range = sheet.getRange("A1:C2").load(["values", "numberFormat"]);
    await context.sync();
    return range;
  });
  expect(values).toEqual([
    [46024, 12, "窓口"],
    ["1-2", "0012", "=合計"],
  ]);
  expect(numberFormat[0]).toEqual(['m"月"d"日"', "General", "General"]);
  expect(excel.faults).toEqual([]);
});

test("one value fills a range, null leaves a cell alone, and a grid of another size is refused", async () => {
  const excel = await open((sheet) => sheet.addRow(["左", "右"]));
  const values = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("評価表");
    sheet.getRange("A1:B1").values = [[null, "新"]];
    sheet.getRange("A2:B3").values = "同" as unknown as string[][];
    const range = sheet.getUsedRange().load("values");
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([
    ["左", "新"],
    ["同", "同"],
    ["同", "同"],
  ]);
  const code = await codeOf(excel, ({ workbook }) => {
    workbook.worksheets.getItem("評価表").getRange("A1:B2").values = [["一行だけ", ""]];
  });
  expect(code).toBe("InvalidArgument");
});

test("formats, widths, borders and rules for typing are read back and saved", async () => {
  const excel = await open((sheet) => sheet.addRow(["評価", "A"]));
  const read = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("評価表");
    const range = sheet.getRange("A1:B2");
    range.format.wrapText = true;
    range.format.verticalAlignment = "Top";
    range.format.columnWidth = 150;
    range.format.rowHeight = 30;
    range.format.font.bold = true;
    range.format.fill.color = "#FFF2CC";
    range.format.borders.getItem("EdgeBottom").style = "Continuous";
    range.format.borders.getItem("InsideVertical").color = "#808080";
    range.format.protection.locked = false;
    range.format.autofitColumns();
    const rules = sheet.getRange("B2:B3").dataValidation;
    rules.rule = { list: { inCellDropDown: true, source: "A,B,C" } };
    rules.errorAlert = { showAlert: true, style: "Warning", title: "評価", message: "A～C" };
    sheet.freezePanes.freezeRows(1);
    range.load(["format/wrapText", "format/columnWidth", "format/rowHeight"]);
    range.format.fill.load("color");
    const inside = range.format.borders.getItem("InsideVertical").load(["style", "color"]);
    rules.load(["type", "rule", "errorAlert"]);
    await context.sync();
    return { range, inside, rules };
  });
  expect(read.range.format).toMatchObject({ wrapText: true, rowHeight: 30 });
  expect(read.range.format.columnWidth).toBeCloseTo(150, 0);
  expect(read.range.format.fill.color).toBe("#FFF2CC");
  expect([read.inside.style, read.inside.color]).toEqual(["Continuous", "#808080"]);
  expect([read.rules.type, read.rules.rule.list]).toEqual(["List", { inCellDropDown: true, source: "A,B,C" }]);
  expect(read.rules.errorAlert).toMatchObject({ style: "Warning", message: "A～C" });
  expect(excel.faults).toEqual([]);

  const again = await openSimulatedExcel(await excel.host.save());
  const kept = await again.run(async (context) => {
    const range = context.workbook.worksheets.getItem("評価表").getRange("B2").load(["format/wrapText"]);
    range.dataValidation.load("rule");
    range.format.protection.load("locked");
    await context.sync();
    return [range.format.wrapText, range.dataValidation.rule.list?.source, range.format.protection.locked];
  });
  expect(kept).toEqual([true, "A,B,C", false]);
});

test("a list written out in a rule has 255 characters at most", async () => {
  const excel = await open();
  const code = await codeOf(excel, ({ workbook }) => {
    const range = workbook.worksheets.getItem("評価表").getRange("A1");
    range.dataValidation.rule = { list: { inCellDropDown: true, source: "あ".repeat(256) } };
  });
  expect(code).toBe("InvalidArgument");
});

test("a whole column takes a format for cells to come", async () => {
  const excel = await open();
  const values = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("評価表");
    sheet.getRange("B:B").numberFormat = "@" as unknown as string[][];
    sheet.getRange("A5:B5").values = [["0012", "0012"]];
    const range = sheet.getRange("A5:B5").load("values");
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([[12, "0012"]]);
});

test("sheets are added, named, moved, hidden, shown and deleted", async () => {
  const excel = await open();
  const names = await excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const data = sheets.add("データ");
    data.getRange("A1").values = [["事業名"]];
    sheets.add("仮").delete();
    const hidden = sheets.add();
    hidden.name = "隠し";
    hidden.visibility = "Hidden";
    data.position = 0;
    data.activate();
    const active = sheets.getActiveWorksheet().load("name");
    const missing = sheets.getItemOrNullObject("無い");
    sheets.load(["items/name", "items/visibility", "items/position"]);
    await context.sync();
    expect([active.name, missing.isNullObject]).toEqual(["データ", true]);
    return sheets.items.map(({ name, visibility, position }) => [name, visibility, position]);
  });
  expect(names).toEqual([
    ["データ", "Visible", 0],
    ["評価表", "Visible", 1],
    ["隠し", "Hidden", 2],
  ]);
  const { sheets } = await readXlsxBytes(await excel.host.save(), "保存.xlsx");
  expect(sheets.map(({ name }) => name)).toEqual(["データ", "評価表", "隠し"]);
  expect(await codeOf(excel, ({ workbook }) => workbook.worksheets.add("評価表"))).toBe("ItemAlreadyExists");
  expect(await codeOf(excel, ({ workbook }) => workbook.worksheets.add("R5/R6"))).toBe("InvalidArgument");
});

test("a table is made of cells, grows, and is saved", async () => {
  const excel = await open((sheet) => sheet.addRow(["旧"]));
  const read = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("事業");
    sheet.getRange("A1:B2").values = [
      ["番号", "事業名"],
      [1, "窓口改善"],
    ];
    const table = sheet.tables.add("A1:B2", true);
    table.name = "事業";
    table.style = "TableStyleLight9";
    table.showFilterButton = false;
    table.rows.add(undefined, [[2, "広報"]]);
    const range = table.getRange().load("address");
    const body = table.getDataBodyRange().load("values");
    table.columns.load("items/name");
    table.load(["name", "style"]);
    await context.sync();
    return { table, range, body };
  });
  expect(read.range.address).toBe("事業!A1:B3");
  expect(read.body.values).toEqual([
    [1, "窓口改善"],
    [2, "広報"],
  ]);
  expect(read.table.columns.items.map(({ name }) => name)).toEqual(["番号", "事業名"]);
  const saved = await readXlsxBytes(await excel.host.save(), "保存.xlsx");
  expect(saved.sheets[1]!.tables).toEqual([
    { name: "事業", range: { top: 1, left: 1, bottom: 3, right: 2 }, columns: ["番号", "事業名"], totalsRow: false },
  ]);
  expect(await codeOf(excel, ({ workbook }) => workbook.tables.add("事業!B2:C4", true))).toBe("InvalidArgument");
});

test("names, the selection and the page layout", async () => {
  const excel = await open();
  const read = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("評価表");
    context.workbook.names.add("対象", sheet.getRange("A1:B2"));
    const named = context.workbook.names.getItem("対象").getRange().load("address");
    sheet.getRange("C3").select();
    const selected = context.workbook.getSelectedRange().load("address");
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.load("orientation");
    context.application.suspendScreenUpdatingUntilNextSync();
    await context.sync();
    return [named.address, selected.address, sheet.pageLayout.orientation];
  });
  expect(read).toEqual(["評価表!A1:B2", "評価表!C3", "Landscape"]);
  expect(excel.faults).toEqual([]);
});

test("a protected sheet takes values in unlocked cells only, and no formats", async () => {
  const excel = await open((sheet) => {
    sheet.addRow(["固定", "入力"]);
    sheet.getCell("B1").protection = { locked: false };
  });
  const sheetOf = ({ workbook }: Excel.RequestContext): Excel.Worksheet => workbook.worksheets.getItem("評価表");
  await excel.run(async (context) => {
    sheetOf(context).protection.protect();
    sheetOf(context).getRange("B1").values = [["済"]];
    await context.sync();
  });
  const tries = {
    locked: await codeOf(excel, (context) => (sheetOf(context).getRange("A1").values = [["変更"]])),
    format: await codeOf(excel, (context) => (sheetOf(context).getRange("B1").format.fill.color = "red")),
    rows: await codeOf(excel, (context) => sheetOf(context).getRange("1:1").insert("Down")),
  };
  expect(tries).toEqual({ locked: "AccessDenied", format: "AccessDenied", rows: "AccessDenied" });
  expect(excel.host.book.sheet("評価表")!.cell(1, 2).value).toBe("済");
});

test("rows move with their merges, tables, names, rules and formulas", async () => {
  const excel = await open((sheet) => {
    sheet.addRow(["題", "", "=和"]);
    sheet.mergeCells("A1:B1");
    sheet.addTable({ name: "実績", ref: "A3", columns: [{ name: "事業" }, { name: "件数" }], rows: [["窓口", 1]] });
    sheet.getCell("B6").value = { formula: "SUM(B4:B5)", result: 1 };
    sheet.getCell("A7").value = "備考";
    sheet.mergeCells("A7:B8");
    sheet.getCell("B4").dataValidation = { type: "whole", operator: "greaterThan", formulae: [0], allowBlank: true };
  });
  const read = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("評価表");
    const kept = sheet.getRange("A7").load("values");
    context.workbook.names.add("合計", sheet.getRange("B6"));
    await context.sync();
    sheet.getRange("2:3").insert("Down");
    sheet.getRange("1:1").delete("Up");
    const table = context.workbook.tables.getItem("実績").getRange().load(["address", "values"]);
    const name = context.workbook.names.getItem("合計").getRange().load(["address", "formulas"]);
    const rule = sheet.getRange("B5").dataValidation.load("type");
    kept.load(["address", "values"]);
    const merged = sheet.getUsedRange().getMergedAreasOrNullObject();
    merged.areas.load("items/address");
    await context.sync();
    return { table, name, rule, kept, merged: merged.areas.items.map(({ address }) => address) };
  });
  expect(read.table.address).toBe("評価表!A4:B5");
  expect([read.name.address, read.name.formulas]).toEqual(["評価表!B7", [["=SUM(B5:B6)"]]]);
  expect(read.rule.type).toBe("WholeNumber");
  expect([read.kept.address, read.kept.values]).toEqual(["評価表!A8", [["備考"]]]);
  expect(read.merged).toEqual(["評価表!A8:B9"]);
  expect(excel.faults).toEqual([]);
});

test("what is not modelled is refused, and remembered", async () => {
  const excel = await open();
  const code = await codeOf(excel, ({ workbook }) => {
    workbook.worksheets.getItem("評価表").charts.add("Line", workbook.getSelectedRange());
  });
  expect(code).toBe("NotImplemented");
  expect(excel.faults).toHaveLength(1);
});

test("links and locks of cells, and a message without a rule", async () => {
  const excel = await open((sheet) => {
    sheet.addRow(["様式", "入力"]);
    sheet.getCell("B1").protection = { locked: false };
  });
  const read = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("評価表");
    sheet.getRange("A1:B1").setCellProperties([[{ hyperlink: { documentReference: "評価表!B1" } }, {}]]);
    const rules = sheet.getRange("B1").dataValidation;
    rules.prompt = { showPrompt: true, title: "入力", message: "A～C" };
    rules.load(["type", "prompt"]);
    const cells = sheet.getRange("A1:B1").getCellProperties({ hyperlink: true, format: { protection: true } });
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintTitleRows("$1:$1");
    await context.sync();
    return [rules.type, rules.prompt.message, cells.value];
  });
  expect(read).toEqual([
    "None",
    "A～C",
    [
      [
        {
          hyperlink: { address: "", documentReference: "評価表!B1" },
          format: { protection: { locked: true, formulaHidden: false } },
        },
        { hyperlink: null, format: { protection: { locked: false, formulaHidden: false } } },
      ],
    ],
  ]);
  const saved = await openSimulatedExcel(await excel.host.save());
  const { worksheet } = saved.host.book.sheet("評価表")!;
  expect(worksheet.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, printTitlesRow: "1:1" });
  expect(worksheet.getCell("B1").dataValidation.prompt).toBe("A～C");
  expect(excel.faults).toEqual([]);
});

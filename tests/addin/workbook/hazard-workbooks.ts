import ExcelJS from "exceljs";

/** Builds one sheet; the name says what is dangerous about it. */
type Hazard = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;

/** Workbooks that Office.js and a file tell about in different ways. */
export const hazards: Readonly<Record<string, Hazard>> = {
  "merged cells, blank ones too": (sheet) => {
    sheet.getCell("B2").value = "事務事業";
    sheet.mergeCells("B2:C3");
    sheet.mergeCells("E8:F9");
    sheet.getCell("B5").value = "実績";
  },
  "more merges than Excel lists in one answer": (sheet) => {
    for (let row = 1; row <= 1300; row++) {
      sheet.getCell(row, 1).value = row;
      sheet.mergeCells(row, 2, row, 3);
    }
  },
  "hidden rows, columns and sheets, and a blank sheet": (sheet, workbook) => {
    for (let row = 1; row <= 6; row++) sheet.addRow([`行${row}`, row, "備考"]);
    sheet.getRow(3).hidden = true;
    sheet.getColumn(2).hidden = true;
    workbook.addWorksheet("白紙");
    workbook.addWorksheet("隠し", { state: "hidden" }).getCell("C3").value = "旧様式";
    workbook.addWorksheet("見えない", { state: "veryHidden" }).getCell("A1").value = "設定";
  },
  "a Table with a totals row, and one without headings": (sheet) => {
    sheet.addTable({
      name: "実績表",
      ref: "B2",
      totalsRow: true,
      columns: [
        { name: "事業名", totalsRowLabel: "計" },
        { name: "件数", totalsRowFunction: "none" },
      ],
      rows: [
        ["窓口改善", 12],
        ["広報", 3],
      ],
    });
    sheet.addTable({ name: "見出しなし", ref: "F2", headerRow: false, columns: [{ name: "列1" }], rows: [["値"]] });
  },
  "results of formulas": (sheet) => {
    sheet.getCell("A1").value = { formula: "1+1", result: 2 };
    sheet.getCell("B1").value = { formula: 'IF(A1=2,"")', result: "" };
    sheet.getCell("C1").value = { formula: "NA()", result: { error: "#N/A" } };
    sheet.getCell("D1").value = { formula: "TODAY()", result: 44_651 as unknown as Date };
    sheet.getCell("D1").numFmt = "yyyy/m/d";
    sheet.getCell("E1").value = { formula: 'A1&"件"', result: "2件" };
    sheet.getCell("F1").value = { formula: "A1=2", result: true };
  },
  "errors, truth values and texts that look like something else": (sheet) => {
    sheet.addRow([{ error: "#REF!" }, true, false, "#N/A", " 前後 ", "0012", "2022/3/31", "1行目\n2行目"]);
    sheet.getCell("A2").value = "=合計";
    sheet.getCell("A2").numFmt = "@";
    sheet.getCell("B2").value = "####";
    sheet.getCell("C2").value = { richText: [{ text: "重点 " }, { text: "事業" }] };
  },
  "dates and times in many formats": (sheet) => {
    const formats = [
      "yyyy/m/d",
      "m/d/yyyy",
      'yyyy"年"m"月"d"日"',
      '[$-411]ggge"年"m"月"d"日"',
      "[$-411]ge.m.d",
      'm"月"d"日"',
      "mmm-yy",
      "aaa",
      "[$-F800]dddd, mmmm dd, yyyy",
      "yyyy/m/d h:mm",
      "h:mm",
      "mm:ss",
      "[h]:mm",
      'h"時"mm"分"',
      "yyyy/m/d;@",
    ];
    for (const [index, format] of formats.entries()) {
      const cell = sheet.getCell(index + 1, 1);
      cell.value = 44_651.395_833_333_336;
      cell.numFmt = format;
    }
    sheet.getColumn(1).width = 40;
  },
  "numbers in many formats": (sheet) => {
    const formats = ["0", "#,##0", "0.0%", "#,##0;[Red]-#,##0", '#,##0"円"', "_ * #,##0_ ", "0.00E+00", "@", "0g"];
    for (const [index, format] of formats.entries()) {
      const cell = sheet.getCell(index + 1, 1);
      cell.value = -1234.5;
      cell.numFmt = format;
    }
    sheet.getColumn(1).width = 20;
  },
  "columns too narrow for their numbers": (sheet) => {
    sheet.getColumn(1).width = 3;
    for (const [index, format] of ["yyyy/m/d", "#,##0", "#,##0;[Red]-#,##0", "General", "0.00%"].entries()) {
      const cell = sheet.getCell(index + 1, 1);
      cell.value = 44_651;
      cell.numFmt = format;
    }
    sheet.getCell("A6").value = 12.345_678_901_234;
    sheet.getCell("A7").value = -1;
    sheet.getCell("A7").numFmt = "yyyy/m/d";
  },
  "a long text in a cell formatted as text": (sheet) => {
    sheet.getCell("A1").value = "あ".repeat(1000);
    sheet.getCell("A1").numFmt = "@";
    sheet.getCell("A2").value = "窓口";
    sheet.getCell("A2").numFmt = '0;-0;0;@"課"';
  },
  "links to the web and within the workbook": (sheet) => {
    sheet.getCell("A1").value = { text: "市の計画", hyperlink: "https://example.jp/plan" };
    sheet.getCell("A2").value = "ただの文字";
  },
  "dates that count from 1904": (sheet, workbook) => {
    workbook.properties.date1904 = true;
    sheet.getCell("A1").value = new Date("2022-03-31");
    sheet.getCell("A1").numFmt = "yyyy/m/d";
    sheet.getColumn(1).width = 12;
  },
  "cells far to the right": (sheet) => {
    sheet.getCell("A1").value = "左端";
    sheet.getCell("XFD3").value = "右端";
  },
};

/** The bytes of a workbook with one dangerous sheet. */
export async function hazardWorkbook(build: Hazard): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  build(workbook.addWorksheet("評価表"), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

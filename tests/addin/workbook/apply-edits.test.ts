import type ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../addin/workbook/apply-edits.ts";
import type { CellEdit } from "../../../core/validation/diagnostic.ts";
import type { CellValue } from "../../../core/workbook/snapshot.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { openSimulatedExcel, type SimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { hazardWorkbook } from "./hazard-workbooks.ts";

const SHEET = "様式1";

function edit(address: string, expected: CellValue, value: CellValue, sheet = SHEET): CellEdit {
  return { sheet, address, expected, value };
}

async function opened(build: (sheet: ExcelJS.Worksheet) => void): Promise<SimulatedExcel> {
  return await openSimulatedExcel(
    await hazardWorkbook((sheet) => {
      sheet.name = SHEET;
      build(sheet);
    }),
  );
}

/** What cells hold in the saved file. */
async function saved(excel: SimulatedExcel): Promise<Record<string, unknown>> {
  const { sheets } = await readXlsxBytes(await excel.host.save(), "保存.xlsx");
  return Object.fromEntries(
    sheets[0]!.cells.map(({ row, column, value, formula, error }) => [
      `${String.fromCharCode(64 + column)}${row}`,
      formula === undefined ? (error ?? value) : `=${formula}`,
    ]),
  );
}

describe("a fix", () => {
  test("is one step to undo and three syncs", async () => {
    const excel = await opened((sheet) => {
      sheet.getCell("B2").value = "特別 支援学校";
      sheet.getCell("D9").value = 12;
    });
    const edits = [edit("B2", "特別 支援学校", "特別支援学校"), edit("D9", 12, 13)];
    expect(await excel.run((context) => applyEdits(context, edits))).toEqual({ applied: edits, refused: [] });
    expect(await saved(excel)).toEqual({ B2: "特別支援学校", D9: 13 });
    expect(excel.host.undo.steps).toHaveLength(1);
    expect(excel.host.batches.filter(({ log }) => log.length > 0)).toHaveLength(3);
    expect(excel.faults).toEqual([]);
  });

  test.each<[CellValue, CellValue | undefined]>([
    ["1-2", "1-2"],
    ["0012", "0012"],
    ["１２", "１２"],
    ["令和5年4月1日", "令和5年4月1日"],
    ["=合計", "=合計"],
    ["=1+1", "=1+1"],
    ["＝1+1", "＝1+1"],
    ["+81-3", "+81-3"],
    ["-5", "-5"],
    ["@SUM(A1)", "@SUM(A1)"],
    ["'引用", "'引用"],
    ["TRUE", "TRUE"],
    ["#N/A", "#N/A"],
    ["50%", "50%"],
    ["1,234", "1,234"],
    ["10:30", "10:30"],
    [`=${"長".repeat(300)}`, `=${"長".repeat(300)}`],
    [`'${"長".repeat(300)}`, `'${"長".repeat(300)}`],
    [203, 203],
    [true, true],
    ["一行目\n二行目", "一行目\n二行目"],
    [null, undefined],
  ])("writes %j as it is", async (value, found) => {
    const excel = await opened((sheet) => {
      sheet.getCell("A1").value = "前";
      sheet.getCell("B1").value = "隣";
    });
    await excel.run((context) => applyEdits(context, [edit("A1", "前", value)]));
    expect((await saved(excel)).A1).toEqual(found);
    expect(excel.faults).toEqual([]);
  });

  test.each<[string, CellValue]>([
    ["0012", "0012"],
    ["=1", "=1"],
    ["203", 203],
  ])("puts %j into a cell formatted as text", async (_, value) => {
    const excel = await opened((sheet) => {
      sheet.getCell("A1").value = "前";
      sheet.getCell("A1").numFmt = "@";
    });
    await excel.run((context) => applyEdits(context, [edit("A1", "前", value)]));
    expect((await saved(excel)).A1).toBe(value);
  });

  test("leaves the format of a plain text and of a number alone", async () => {
    const excel = await opened((sheet) => {
      sheet.getCell("A1").value = "前 243人";
      sheet.getCell("A2").value = 5;
      sheet.getCell("A2").numFmt = '0"人"';
    });
    await excel.run((context) => applyEdits(context, [edit("A1", "前 243人", "243人"), edit("A2", 5, 6)]));
    const { sheets } = await readXlsxBytes(await excel.host.save(), "保存.xlsx");
    expect(sheets[0]!.cells.map(({ text }) => text)).toEqual(["243人", "6人"]);
    const sets = excel.host.batches.flatMap(({ log }) =>
      log.filter((line) => line.includes("NumberFormat") && line.startsWith("set")),
    );
    expect(sets).toEqual([]);
  });

  test("leaves what stands between its cells alone, formulas among them", async () => {
    const excel = await opened((sheet) => {
      sheet.getCell("A1").value = "甲 ";
      sheet.getCell("A2").value = { formula: "B2*2", result: 4 };
      sheet.getCell("A3").value = "0012";
      sheet.getCell("A4").value = "乙 ";
    });
    await excel.run((context) => applyEdits(context, [edit("A1", "甲 ", "甲"), edit("A4", "乙 ", "乙")]));
    expect(await saved(excel)).toEqual({ A1: "甲", A2: "=B2*2", A3: "0012", A4: "乙" });
  });

  test("goes into the first cell of a merge", async () => {
    const excel = await opened((sheet) => {
      sheet.getCell("A1").value = "甲 ";
      sheet.mergeCells("A1:A3");
      sheet.getCell("A4").value = "乙 ";
    });
    await excel.run((context) => applyEdits(context, [edit("A1", "甲 ", "甲"), edit("A4", "乙 ", "乙")]));
    expect(await saved(excel)).toEqual({ A1: "甲", A4: "乙" });
  });
});

describe("is refused", () => {
  test("where the cell has changed, holds a formula, or is not there; the rest is written", async () => {
    const excel = await opened((sheet) => {
      sheet.getCell("A1").value = "新しい値";
      sheet.getCell("A2").value = { formula: "B2*2", result: 4 };
      sheet.getCell("A3").value = "前";
    });
    const [changed, formula, gone, nowhere, good] = [
      edit("A1", "古い値", "後"),
      edit("A2", 4, 8),
      edit("A1", "古い値", "後", "消えた様式"),
      edit("A0", "前", "後"),
      edit("A3", "前", "後"),
    ];
    expect(await excel.run((context) => applyEdits(context, [changed, formula, gone, nowhere, good]))).toEqual({
      applied: [good],
      refused: [
        { edit: changed, reason: "changed" },
        { edit: formula, reason: "formula" },
        { edit: gone, reason: "missing" },
        { edit: nowhere, reason: "missing" },
      ],
    });
    expect(await saved(excel)).toEqual({ A1: "新しい値", A2: "=B2*2", A3: "後" });
    expect(excel.faults).toEqual([]);
  });

  test("on a protected sheet, except in the cells that are open; nothing is unprotected", async () => {
    const excel = await opened((sheet) => {
      sheet.getCell("A1").value = "閉";
      sheet.getCell("A2").value = "開";
      sheet.getCell("A3").value = "開く数";
      sheet.getCell("A4").value = "開";
      sheet.getCell("A2").protection = { locked: false };
      sheet.getCell("A3").protection = { locked: false };
      sheet.getCell("A3").numFmt = "@";
      sheet.getCell("A4").protection = { locked: false };
    });
    excel.host.person.protectSheet(SHEET);
    const edits = [edit("A1", "閉", "後"), edit("A2", "開", "後"), edit("A3", "開く数", 5), edit("A4", "開", "1-2")];
    const { applied, refused } = await excel.run((context) => applyEdits(context, edits));
    expect(applied).toEqual([edits[1], edits[3]]);
    expect(refused).toEqual([
      { edit: edits[0], reason: "protected" },
      { edit: edits[2], reason: "protected" },
    ]);
    expect(await saved(excel)).toEqual({ A1: "閉", A2: "後", A3: "開く数", A4: "1-2" });
    expect(excel.host.book.sheet(SHEET)!.isProtected).toBe(true);
    expect(excel.faults).toEqual([]);
  });
});

test("edits of one text are put together; the second of the same words is refused", async () => {
  const excel = await opened((sheet) => {
    sheet.getCell("A1").value = "甲 乙と丙 丁";
  });
  const edits = [
    edit("A1", "甲 乙と丙 丁", "甲乙と丙 丁"),
    edit("A1", "甲 乙と丙 丁", "甲 乙と丙丁"),
    edit("A1", "甲 乙と丙 丁", "甲・乙と丙 丁"),
  ];
  const { applied, refused } = await excel.run((context) => applyEdits(context, edits));
  expect(await saved(excel)).toEqual({ A1: "甲乙と丙丁" });
  expect([applied, refused]).toEqual([edits.slice(0, 2), [{ edit: edits[2], reason: "changed" }]]);
});

test("10,000 fixes are written in as few requests as their payload allows", async () => {
  const long = "事業の実績は前年度を上回った。".repeat(5);
  const excel = await opened((sheet) => {
    for (let row = 1; row <= 10_000; row++) sheet.addRow([row, `${long} `]);
  });
  const edits = Array.from({ length: 10_000 }, (_, i) => edit(`B${i + 1}`, `${long} `, long));
  const { applied } = await excel.run((context) => applyEdits(context, edits));
  expect(applied).toHaveLength(10_000);
  const batches = excel.host.batches.filter(({ log }) => log.length > 0);
  expect(Math.max(...batches.map(({ requestBytes }) => requestBytes))).toBeLessThan(5 * 1024 * 1024);
  expect(batches.length).toBeLessThanOrEqual(6);
  expect(excel.faults).toEqual([]);
});

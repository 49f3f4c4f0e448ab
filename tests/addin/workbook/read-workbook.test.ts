import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { WorkbookPart } from "../../../addin/review/review-protocol.ts";
import { cellsPerBatch } from "../../../addin/workbook/read-pieces.ts";
import { readWorkbook } from "../../../addin/workbook/read-workbook.ts";
import type { SheetSnapshot } from "../../../core/workbook/snapshot.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { openSimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { SAMPLES, samplePath } from "../../support/samples.ts";
import { hazards, hazardWorkbook } from "./hazard-workbooks.ts";

describe("a workbook is the same through Office.js and from its file", () => {
  test.each(SAMPLES.map(([, name]) => name))("%s", async (name) => {
    const bytes = readFileSync(samplePath(name));
    const excel = await openSimulatedExcel(bytes);
    expect(await excel.run(readWorkbook)).toEqual(await readXlsxBytes(bytes, name));
    expect(excel.answers.length).toBeLessThanOrEqual(7);
    expect(excel.faults).toEqual([]);
  });

  test.each(Object.entries(hazards))("%s", async (name, build) => {
    const bytes = await hazardWorkbook(build);
    const excel = await openSimulatedExcel(bytes);
    expect(await excel.run(readWorkbook)).toEqual(await readXlsxBytes(bytes, name));
    expect(excel.faults.filter((fault) => !fault.includes("more than 512 merged areas"))).toEqual([]);
  });
});

describe("what only the file tells", () => {
  test("a formula that was never calculated: Excel has calculated it", async () => {
    const [office, file] = await bothSheets((sheet) => {
      sheet.getCell("A1").value = { formula: "B1*2" };
    });
    expect(file.cells).toEqual([{ row: 1, column: 1, value: null, text: "", formula: "B1*2", uncalculated: true }]);
    expect(office.cells[0]).not.toHaveProperty("uncalculated");
    expect(office.cells[0]).toHaveProperty("formula", "B1*2");
  });

  test("hidden rows and columns beyond the last cell that holds something", async () => {
    const [office, file] = await bothSheets((sheet) => {
      sheet.getCell("B2").value = "事業";
      // ExcelJS writes no row that has neither cells nor a height.
      Object.assign(sheet.getRow(1), { hidden: true, height: 20 });
      Object.assign(sheet.getRow(40), { hidden: true, height: 20 });
      sheet.getColumn(9).hidden = true;
    });
    expect([file.hiddenRows, file.hiddenColumns]).toEqual([[1, 40], [9]]);
    expect([office.hiddenRows, office.hiddenColumns]).toEqual([[1], []]);
  });

  test("links of a sheet with more than 10,000 cells", async () => {
    const [office, file] = await bothSheets((sheet) => {
      sheet.getCell("A1").value = { text: "市の計画", hyperlink: "https://example.jp/plan" };
      sheet.getCell("A10001").value = "末尾";
    });
    expect(file.cells[0]).toHaveProperty("hyperlink", "https://example.jp/plan");
    expect(office.cells[0]).toEqual({ row: 1, column: 1, value: "市の計画", text: "市の計画" });
  });
});

/** A sheet as read through Office.js and from its file. */
async function bothSheets(build: Parameters<typeof hazardWorkbook>[0]): Promise<[SheetSnapshot, SheetSnapshot]> {
  const bytes = await hazardWorkbook(build);
  const excel = await openSimulatedExcel(bytes);
  const office = await excel.run(readWorkbook);
  const file = await readXlsxBytes(bytes, "評価表.xlsx");
  expect(excel.faults).toEqual([]);
  return [office.sheets[0]!, file.sheets[0]!];
}

test("100,000 rows are read in one sync for each batch, every answer within 5 MB", async () => {
  const bytes = await hazardWorkbook((sheet) => {
    for (let row = 1; row <= 100_000; row++) sheet.addRow([row, `事業${row}の実績は前年度を上回った。`]);
  });
  const excel = await openSimulatedExcel(bytes);
  const { sheets } = await excel.run(readWorkbook);
  expect(sheets[0]!.cells).toHaveLength(200_000);
  expect(sheets[0]!.cells.at(-1)).toEqual(expect.objectContaining({ row: 100_000, column: 2 }));
  expect(excel.answers.length).toBeLessThanOrEqual(200_000 / cellsPerBatch + 7);
  expect(Math.max(...excel.answers)).toBeLessThan(5 * 1024 * 1024);
});

describe("what is told while more is to come", () => {
  test("are the first cells of the workbook that is read in the end", async () => {
    const bytes = await hazardWorkbook((sheet) => {
      for (let row = 1; row <= 12_000; row++) sheet.addRow([row, `事業${row}の実績`, row % 7]);
      // A value under a merge, which no one sees.
      sheet.mergeCells("B20:C20");
    });
    const { parts, snapshot } = await partsOf(bytes);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(({ isFirst }) => isFirst)).toEqual(parts.map((_, i) => i === 0));
    expect(parts.at(-1)!.share).toBe(1);
    const { cells, ...frame } = snapshot.sheets[0]!;
    expect(parts.flatMap(({ sheet }) => sheet.cells)).toEqual(cells);
    expect(parts[0]!.sheet).toEqual({ ...frame, cells: parts[0]!.sheet.cells });
    expect(Object.keys(parts[1]!.sheet)).toEqual(["name", "cells"]);
  });

  test("ends where a number is shown as ####: Excel has to be asked again for it", async () => {
    const bytes = await hazardWorkbook((sheet) => {
      for (let row = 1; row <= 12_000; row++) sheet.addRow([row, `事業${row}の実績`, row % 7]);
      sheet.getColumn(4).width = 2;
      sheet.getCell("D7000").value = 12_345_678;
      sheet.getCell("D7000").numFmt = "#,##0";
    });
    const { parts, snapshot } = await partsOf(bytes);
    const told = parts.flatMap(({ sheet }) => sheet.cells);
    expect(snapshot.sheets[0]!.cells).toContainEqual({ row: 7000, column: 4, value: 12_345_678, text: "12,345,678" });
    expect(Math.max(...told.map(({ row }) => row))).toBeLessThan(7000);
    expect(told).toEqual(snapshot.sheets[0]!.cells.slice(0, told.length));
  });
});

async function partsOf(bytes: Uint8Array) {
  const excel = await openSimulatedExcel(bytes);
  const parts: WorkbookPart[] = [];
  const snapshot = await excel.run((context) => readWorkbook(context, (part) => parts.push(part)));
  expect(excel.faults).toEqual([]);
  return { parts, snapshot };
}

test("thousands of merges are read in two syncs more", async () => {
  const bytes = await hazardWorkbook((sheet) => {
    for (let row = 1; row <= 6000; row++) sheet.addRow([row]);
    for (let row = 1; row < 6000; row += 2) sheet.mergeCells(row, 2, row + 1, 2);
  });
  const excel = await openSimulatedExcel(bytes);
  const { sheets } = await excel.run(readWorkbook);
  expect(sheets[0]!.merges).toHaveLength(3000);
  expect(excel.answers.length).toBeLessThanOrEqual(8);
});

test("a block that is too large for an answer is read in smaller ones", async () => {
  const bytes = readFileSync(samplePath("ogori"));
  const excel = await openSimulatedExcel(bytes, { mostBytes: 20_000 });
  expect(await excel.run(readWorkbook)).toEqual(await readXlsxBytes(bytes, "ogori"));
  expect(excel.answers.some((length) => length > 20_000)).toBe(true);
});

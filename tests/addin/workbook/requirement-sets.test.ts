import { afterEach, expect, test, vi } from "vitest";
import { addSheets } from "../../../addin/workbook/add-sheets.ts";
import { appendAcceptances } from "../../../addin/workbook/append-acceptances.ts";
import { appendManualPairs } from "../../../addin/workbook/append-manual-pairs.ts";
import { applyEdits } from "../../../addin/workbook/apply-edits.ts";
import { readSheets, readWorkbook } from "../../../addin/workbook/read-workbook.ts";
import { removeAcceptance } from "../../../addin/workbook/remove-acceptance.ts";
import { optionalSets, requirementSets } from "../../../addin/workbook/requirement-sets.ts";
import { runExcel } from "../../../addin/workbook/run-excel.ts";
import { selectCell } from "../../../addin/workbook/select-cell.ts";
import { watchWorkbook } from "../../../addin/workbook/watch-workbook.ts";
import { openSimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { hazardWorkbook } from "./hazard-workbooks.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const highest = requirementSets.at(-1)!.version;

test("the sets are listed from low to high", () => {
  const numbers = [...requirementSets, ...optionalSets].map(({ version }) => Number(version.split(".")[1]));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test("an Excel with the highest set that is required, and no more, does everything", async () => {
  const bytes = await hazardWorkbook((sheet) => {
    sheet.getCell("A1").value = "前";
    sheet.getCell("A1").protection = { locked: false };
  });
  const excel = await openSimulatedExcel(bytes, { sets: { ExcelApi: highest } });
  const { run } = excel;
  const supports = (version: string) => excel.host.requirements.isSupported("ExcelApi", version);
  const listener = { changed: () => undefined };
  const watch = await run((context) => watchWorkbook(context, listener, { run: (work) => run(work), supports }));
  await run(readWorkbook);
  await run((context) => readSheets(context, ["評価表"]));
  excel.host.person.protectSheet("評価表");
  await run((context) => applyEdits(context, [{ sheet: "評価表", address: "A1", expected: "前", value: "1-2" }]));
  await run((context) => selectCell(context, { sheet: "評価表", address: "A1" }));
  const acceptance = { ruleId: "r", record: "甲", field: "f", value: "v", reason: "理由", by: "乙", on: "2026-04-01" };
  await run((context) => appendAcceptances(context, [acceptance]));
  expect(await run((context) => removeAcceptance(context, { ...acceptance, row: 2 }))).toBe("removed");
  await run((context) => appendManualPairs(context, [{ current: "甲", previous: null }]));
  const look = { horizontal: "left", vertical: "top", fill: "#D9E1F2", colour: "#000000", bold: true } as const;
  const line = { ...look, bottomLine: { style: "hair", colour: "#A6A6A6" } } as const;
  const rule = { kind: "date", minimum: "2026-04-01", maximum: "2027-03-31", error: "年度の中の日付を。" } as const;
  const column = {
    title: "列",
    width: 10,
    headingLook: look,
    look: line,
    validation: { rule },
    isUnlocked: true,
  } as const;
  const cell = {
    value: "A1",
    link: { sheet: "評価表", address: "A1" },
    validation: { prompt: { title: "列", message: "説明" } },
  };
  const sheet = { key: "k", name: "表", tableName: "t", tableStyle: "TableStyleLight1", columns: [column] } as const;
  const heights = { headingHeight: 15, rowHeights: [15] };
  const added = await run((context) =>
    addSheets(context, [{ ...sheet, ...heights, rows: [[cell]], isProtected: true }]),
  );
  expect(added.hasPrintSetup).toBe(true);
  await watch.stop();
  expect(excel.faults).toEqual([]);
});

test("runExcel waits until nobody types into a cell any more", async () => {
  const excel = await openSimulatedExcel(
    await hazardWorkbook((sheet) => {
      sheet.getCell("A1").value = "様式";
    }),
  );
  vi.stubGlobal("Excel", { run: excel.run });
  excel.host.startCellEdit();
  const reading = runExcel(readWorkbook);
  await excel.settled();
  expect(excel.answers).toHaveLength(0);
  excel.host.endCellEdit();
  expect((await reading).sheets[0]!.cells[0]!.text).toBe("様式");
  expect(excel.faults).toEqual([]);
});

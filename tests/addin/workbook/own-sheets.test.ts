import { describe, expect, test } from "vitest";
import { appendAcceptances, type NewAcceptance } from "../../../addin/workbook/append-acceptances.ts";
import { appendManualPairs } from "../../../addin/workbook/append-manual-pairs.ts";
import { removeAcceptance } from "../../../addin/workbook/remove-acceptance.ts";
import { ACCEPTANCE_COLUMNS, readAcceptances } from "../../../core/validation/acceptance.ts";
import { MANUAL_PAIR_COLUMNS, readManualPairs } from "../../../core/validation/manual-pairs.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { openSimulatedExcel, type SimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { hazardWorkbook } from "./hazard-workbooks.ts";

const first: NewAcceptance = {
  ruleId: "value-required",
  record: "1-(2)-3/都市計画課",
  field: "direction",
  value: "",
  reason: "対象外のため",
  by: "企画課 鈴木",
  on: "2026-04-01",
};
const second: NewAcceptance = { ...first, ruleId: "text-notation", value: "=合計 1-2", reason: "-5 は誤りではない" };
const long: NewAcceptance = { ...first, value: `=${"長い文。".repeat(200)}` };
const headings = Object.values(ACCEPTANCE_COLUMNS);

async function opened(name: string, grid: readonly (readonly (string | number)[])[] = []): Promise<SimulatedExcel> {
  return await openSimulatedExcel(
    await hazardWorkbook((sheet, workbook) => {
      sheet.getCell("A1").value = "様式";
      if (grid.length > 0) workbook.addWorksheet(name).addRows(grid as unknown[][]);
    }),
  );
}

async function saved(excel: SimulatedExcel): Promise<WorkbookSnapshot> {
  expect(excel.faults).toEqual([]);
  return await readXlsxBytes(await excel.host.save(), "保存.xlsx");
}

const plain = (workbook: WorkbookSnapshot) =>
  readAcceptances(workbook).map(({ ruleId, record, field, value, reason, by, on }) => ({
    ...{ ruleId, record, field, value },
    ...{ reason, by, on },
  }));

describe("appendAcceptances", () => {
  test("makes the sheet where it is missing, at the end, in one step to undo", async () => {
    const excel = await opened("");
    expect(await excel.run((context) => appendAcceptances(context, [first, second]))).toBe("written");
    const workbook = await saved(excel);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["評価表", "確認済み"]);
    expect(plain(workbook)).toEqual([first, second]);
    expect(workbook.sheets[1]!.cells.slice(0, 7).map(({ text }) => text)).toEqual(headings);
    expect(excel.host.undo.steps).toHaveLength(1);
  });

  test("writes below what is there; texts stay texts, however long", async () => {
    const excel = await opened("");
    await excel.run((context) => appendAcceptances(context, [first]));
    await excel.run((context) => appendAcceptances(context, [second]));
    await excel.run((context) => appendAcceptances(context, [long]));
    const workbook = await saved(excel);
    expect(plain(workbook)).toEqual([first, second, long]);
    expect(workbook.sheets[1]!.cells.some(({ formula }) => formula !== undefined)).toBe(false);
    expect(excel.host.undo.steps).toHaveLength(3);
  });

  test.each([
    [
      "in another order, below a title",
      [["確認の記録"], [], ["値", "理由", "規則", "備考", "記録", "項目", "確認日", "確認者"]],
    ],
    ["without some of them", [["規則", "値", "理由"]]],
  ])("takes the columns as people have them: %s", async (_, grid) => {
    const excel = await opened("確認済み", grid);
    await excel.run((context) => appendAcceptances(context, [first, second]));
    expect(plain(await saved(excel))).toEqual([first, second]);
  });

  test("a sheet of other things keeps them; the headings come below", async () => {
    const excel = await opened("確認済み", [["打合せの記録"], ["4月1日 確認した。"]]);
    await excel.run((context) => appendAcceptances(context, [first]));
    const workbook = await saved(excel);
    expect(plain(workbook)).toEqual([first]);
    expect(workbook.sheets[1]!.cells.slice(0, 2).map(({ text }) => text)).toEqual([
      "打合せの記録",
      "4月1日 確認した。",
    ]);
  });

  test("a protected sheet is left as it is", async () => {
    const excel = await opened("確認済み", [headings]);
    excel.host.person.protectSheet("確認済み");
    expect(await excel.run((context) => appendAcceptances(context, [first]))).toBe("protected");
    expect(readAcceptances(await saved(excel))).toEqual([]);
  });
});

describe("removeAcceptance", () => {
  test("removes the line that says the same, even where rows have moved", async () => {
    const excel = await opened("");
    await excel.run((context) => appendAcceptances(context, [first, second]));
    const [, line] = readAcceptances(await saved(excel));
    excel.host.person.insertRows("確認済み!2:4");
    expect(await excel.run((context) => removeAcceptance(context, line!))).toBe("removed");
    expect(plain(await saved(excel))).toEqual([first]);
  });

  test("of two lines that are alike it takes the one meant; a changed line is not touched", async () => {
    const excel = await opened("");
    await excel.run((context) => appendAcceptances(context, [first, second, first]));
    const lines = readAcceptances(await saved(excel));
    expect(await excel.run((context) => removeAcceptance(context, lines[2]!))).toBe("removed");
    expect(plain(await saved(excel))).toEqual([first, second]);
    expect(await excel.run((context) => removeAcceptance(context, { ...lines[1]!, reason: "別の理由" }))).toBe(
      "missing",
    );
    excel.host.person.protectSheet("確認済み");
    expect(await excel.run((context) => removeAcceptance(context, lines[1]!))).toBe("protected");
    expect(plain(await saved(excel))).toEqual([first, second]);
  });

  test("without the sheet there is nothing to remove", async () => {
    const excel = await opened("");
    expect(await excel.run((context) => removeAcceptance(context, { ...first, row: 2 }))).toBe("missing");
  });
});

describe("appendManualPairs", () => {
  test("makes the sheet, adds lines, and changes the answer of a record that stands there", async () => {
    const excel = await opened("");
    const pairs = [
      { current: "=交流", previous: "交流事業" },
      { current: "相談", previous: null },
    ];
    expect(await excel.run((context) => appendManualPairs(context, pairs))).toBe("written");
    expect(readManualPairs(await saved(excel))).toEqual(pairs);
    const changed = [
      { current: "相談", previous: "相談窓口" },
      { current: "広報", previous: "0012" },
    ];
    await excel.run((context) => appendManualPairs(context, changed));
    expect(readManualPairs(await saved(excel))).toEqual([pairs[0], ...changed]);
    expect(excel.host.undo.steps).toHaveLength(2);
  });

  test("fills in the line on which nothing has been decided yet, in people's own columns", async () => {
    const grid = [
      ["対応表"],
      [MANUAL_PAIR_COLUMNS.previous, "備考", MANUAL_PAIR_COLUMNS.current],
      ["", "要確認", "相談"],
    ];
    const excel = await opened("前年対応", grid);
    await excel.run((context) => appendManualPairs(context, [{ current: "相談", previous: "相談窓口" }]));
    const workbook = await saved(excel);
    expect(readManualPairs(workbook)).toEqual([{ current: "相談", previous: "相談窓口" }]);
    expect(workbook.sheets[1]!.cells.find(({ row, column }) => row === 3 && column === 2)?.text).toBe("要確認");
  });

  test("a protected sheet is left as it is", async () => {
    const excel = await opened("前年対応", [Object.values(MANUAL_PAIR_COLUMNS)]);
    excel.host.person.protectSheet("前年対応");
    const pair = { current: "相談", previous: null };
    expect(await excel.run((context) => appendManualPairs(context, [pair]))).toBe("protected");
    expect(readManualPairs(await saved(excel))).toEqual([]);
  });
});

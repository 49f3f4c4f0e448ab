import { expect, test } from "vitest";
import { hazardWorkbook } from "../addin/workbook/hazard-workbooks.ts";
import type { HostOptions } from "./host-session.ts";
import { openSimulatedExcel, type SimulatedExcel } from "./simulated-excel.ts";

async function open(options: HostOptions = {}): Promise<SimulatedExcel> {
  return openSimulatedExcel(await hazardWorkbook((sheet) => sheet.addRow(["事業", "件数"])), options);
}

async function write(context: Excel.RequestContext): Promise<void> {
  context.workbook.worksheets.getItem("評価表").getRange("A2").values = [["広報"]];
  await context.sync();
}

test("what an add-in does in one batch is one undo step", async () => {
  const excel = await open();
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("評価表").getRange("A2");
    range.numberFormat = [["@"]];
    range.values = [["1-2"]];
    await context.sync();
    range.load("values");
    await context.sync();
  });
  excel.host.person.type("評価表!B2", 5);
  excel.host.coAuthor.type("評価表!B3", 6);
  expect(excel.host.undo.steps).toEqual([
    { by: "add-in", changes: ["number format 評価表!A2", "RangeEdited 評価表!A2"] },
    { by: "local", changes: ["RangeEdited 評価表!B2"] },
  ]);
});

test("protecting or deleting a sheet clears the undo stack", async () => {
  const excel = await open();
  excel.host.person.type("評価表!B2", 5);
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem("評価表").protection.protect();
    await context.sync();
  });
  expect([excel.host.undo.steps, excel.host.undo.cleared]).toEqual([[], ["protect 評価表"]]);
});

test("while a cell is edited calls fail, or wait if they may", async () => {
  const excel = await open();
  excel.host.startCellEdit();
  await expect(excel.run(write)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  const waiting = excel.run({ delayForCellEdit: true }, write);
  await excel.settled();
  expect(excel.host.book.sheet("評価表")!.cell(2, 1).value).toBe("");
  excel.host.endCellEdit();
  await waiting;
  expect(excel.host.book.sheet("評価表")!.cell(2, 1).value).toBe("広報");
  expect(excel.faults).toEqual([]);
});

test.each([
  ["AccessDenied", ""],
  ["InvalidOperation", ""],
  ["GeneralException", ""],
  ["ActivityLimitReached", ""],
  ["RequestPayloadSizeLimitExceeded", ""],
  ["ResponsePayloadSizeLimitExceeded", "広報"],
])("an injected %s fails the next batch that matches, once", async (code, value) => {
  const excel = await open();
  excel.host.failNext({ code, match: /^set .*\.Values$/u });
  await excel.run(async (context) => {
    context.workbook.worksheets.load("items/name");
    await context.sync();
  });
  await expect(excel.run(write)).rejects.toMatchObject({ code });
  expect(excel.host.book.sheet("評価表")!.cell(2, 1).value).toBe(value);
  await excel.run(write);
  expect(excel.faults).toEqual([]);
});

test("while a cell is edited office.js may still say that it is ready for commands", async () => {
  const { host } = await open();
  host.startCellEdit();
  const service = "Microsoft.InternalService.AddinInternalService";
  const action = { Id: 2, ActionType: 3, Name: "NotifyActionHandlerReady", ObjectPathId: 1 };
  const request = { Actions: [action], ObjectPaths: { 1: { Id: 1, ObjectPathType: 2, Name: service } } };
  expect(await host.ask(JSON.stringify(request), 0)).toEqual({
    body: JSON.stringify({ Results: [{ ActionId: 2, Value: null }], TraceIds: [] }),
  });
});

test("requests and answers of more than the limit are refused", async () => {
  const excel = await open({ mostBytes: 3000 });
  const values = [["あいうえお".repeat(100)]];
  const fill = async (context: Excel.RequestContext): Promise<void> => {
    for (const row of [2, 3]) context.workbook.worksheets.getItem("評価表").getRange(`A${row}`).values = values;
    await context.sync();
  };
  await expect(excel.run(fill)).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  excel.host.person.type("評価表!A2:B2", values[0]![0]);
  const read = async (context: Excel.RequestContext): Promise<void> => {
    context.workbook.worksheets.getItem("評価表").getUsedRange().load("values");
    await context.sync();
  };
  await expect(excel.run(read)).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
});

test("an older Excel refuses what it does not have", async () => {
  const excel = await open({ sets: { ExcelApi: "1.12" } });
  const work = excel.run(async (context) => {
    context.workbook.worksheets.getItem("評価表").getRange("A1:B2").getMergedAreasOrNullObject().load("areaCount");
    await context.sync();
  });
  await expect(work).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("every sync is in the log with what it asked for", async () => {
  const excel = await open();
  await excel.run(write);
  expect(excel.host.batches.map(({ log }) => log)).toEqual([
    ['set Worksheets("評価表").GetRange("A2").Values'],
    // Excel.run gives back the ranges that it kept hold of.
    [],
  ]);
});

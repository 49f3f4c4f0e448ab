import { expect, test } from "vitest";
import { hazardWorkbook } from "../addin/workbook/hazard-workbooks.ts";
import type { HostOptions } from "./host-session.ts";
import { openSimulatedExcel, type SimulatedExcel } from "./simulated-excel.ts";

async function open(options: HostOptions = {}): Promise<SimulatedExcel> {
  const bytes = await hazardWorkbook((sheet) => {
    sheet.addRow(["事業", "件数"]);
    sheet.addRow(["広報", 3]);
    sheet.addRow(["窓口", 1]);
  });
  return openSimulatedExcel(bytes, options);
}

/** What a test wants to know of an event. */
type Heard = readonly (string | undefined)[];

interface Event {
  readonly type: string;
  readonly changeType?: string;
  readonly address?: string;
  readonly source?: string;
  readonly triggerSource?: string;
}

/** Listens to everything, and says what it heard until it is told to stop. */
async function listen(excel: SimulatedExcel): Promise<{ heard: Heard[]; stop: () => Promise<void> }> {
  const heard: Heard[] = [];
  const hear = (event: unknown): Promise<void> => {
    const { type, changeType, address, source, triggerSource } = event as Event;
    heard.push([changeType ?? type, address, source, triggerSource].filter((part) => part !== undefined));
    return Promise.resolve();
  };
  const handlers = await excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const added = [
      worksheets.onChanged.add(hear),
      worksheets.onAdded.add(hear),
      worksheets.onDeleted.add(hear),
      worksheets.onActivated.add(hear),
      worksheets.onRowSorted.add(hear),
      worksheets.onSelectionChanged.add(hear),
      tables.onChanged.add(hear),
    ] as OfficeExtension.EventHandlerResult<unknown>[];
    await context.sync();
    return added;
  });
  const stop = async (): Promise<void> => {
    for (const handler of handlers) handler.remove();
    await handlers[0]!.context.sync();
  };
  return { heard, stop };
}

test("the edits of the person, of others and of the add-in are told apart", async () => {
  const excel = await open();
  const { heard, stop } = await listen(excel);
  excel.host.person.type("評価表!B2", 5);
  excel.host.coAuthor.type("評価表!A3", "広聴");
  await excel.settled();
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem("評価表").getRange("A2:B2").values = [["広報紙", 6]];
    await context.sync();
  });
  await excel.settled();
  expect(heard).toEqual([
    ["RangeEdited", "B2", "Local", "Unknown"],
    ["RangeEdited", "A3", "Remote", "Unknown"],
    ["RangeEdited", "A2:B2", "Local", "ThisLocalAddin"],
  ]);

  await stop();
  excel.host.person.type("評価表!B2", 7);
  await excel.settled();
  expect(heard).toHaveLength(3);
  expect(excel.host.book.events.listeners).toBe(0);
  expect(excel.faults).toEqual([]);
});

test("rows, sorting, sheets and the selection are told", async () => {
  const excel = await open();
  const { heard } = await listen(excel);
  const { person } = excel.host;
  person.insertRows("評価表!2:3");
  person.deleteRows("評価表!2:3");
  person.sort("評価表!A2:B3", "B");
  person.select("評価表!B3");
  person.addSheet("新");
  person.activate("新");
  person.deleteSheet("新");
  await excel.settled();
  expect(heard.map(([type, address]) => [type, address])).toEqual([
    ["RowInserted", "2:3"],
    ["RowDeleted", "2:3"],
    ["WorksheetRowSorted", "A2:B3"],
    ["WorksheetSelectionChanged", "B3"],
    ["WorksheetAdded", "Local"],
    ["WorksheetActivated", undefined],
    ["WorksheetActivated", undefined],
    ["WorksheetDeleted", "Local"],
  ]);
  expect(excel.host.book.sheet("評価表")!.cell(2, 1).value).toBe("窓口");
});

test("an event says what a single cell held, and gives its range", async () => {
  const excel = await open();
  const found: unknown[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem("評価表").onChanged.add((event) =>
      excel.run(async (inner) => {
        const range = event.getRange(inner).load("values");
        await inner.sync();
        found.push(event.details.valueBefore, range.values);
      }),
    );
    await context.sync();
  });
  excel.host.person.type("B2", 5);
  await excel.settled();
  expect(found).toEqual([3, [[5]]]);
});

test("a table tells of its cells, and nothing is told while events are off", async () => {
  const excel = await open();
  await excel.run(async (context) => {
    context.workbook.tables.add("評価表!A1:B3", true);
    await context.sync();
  });
  await excel.settled();
  const { heard } = await listen(excel);
  excel.host.person.type("評価表!B2", 5);
  excel.host.person.type("評価表!D9", "表の外");
  await excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem("評価表").getRange("A9").values = [["静かに"]];
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await excel.settled();
  expect(heard.map(([, address]) => address)).toEqual(["B2", "B2", "D9"]);
});

test("only an Excel of ExcelApi 1.17 tells that a sheet was renamed", async () => {
  const listenToNames = async (excel: SimulatedExcel): Promise<string[]> => {
    const names: string[] = [];
    await excel.run(async (context) => {
      context.workbook.worksheets.onNameChanged.add(({ nameBefore, nameAfter }) => {
        names.push(`${nameBefore} → ${nameAfter}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    excel.host.person.renameSheet("評価表", "様式1");
    await excel.settled();
    return names;
  };
  expect(await listenToNames(await open({ sets: { ExcelApi: "1.17" } }))).toEqual(["評価表 → 様式1"]);
  await expect(listenToNames(await open())).rejects.toMatchObject({ code: "ApiNotFound" });
});

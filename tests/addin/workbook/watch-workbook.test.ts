import { describe, expect, test } from "vitest";
import { addSheets } from "../../../addin/workbook/add-sheets.ts";
import { appendAcceptances } from "../../../addin/workbook/append-acceptances.ts";
import { applyEdits } from "../../../addin/workbook/apply-edits.ts";
import type { runExcel } from "../../../addin/workbook/run-excel.ts";
import type { WorkbookChange } from "../../../addin/workbook/sheet-list.ts";
import { watchWorkbook, type Watch } from "../../../addin/workbook/watch-workbook.ts";
import { openSimulatedExcel, type SimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { hazardWorkbook } from "./hazard-workbooks.ts";

/** Milliseconds that the watcher waits in these tests. */
const quiet = 20;

interface Watched {
  readonly excel: SimulatedExcel;
  readonly watch: Watch;
  readonly run: typeof runExcel;
  readonly changes: WorkbookChange[];
  readonly selections: { sheet: string; address: string }[];
  readonly failures: unknown[];
  /** Waits until what has happened is told, or would have been. */
  readonly told: () => Promise<void>;
}

async function watched(excelApi = "1.17"): Promise<Watched> {
  const bytes = await hazardWorkbook((sheet, workbook) => {
    for (let row = 1; row <= 6; row++) sheet.addRow([`行${7 - row}`, row, "備考"]);
    workbook.addWorksheet("様式2").getCell("A1").value = "二枚目";
  });
  const excel = await openSimulatedExcel(bytes, { sets: { ExcelApi: excelApi } });
  const run: typeof runExcel = (work) => excel.run({ delayForCellEdit: true }, work);
  const changes: WorkbookChange[] = [];
  const selections: { sheet: string; address: string }[] = [];
  const failures: unknown[] = [];
  const listener = {
    changed: (change: WorkbookChange) => void changes.push(change),
    selected: (place: { sheet: string; address: string }) => void selections.push(place),
    failed: (error: unknown) => void failures.push(error),
  };
  const supports = (version: string) => excel.host.requirements.isSupported("ExcelApi", version);
  const watch = await run((context) => watchWorkbook(context, listener, { run, supports, quiet }));
  const told = async (): Promise<void> => {
    await excel.settled();
    await new Promise((resolve) => setTimeout(resolve, 2 * quiet));
    await excel.settled();
  };
  return { excel, watch, run, changes, selections, failures, told };
}

const order = ["評価表", "様式2"];
const nothing = { changedSheets: [], added: [], removed: [], renamed: [], order, structural: false };

describe.each([
  ["people", "person"],
  ["co-authors", "coAuthor"],
] as const)("what %s do is told", (_, who) => {
  test("typing: which sheets are to be read again, once", async () => {
    const { excel, changes, told } = await watched();
    for (const cell of ["A1", "A2", "A3"]) excel.host[who].type(`評価表!${cell}`, "直した");
    await told();
    expect(changes).toEqual([{ ...nothing, changedSheets: ["評価表"] }]);
    expect(excel.faults).toEqual([]);
  });

  test.each([
    ["insertRows", ["評価表!3:5"]],
    ["deleteRows", ["評価表!3:3"]],
    ["insertColumns", ["評価表!B:B"]],
    ["deleteColumns", ["評価表!B:B"]],
    ["sort", ["評価表!A1:C6", "A"]],
  ] as const)("%s: cells no longer stand where they stood", async (what, args) => {
    const { excel, changes, told } = await watched();
    (excel.host[who][what] as (...values: readonly string[]) => void)(...args);
    await told();
    expect(changes).toEqual([{ ...nothing, changedSheets: ["評価表"], structural: true }]);
  });

  test("sheets added, removed, moved", async () => {
    const { excel, changes, told } = await watched();
    excel.host[who].addSheet("様式3");
    await told();
    excel.host[who].moveSheet("様式3", 0);
    await told();
    excel.host[who].deleteSheet("様式2");
    await told();
    const added = { added: ["様式3"], changedSheets: ["様式3"], order: [...order, "様式3"], structural: true };
    expect(changes).toEqual([
      { ...nothing, ...added },
      { ...nothing, order: ["様式3", ...order], structural: true },
      { ...nothing, removed: ["様式2"], order: ["様式3", "評価表"], structural: true },
    ]);
  });

  test("a renamed sheet, with what is typed on it", async () => {
    const { excel, changes, told } = await watched();
    excel.host[who].renameSheet("様式2", "第二様式");
    excel.host[who].type("第二様式!A1", "直した");
    await told();
    const renamed = [{ from: "様式2", to: "第二様式" }];
    expect(changes).toEqual([
      { ...nothing, changedSheets: ["第二様式"], renamed, order: ["評価表", "第二様式"], structural: true },
    ]);
  });
});

test.each([
  [
    "typing",
    (excel: SimulatedExcel) => {
      excel.host.person.type("評価表!A1", "直した");
    },
    ["評価表"],
  ],
  [
    "selecting a cell",
    (excel: SimulatedExcel) => {
      excel.host.person.select("評価表!B2");
    },
    [],
  ],
  [
    "going to another sheet",
    (excel: SimulatedExcel) => {
      excel.host.person.activate("第二様式");
    },
    [],
  ],
] as const)("an Excel that does not tell of renamed sheets: noticed at %s", async (_, act, changedSheets) => {
  const { excel, changes, told } = await watched("1.13");
  excel.host.person.renameSheet("様式2", "第二様式");
  await told();
  expect(changes).toEqual([]);
  act(excel);
  await told();
  const renamed = [{ from: "様式2", to: "第二様式" }];
  expect(changes).toEqual([{ ...nothing, changedSheets, renamed, order: ["評価表", "第二様式"], structural: true }]);
  expect(excel.faults).toEqual([]);
});

describe.each(["1.13", "1.17"])("the pane's own writes are not told (ExcelApi %s)", (version) => {
  test("edits, lines, sheets", async () => {
    const { excel, watch, run, changes, told } = await watched(version);
    const edits = [{ sheet: "評価表", address: "A1", expected: "行6", value: "直した" }];
    await watch.own(() => run((context) => applyEdits(context, edits)));
    const accepted = { ruleId: "r", record: "", field: "", value: "", reason: "理由", by: "甲", on: "2026-04-01" };
    await watch.own(() => run((context) => appendAcceptances(context, [accepted])));
    const look = { vertical: "top" } as const;
    const columns = [{ title: "列", width: 10, headingLook: look, look }];
    const sheet = { key: "k", name: "表", tableName: "t", tableStyle: "TableStyleLight1" as const, columns, rows: [] };
    const made = [{ ...sheet, headingHeight: 15, rowHeights: [], isProtected: true }];
    await watch.own(() => run((context) => addSheets(context, made)));
    await told();
    expect(changes).toEqual([]);
    expect(excel.faults).toEqual([]);
  });

  test("while what others do meanwhile is", async () => {
    const { excel, watch, run, changes, told } = await watched(version);
    const edits = [{ sheet: "評価表", address: "A1", expected: "行6", value: "直した" }];
    await watch.own(async () => {
      excel.host.coAuthor.type("様式2!A1", "共同編集");
      await run((context) => applyEdits(context, edits));
    });
    await told();
    expect(changes).toEqual([{ ...nothing, changedSheets: ["様式2"] }]);
  });
});

test("the selected cell is told with the name of its sheet", async () => {
  const { excel, selections, told } = await watched();
  excel.host.person.select("評価表!B2");
  await told();
  expect(selections).toEqual([{ sheet: "評価表", address: "B2" }]);
});

test("a workbook that is changed without end is told of now and then", async () => {
  const { excel, watch, run } = await watched();
  await watch.stop();
  const changes: WorkbookChange[] = [];
  const listener = { changed: (change: WorkbookChange) => void changes.push(change) };
  await run((context) => watchWorkbook(context, listener, { run, supports: () => false, quiet: 10_000, longest: 50 }));
  for (let i = 0; i < 20; i++) {
    excel.host.person.type("評価表!A1", i);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(changes.length).toBeGreaterThanOrEqual(1);
});

test("while a cell is edited the change waits, and is not lost", async () => {
  const { excel, changes, failures, told } = await watched();
  excel.host.person.type("評価表!A1", "直した");
  excel.host.startCellEdit();
  await told();
  expect(changes).toEqual([]);
  excel.host.endCellEdit();
  await told();
  expect(changes).toEqual([{ ...nothing, changedSheets: ["評価表"] }]);
  expect(failures).toEqual([]);
});

test("where the sheets cannot be listed that is told, and the change with the next one", async () => {
  const { excel, changes, failures, told } = await watched();
  excel.host.failNext({ code: "GeneralException", match: /Worksheets/u, times: 1 });
  excel.host.person.insertRows("評価表!2:2");
  await told();
  expect([changes.length, failures.length]).toEqual([0, 1]);
  excel.host.person.type("様式2!A1", "直した");
  await told();
  expect(changes).toEqual([{ ...nothing, changedSheets: ["評価表", "様式2"], structural: true }]);
});

test("stop removes every handler, and nothing is told any more", async () => {
  const { excel, watch, changes, told } = await watched();
  expect(excel.host.book.events.listeners).toBeGreaterThan(5);
  excel.host.person.type("評価表!A1", "直した");
  await watch.stop();
  excel.host.person.type("評価表!A2", "直した");
  await told();
  expect(excel.host.book.events.listeners).toBe(0);
  expect(changes).toEqual([]);
  expect(excel.faults).toEqual([]);
});

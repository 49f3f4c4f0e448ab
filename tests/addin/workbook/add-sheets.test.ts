import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { addSheets } from "../../../addin/workbook/add-sheets.ts";
import { readWorkbook } from "../../../addin/workbook/read-workbook.ts";
import { newWorkbook } from "../../../core/new-workbook/new-workbook.ts";
import { newWorkbookSheets } from "../../../core/new-workbook/new-workbook-sheets.ts";
import { structureSnapshot } from "../../../core/structure/structure-snapshot.ts";
import { structuredSheets } from "../../../core/structure/structured-sheets.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import type { SheetDescription } from "../../../core/workbook/sheet-description.ts";
import type { SheetSnapshot } from "../../../core/workbook/snapshot.ts";
import { writeNewWorkbook } from "../../../renderer/structure/write-new-workbook.ts";
import { writeStructuredWorkbook } from "../../../renderer/structure/write-structured-workbook.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { openSimulatedExcel, type SimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { placeless } from "../../support/placeless.ts";
import { SAMPLES, samplePath } from "../../support/samples.ts";
import { FORMS } from "../../support/sheet.ts";
import { hazardWorkbook } from "./hazard-workbooks.ts";

const forms = Object.values(FORMS);
const source = { file: "元.xlsx", sha256: "0".repeat(64), madeOn: "2026-04-01" };
const look = { vertical: "top" } as const;

function described(part: Partial<SheetDescription> = {}): SheetDescription {
  const rows = part.rows ?? [[{ value: "交流" }, { value: 3, format: '0"件"' }]];
  return {
    key: "projects",
    name: "事業",
    tableName: "projects",
    tableStyle: "TableStyleLight1",
    columns: ["事業名", "件数"].map((title) => ({ title, width: 20, headingLook: look, look })),
    headingHeight: 16.5,
    rowHeights: rows.map(() => 16.5),
    isProtected: false,
    ...part,
    rows,
  };
}

async function blank(): Promise<SimulatedExcel> {
  return await openSimulatedExcel(
    await hazardWorkbook((sheet) => {
      sheet.getCell("A1").value = "様式";
    }),
  );
}

async function saved(excel: SimulatedExcel): Promise<SheetSnapshot[]> {
  expect(excel.faults).toEqual([]);
  const { sheets } = await readXlsxBytes(await excel.host.save(), "保存.xlsx");
  return [...sheets];
}

/** What a sheet says, whatever it looks like. */
const contentOf = ({ cells, tables, merges }: SheetSnapshot) => ({
  cells: cells.map(({ row, column, value, text }) => ({ row, column, value, text })),
  tables,
  merges,
});

describe.each(SAMPLES.map(([, name]) => name))("整形 of %s in Excel", (name) => {
  test("adds the sheets that the command line writes, and leaves the form sheets as they are", async () => {
    const bytes = readFileSync(samplePath(name));
    const before = await readXlsxBytes(bytes, name);
    const recognised = recogniseForm(before, forms);
    const structured = structureSnapshot(before, recognised);
    const excel = await openSimulatedExcel(bytes);
    const { sheets, hasPrintSetup } = await excel.run((context) => addSheets(context, structuredSheets(structured)));
    expect(hasPrintSetup).toBe(true);

    const after = await saved(excel);
    expect(after.slice(0, before.sheets.length)).toEqual(before.sheets);
    const file = await readXlsxBytes(await writeStructuredWorkbook(structured, source), "データ.xlsx");
    const made = after.slice(before.sheets.length);
    expect(made.map(contentOf)).toEqual(file.sheets.slice(1).map(contentOf));
    expect(made.map((sheet) => sheet.name)).toEqual(sheets.map((sheet) => sheet.name));

    const data = recogniseForm({ sheets: made }, forms);
    expect(placeless(data.document)).toEqual(placeless(recognised.document));
  });

  test("takes few syncs, each within the payload, and is read back the same through Office.js", async () => {
    const bytes = readFileSync(samplePath(name));
    const before = await readXlsxBytes(bytes, name);
    const structured = structureSnapshot(before, recogniseForm(before, forms));
    const excel = await openSimulatedExcel(bytes);
    await excel.run((context) => addSheets(context, structuredSheets(structured)));
    const batches = excel.host.batches.filter(({ log }) => log.length > 0);
    expect(batches.length).toBeLessThanOrEqual(6);
    expect(Math.max(...batches.map(({ requestBytes }) => requestBytes))).toBeLessThan(5 * 1024 * 1024);
    const { sheets } = await excel.run(readWorkbook);
    expect(sheets).toEqual(await saved(excel));
  });
});

test.each(forms.map((form) => [form.name, form] as const))(
  "an empty workbook of %s is that of the command line",
  async (_, form) => {
    const made = newWorkbook(form, { fiscalYear: 2026, rows: 5 });
    const excel = await blank();
    await excel.run((context) => addSheets(context, newWorkbookSheets(made)));
    const file = await readXlsxBytes(await writeNewWorkbook(made, "2026-04-01"), "新.xlsx");
    expect((await saved(excel)).slice(1).map(contentOf)).toEqual(file.sheets.map(contentOf));
  },
);

describe("names", () => {
  test("that are taken get a number, of sheets and of tables", async () => {
    const excel = await blank();
    await excel.run((context) => addSheets(context, [described()]));
    const again = await excel.run((context) =>
      addSheets(context, [described(), described({ key: "more", name: "評価表" })]),
    );
    expect(again.sheets).toEqual([
      { key: "projects", name: "事業2" },
      { key: "more", name: "評価表2" },
    ]);
    const sheets = await saved(excel);
    expect(sheets.map(({ name, tables }) => [name, tables.map((table) => table.name)])).toEqual([
      ["評価表", []],
      ["事業", ["projects"]],
      ["事業2", ["projects2"]],
      ["評価表2", ["projects3"]],
    ]);
  });

  test("of choices follow the sheet that holds them", async () => {
    const excel = await blank();
    const choices = described({ key: "codes", name: "評価表", rows: [[{ value: "A" }], [{ value: "B" }]] });
    const on = { key: "codes", column: 1, first: 2, last: 3 };
    const columns = described().columns.map((column, i) =>
      i > 0
        ? column
        : { ...column, validation: { rule: { kind: "listed", on, error: "一覧から選んでください。" } } as const },
    );
    await excel.run((context) => addSheets(context, [described({ columns }), choices]));
    expect(await xml(excel, 2)).toMatch(
      /type="list"[^>]*sqref="A2(?::A2)?"[^>]*><formula1>'?評価表2'?!\$A\$2:\$A\$3</u,
    );
  });
});

/** The part of a saved sheet. */
async function xml(excel: SimulatedExcel, sheet: number): Promise<string> {
  expect(excel.faults).toEqual([]);
  return strFromU8(unzipSync(await excel.host.save())[`xl/worksheets/sheet${sheet}.xml`]!);
}

test("cells hold what the description says: texts as texts, numbers as numbers in their format", async () => {
  const values = [
    "=1+1",
    "1-2",
    "0012",
    "5月",
    "'引用",
    "TRUE",
    "一行目\n二行目",
    `=${"長".repeat(300)}`,
    true,
    -5,
    0.98,
  ];
  const excel = await blank();
  await excel.run((context) => addSheets(context, [described({ rows: values.map((value) => [{ value }]) })]));
  const cells = (await saved(excel))[1]!.cells.filter(({ row }) => row > 1);
  expect(cells.map(({ value }) => value)).toEqual(values);
  expect(cells.filter(({ formula, date }) => formula ?? date)).toEqual([]);
});

test("a sheet without rows has a Table with one blank row", async () => {
  const excel = await blank();
  await excel.run((context) => addSheets(context, [described({ rows: [] })]));
  expect((await saved(excel))[1]!.tables).toMatchObject([{ range: { top: 1, left: 1, bottom: 2, right: 2 } }]);
});

test("widths, the frozen heading, dropdowns, limits and messages are in the saved file", async () => {
  const excel = await blank();
  const [name, count] = described().columns;
  const prompt = { title: "事業名", message: "※必須です。" };
  const columns = [
    {
      ...name!,
      width: 30,
      validation: { rule: { kind: "list", choices: ["甲", "乙"], error: "一覧から。" } as const, prompt },
    },
    {
      ...count!,
      width: 13,
      validation: { rule: { kind: "whole", minimum: 0, maximum: 10, error: "数だけ。" } as const },
    },
  ];
  await excel.run((context) => addSheets(context, [described({ columns })]));
  const sheet = await xml(excel, 2);
  expect(sheet).toMatch(
    /type="list"[^>]*prompt="※必須です。"[^>]*sqref="A2[^>]*><formula1>"甲,乙"|type="list"[^>]*sqref="A2/u,
  );
  expect(sheet).toContain("※必須です。");
  expect(sheet).toMatch(/type="whole"[^>]*errorStyle="warning"|errorStyle="warning"[^>]*type="whole"/u);
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toMatch(/<col min="1" max="1" width="30"/u);
  expect(sheet).toMatch(/<col min="2" max="2" width="13"/u);
  expect(sheet).toContain('orientation="landscape"');
});

test("a protected sheet leaves only its open cells to be changed", async () => {
  const excel = await blank();
  const [name, count] = described().columns;
  const columns = [{ ...name!, isUnlocked: true as const }, count!];
  await excel.run((context) => addSheets(context, [described({ columns, isProtected: true })]));
  excel.host.person.type("事業!A2", "相談");
  expect((await saved(excel))[1]!.cells.find(({ row, column }) => row === 2 && column === 1)?.value).toBe("相談");
  expect(() => {
    excel.host.person.type("事業!B2", 5);
  }).toThrow();
});

test("links lead to cells of this workbook", async () => {
  const excel = await blank();
  const rows = [[{ value: "A1", link: { sheet: "評価表", address: "A1" } }], [{ value: "なし" }]];
  await excel.run((context) => addSheets(context, [described({ rows })]));
  const cells = (await saved(excel))[1]!.cells.filter(({ row }) => row > 1);
  expect(cells.map(({ text, hyperlink }) => [text, hyperlink])).toEqual([
    ["A1", "#'評価表'!$A$1"],
    ["なし", undefined],
  ]);
});

test("10,000 rows go over in as few requests as their payload allows", async () => {
  const text = "事業の実績は前年度を上回った。".repeat(10);
  const rows = Array.from({ length: 10_000 }, (_, i) => [{ value: `${i} ${text}` }, { value: i }]);
  const excel = await blank();
  await excel.run((context) => addSheets(context, [described({ rows })]));
  const requests = excel.host.batches.map(({ requestBytes }) => requestBytes);
  expect(Math.max(...requests)).toBeLessThan(5 * 1024 * 1024);
  expect(requests.length).toBeLessThanOrEqual(8);
  expect(excel.host.book.sheet("事業")!.cell(10_001, 2).value).toBe(9999);
  expect(excel.faults).toEqual([]);
});

describe("where Excel refuses", () => {
  test("nothing is left behind", async () => {
    const excel = await blank();
    excel.host.failNext({ code: "MergedRangeConflict", match: /Values/u, times: 1 });
    await expect(excel.run((context) => addSheets(context, [described()]))).rejects.toThrow();
    const { sheets } = await readXlsxBytes(await excel.host.save(), "保存.xlsx");
    expect(sheets.map(({ name }) => name)).toEqual(["評価表"]);
  });

  test("to set up the page, the sheets stay", async () => {
    const excel = await blank();
    excel.host.failNext({ code: "GeneralException", match: /PageLayout/u, times: 1 });
    const added = await excel.run((context) => addSheets(context, [described()]));
    expect(added).toEqual({ sheets: [{ key: "projects", name: "事業" }], hasPrintSetup: false });
    expect((await saved(excel)).map(({ name }) => name)).toEqual(["評価表", "事業"]);
  });

  test("a request as too large, it is sent in halves", async () => {
    const excel = await blank();
    const rows = Array.from({ length: 1200 }, (_, i) => [{ value: `事業${i}` }, { value: i }]);
    excel.host.failNext({ code: "RequestPayloadSizeLimitExceeded", match: /Values/u, times: 1 });
    await excel.run((context) => addSheets(context, [described({ rows })]));
    expect((await saved(excel))[1]!.cells).toHaveLength(2402);
  });
});

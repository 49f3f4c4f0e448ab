import { expect, test } from "vitest";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import { FORMS, runningTexts, sheet, tables, texts, workbook, type Grid } from "../../support/sheet.ts";

const YEARS = ["令和元年度", "令和2年度", "令和3年度", "計"];
const UPPER = ["No. 8 - 1", "<", "年度別の取組計画", "<", "<", "<"];
const LOWER = ["令和3年度目標", "平成30年度末の現況", ...YEARS];
const COST = ["事業費(百万円)", null, 118, 118, 118, 354];
const plan = (name: string) => [name, "検証", `${name}を調整`, "-", "_", name];

function expectNothingLost(grid: Grid): void {
  const book = workbook(sheet(grid));
  expect(ledgerFaults(book, recogniseDocument(book, FORMS["nerima-action-plan"]))).toEqual([]);
}

test("years, corner and cost row", () => {
  const grid: Grid = [UPPER, LOWER, plan("配置"), COST];
  const [table, ...others] = tables("nerima-action-plan", grid);
  expect(others).toEqual([]);
  expect(table?.corner?.text).toBe("No. 8 - 1");
  expect(table?.periods.map(({ fiscalYear }) => fiscalYear?.gregorian)).toEqual([2019, 2020, 2021]);
  expect(table?.records.map(({ kind }) => kind)).toEqual(["record", "cost"]);
  expect(texts(table, "target", "baseline", "plan", "total")).toEqual([
    ["配置", "検証", "配置を調整", "-", "_", "配置"],
    ["事業費(百万円)", "", "118", "118", "118", "354"],
  ]);
  expectNothingLost(grid);
});

test("headings of target and baseline merged over both rows: there is no corner", () => {
  const grid: Grid = [["令和3年度目標", "現況", "年度別の取組計画", "<", "<", "<"], ["^", "^", ...YEARS], plan("配置")];
  const [table] = tables("nerima-action-plan", grid);
  expect(table?.corner).toBeUndefined();
  expect(table?.missingHeadings).toEqual([]);
  expect(texts(table, "target")).toEqual([["配置"]]);
  expectNothingLost(grid);
});

test("the corner is missing", () => {
  const grid: Grid = [[null, null, "年度別の取組計画", "<", "<", "<"], LOWER, plan("配置")];
  expect(tables("nerima-action-plan", grid)[0]?.corner).toBeUndefined();
  expectNothingLost(grid);
});

test("markers, group numbers and group rows", () => {
  const grid: Grid = [
    [null, null, ...UPPER],
    [null, null, ...LOWER],
    [null, 1, "① 支援体制の充実", "<", "<", "<", "<", "<"],
    ["*", null, ...plan("強化")],
    [null, 2, "連携の強化", "<", "<", "<", "<", "<"],
    ["*", null, ...plan("協議")],
    [null, null, ...COST],
  ];
  const [table, ...others] = tables("nerima-action-plan", grid);
  expect(others).toEqual([]);
  expect(table?.records.map(({ kind }) => kind)).toEqual(["group", "record", "group", "record", "cost"]);
  expect(texts(table, "marker", "groupNumber", "groupTitle", "target")).toEqual([
    ["∅", "1", "① 支援体制の充実", "∅"],
    ["*", "∅", "∅", "強化"],
    ["∅", "2", "連携の強化", "∅"],
    ["*", "∅", "∅", "協議"],
    ["∅", "∅", "∅", "事業費(百万円)"],
  ]);
  expectNothingLost(grid);
});

test("a section heading over the whole width is no group", () => {
  const grid: Grid = [
    UPPER,
    LOWER,
    plan("配置"),
    ["(2) 学習支援の実施", "<", "<", "<", "<", "<"],
    ["学習支援を行います。", "<", "<", "<", "<", "<"],
    [],
    ["支援を続けます。", "<", "<", "<", "<", "<"],
  ];
  const [table, ...others] = tables("nerima-action-plan", grid);
  expect(others).toEqual([]);
  expect(table?.records).toHaveLength(1);
  expect(runningTexts(recogniseDocument(workbook(sheet(grid)), FORMS["nerima-action-plan"]))).toEqual([
    "heading: (2) 学習支援の実施",
    "title: 学習支援を行います。",
    "paragraph: 支援を続けます。",
  ]);
  expectNothingLost(grid);
});

test("the next plan keeps its own number, though nothing but a blank line parts the two", () => {
  const grid: Grid = [UPPER, LOWER, plan("甲"), [], UPPER.with(0, "No. 8 - 2"), LOWER, plan("乙")];
  expect(tables("nerima-action-plan", grid).map(({ corner, records }) => [corner?.text, records.length])).toEqual([
    ["No. 8 - 1", 1],
    ["No. 8 - 2", 1],
  ]);
  expectNothingLost(grid);
});

test("the same plan goes on after a page break", () => {
  const grid: Grid = [UPPER, LOWER, plan("甲"), [], UPPER, LOWER, plan("乙")];
  expect(tables("nerima-action-plan", grid).map((table) => texts(table, "target").flat())).toEqual([["甲", "乙"]]);
  expectNothingLost(grid);
});

test("a missing baseline is reported", () => {
  const grid: Grid = [
    ["No. 8 - 1", "年度別の取組計画", "<", "<", "<"],
    ["令和3年度目標", ...YEARS],
    ["配置", "調整", "-", "_", "配置"],
  ];
  const [table] = tables("nerima-action-plan", grid);
  expect(table?.missingHeadings).toEqual(["{fiscalYear}末の現況"]);
  expectNothingLost(grid);
});

test("an unknown column to the right of the years", () => {
  const grid: Grid = [
    [...UPPER, "備考"],
    [...LOWER, "^"],
    [...plan("配置"), "特になし"],
  ];
  const [table] = tables("nerima-action-plan", grid);
  expect(Object.values(table?.records[0]?.extras ?? {}).map(({ text }) => text)).toEqual(["特になし"]);
  expectNothingLost(grid);
});

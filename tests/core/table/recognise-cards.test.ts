import { expect, test } from "vitest";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import type { EvaluationTable } from "../../../core/table/evaluation-document.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import { FORMS, outline, sheet, tables, texts, workbook, type Grid, type SheetOptions } from "../../support/sheet.ts";

/** A block of the Kawasaki form over six columns. */
const block = (name: string, years: readonly string[] = ["現状", "2011年度", "2012年度"]): Grid => [
  ["事務事業名", name, "<", "<", "所管課", "こども本部"],
  ["事務事業の概要", `${name}の概要`, "<", "<", "<", "<"],
  ["達成状況", "3", "点検結果", "C", "重点", "重点"],
  ["年度", ...years],
  ["事業目標", ...years.map((year) => `${name}の${year}目標`)],
  ["実行計画と差異のある事業目標", "<"],
  ["実績", "<", ...years.slice(1).map((year) => `${name}の${year}実績`)],
];

function cards(grid: Grid, options?: SheetOptions): EvaluationTable[] {
  const book = workbook(sheet(grid, options));
  expect(ledgerFaults(book, recogniseDocument(book, FORMS["kawasaki-evaluation"]))).toEqual([]);
  return tables("kawasaki-evaluation", grid, options).filter(({ layout }) => layout === "card");
}

test("labels, values and values by period", () => {
  const [table, ...others] = cards(block("甲"), { row: 3, column: 2 });
  expect(others).toEqual([]);
  expect(texts(table, "name", "department", "overview", "achievement", "inspection")).toEqual([
    ["甲", "こども本部", "甲の概要", "3", "C"],
  ]);
  expect(texts(table, "goal", "differingGoal", "result")).toEqual([
    ["甲の現状目標", "甲の2011年度目標", "甲の2012年度目標", "∅", "", "", "∅", "甲の2011年度実績", "甲の2012年度実績"],
  ]);
  expect(table?.periods.map(({ fiscalYear }) => fiscalYear?.gregorian)).toEqual([undefined, 2011, 2012]);
  expect(table?.corner?.text).toBe("年度");
  expect(table?.missingHeadings).toEqual([]);
  expect(table?.range).toEqual({ top: 3, left: 2, bottom: 9, right: 7 });
});

test("a value that reads like its label", () => {
  const [table] = cards(block("甲"));
  expect(table?.records[0]?.values.priority?.cell).toEqual({ sheet: "Sheet1", row: 3, column: 6 });
  expect(table?.labels.priority?.cell).toEqual({ sheet: "Sheet1", row: 3, column: 5 });
});

test.each<[string, Grid[number]]>([
  ["with an empty cell between", ["達成状況", null, "点検結果", "C"]],
  ["left out altogether", ["達成状況", "点検結果", "C"]],
])("an empty value before another label, %s", (_, row) => {
  const [table] = cards(block("甲").with(2, row));
  expect(texts(table, "achievement", "inspection", "priority")).toEqual([["", "C", ""]]);
  expect(table?.missingHeadings).toEqual(["重点"]);
});

test("a missing label leaves a blank", () => {
  const [table] = cards(block("甲").toSpliced(1, 1));
  expect(table?.records[0]?.values.overview).toMatchObject({ value: null, text: "" });
  expect(table?.missingHeadings).toEqual(["事務事業の概要"]);
});

test("blocks follow each other without a blank row", () => {
  const [table, ...others] = cards([...block("甲"), ...block("乙"), [], ...block("丙")]);
  expect(others).toEqual([]);
  expect(texts(table, "name").flat()).toEqual(["甲", "乙", "丙"]);
  expect(table?.records.map(({ range }) => [range.top, range.bottom])).toEqual([
    [1, 7],
    [8, 14],
    [16, 22],
  ]);
});

test("the first block lacks its periods: its values are read as texts", () => {
  const [table] = cards([...block("甲").toSpliced(3, 1), ...block("乙")]);
  expect(texts(table, "name", "goal")).toEqual([
    ["甲", "∅", "∅", "∅"],
    ["乙", "乙の現状目標", "乙の2011年度目標", "乙の2012年度目標"],
  ]);
});

test("a later block lacks its periods: those of the block above hold", () => {
  const [table] = cards([...block("甲"), ...block("乙").toSpliced(3, 1)]);
  expect(texts(table, "goal")[1]).toEqual(["乙の現状目標", "乙の2011年度目標", "乙の2012年度目標"]);
});

test("blocks with other periods stand under their own", () => {
  const [table] = cards([
    ...block("甲", ["2011年度", "2012年度"]),
    ...block("乙", ["2012年度", "2013年度", "2014年度以降"]),
  ]);
  expect(table?.periods.map(({ label }) => label.text)).toEqual(["2011年度", "2012年度", "2013年度", "2014年度以降"]);
  expect(table?.periods.at(-1)?.fiscalYear).toEqual({ gregorian: 2014, onward: true });
  expect(texts(table, "goal")).toEqual([
    ["甲の2011年度目標", "甲の2012年度目標", "∅", "∅"],
    ["∅", "乙の2012年度目標", "乙の2013年度目標", "乙の2014年度以降目標"],
  ]);
});

test("a period that comes twice keeps both values", () => {
  const [table] = cards(block("甲", ["計画", "実績見込", "計画"]));
  expect(table?.periods).toHaveLength(3);
  expect(texts(table, "goal")[0]).toHaveLength(3);
});

test("a value merged over two periods stands under the first", () => {
  const [table] = cards(block("甲").with(4, ["事業目標", "通年の目標", "<", "最後の目標"]));
  expect(texts(table, "goal")).toEqual([["通年の目標", "", "最後の目標"]]);
});

test("a section heading between blocks keeps its place", () => {
  const grid = [...block("甲"), [">>前のページへ戻る"], ...block("乙"), ["<次の施策>"], ...block("丙")];
  expect(cards(grid).map((table) => texts(table, "name").flat())).toEqual([["甲", "乙"], ["丙"]]);
  const document = recogniseDocument(workbook(sheet(grid)), FORMS["kawasaki-evaluation"]);
  expect(outline(document)).toEqual(["[2]", ">>前のページへ戻る", "<次の施策>", "[1]"]);
});

test("a text beside or under a block is kept", () => {
  const grid = [...block("甲").with(1, ["事務事業の概要", "概要", "<", "<", "<", "<", "欄外"]), ["担当者 山田"]];
  expect(cards(grid)).toHaveLength(1);
});

test("a second row of years below values that stand under the years above takes none of them away", () => {
  const late = block("乙").filter(([label]) => label !== "年度");
  for (const row of [
    [null, "年度"],
    ["年度", "2019年度"],
  ]) {
    const [table] = cards([...block("甲"), ...late, row]);
    expect(texts(table, "goal")[1]).toEqual(["乙の現状目標", "乙の2011年度目標", "乙の2012年度目標"]);
  }
});

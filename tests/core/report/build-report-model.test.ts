import { describe, expect, test } from "vitest";
import { buildReportModel } from "../../../core/report/build-report-model.ts";
import { isNumeric } from "../../../core/report/list-table.ts";
import type { ReportCards, ReportList, ReportMatrix, ReportModel } from "../../../core/report/report-model.ts";
import { FORMS, read, type FormName, type Grid, type GridCell } from "../../support/sheet.ts";

const OPTIONS = { issuedOn: "2026-04-01", workbook: "評価表", unconfirmed: false };

const model = (name: FormName, grid: Grid): ReportModel => buildReportModel(FORMS[name], read(name, grid), OPTIONS);

function list(name: FormName, grid: Grid): ReportList {
  const part = model(name, grid).parts.find(({ kind }) => kind === "list" || kind === "yearly-plan");
  return part as ReportList;
}

const OGORI: readonly GridCell[] = [
  "No.",
  "事業名",
  "担当課",
  "内容",
  "実施状況(令和3年度)",
  "評価",
  "今後の取り組み",
  "方向性",
];
const whole = (name: string): GridCell[] => [1, name, "子ども課", "内容", "実施", "A", "続ける", "継続"];
const rest = (department: string): GridCell[] => [null, null, department, null, "実施", "B", "続ける", "充実"];

const PLAN: Grid = [
  [null, null, "No. 8 - 1", "<", "年度別の取組計画", "<", "<", "<"],
  [null, null, "令和3年度目標", "現況", "令和元年度", "令和2年度", "令和3年度", "計"],
  [null, 1, "支援体制の充実", "<", "<", "<", "<", "<"],
  ["*", null, "配置", "検証", "調整", "-", "_", "配置"],
  [null, null, "事業費(百万円)", null, 118, 118, "1,180", 354],
];

const headings = (table: ReportList) =>
  table.headingRows.map((row) => row.map(({ text, colspan }) => (colspan > 1 ? `${text}×${colspan}` : text)));

describe("the whole model", () => {
  test("says what it was made from", () => {
    expect(model("ogori-progress", [["進捗状況"], OGORI, whole("甲")])).toMatchObject({
      title: "進捗状況",
      municipality: "小郡市",
      form: { name: "ogori-progress", title: "子ども・子育て支援事業計画 進捗状況" },
      fiscalYear: { gregorian: 2021, label: "令和3年度" },
      issuedOn: "2026-04-01",
      workbook: "評価表",
      unconfirmed: false,
    });
  });

  test("takes the title of the form where the workbook has none", () => {
    expect(model("ogori-progress", [OGORI, whole("甲")]).title).toBe(
      "子ども・子育て支援事業計画 進捗状況（令和3年度）",
    );
    const yearless = model("ogori-progress", [OGORI.with(4, "実施状況"), whole("甲")]);
    expect(yearless.title).toBe("子ども・子育て支援事業計画 進捗状況");
    expect(yearless.fiscalYear).toBeNull();
  });

  test("keeps the order of the sheet, with the cell of every text", () => {
    const { parts } = model("ogori-progress", [["1 子育て"], OGORI, whole("甲"), ["※ 注"]]);
    expect(parts.map(({ kind }) => kind)).toEqual(["text", "list", "text"]);
    expect(parts[0]).toEqual({ kind: "text", role: "heading", level: 1, text: "1 子育て", cell: "Sheet1!A1" });
  });

  test.each<[FormName, Grid]>([
    ["ogori-progress", [["1 子育て"], [...OGORI, "備考"], [...whole("甲"), "なし"], rest("学校課"), ["※ 注"]]],
    ["nerima-action-plan", PLAN],
    [
      "kawasaki-evaluation",
      [
        ["事務事業名", "甲", "所管課", "課"],
        ["年度", "現状", "2012年度"],
        ["実績", "<", "実施"],
      ],
    ],
  ])("%s: is plain data", (name, grid) => {
    const made = model(name, grid);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });
});

describe("lists", () => {
  test.each<[string, FormName, Grid]>([
    ["with widths of the form", "ogori-progress", [OGORI, whole("甲")]],
    [
      "with unknown columns",
      "ogori-progress",
      [
        ["区分", ...OGORI, "備考", "記入者"],
        ["ア", ...whole("甲"), "-", "-"],
      ],
    ],
    ["with columns without heading", "nerima-action-plan", PLAN],
  ])("widths sum to 100, %s", (_, name, grid) => {
    const { columns } = list(name, grid);
    expect(Math.abs(columns.reduce((sum, { width }) => sum + width, 0) - 100)).toBeLessThan(0.1);
    expect(columns.every(({ width }) => width > 0)).toBe(true);
  });

  test.each<[string, GridCell[]]>([
    ["left blank", rest("学校課")],
    ["repeated in full", whole("甲").with(2, "学校課")],
    ["merged", ["^", "^", "学校課", "^", "実施", "B", "続ける", "充実"]],
  ])("groups that are %s are printed as one", (_, second) => {
    const { groups } = list("ogori-progress", [OGORI, whole("甲"), second, whole("乙")]);
    expect(groups.map(({ rows }) => rows.length)).toEqual([2, 1]);
    const [first, next] = groups[0]!.rows;
    expect(first!.cells.map(({ field, rowspan }) => [field, rowspan])).toEqual([
      ["number", 2],
      ["project", 2],
      ["department", 1],
      ["content", 2],
      ["progress", 1],
      ["rating", 1],
      ["nextAction", 1],
      ["direction", 1],
    ]);
    expect(next!.cells.map(({ field }) => field)).toEqual([
      "department",
      "progress",
      "rating",
      "nextAction",
      "direction",
    ]);
  });

  test("without grouped columns every row is a group", () => {
    const headingsOfSendai = ["事業名", "事業概要及び計画内容", "令和5年度実績", "実績に対する評価", "担当局"];
    const row = ["甲", "概要", "1人", "順調", "局"];
    expect(list("sendai-projects", [headingsOfSendai, row, row]).groups).toHaveLength(2);
  });

  test("columns that the form does not know are printed in their place", () => {
    const table = list("ogori-progress", [
      ["区分", ...OGORI, "備考"],
      ["ア", ...whole("甲"), "なし"],
    ]);
    expect(headings(table)).toEqual([["区分", ...OGORI, "備考"]]);
    const cells = table.groups[0]!.rows[0]!.cells;
    expect([cells[0]?.text, cells.at(-1)?.text]).toEqual(["ア", "なし"]);
    expect(table.columns[0]).toMatchObject({ field: "", kind: "text" });
  });

  test("one heading over two fields is printed over both", () => {
    const table = list("kawasaki-evaluation", [
      ["達成状況", "<", "<", "事業数", "うち重点"],
      [1, "上回った", "<", 0, 0],
      ["合計", "<", "<", 0, 0],
    ]);
    expect(headings(table)).toEqual([["達成状況×2", "事業数", "うち重点"]]);
    expect(table.groups.flatMap(({ rows }) => rows.map(({ kind }) => kind))).toEqual(["record", "total"]);
  });
});

describe("yearly plans", () => {
  test("the corner stands over the columns left of the years", () => {
    expect(headings(list("nerima-action-plan", PLAN))).toEqual([
      ["No. 8 - 1×4", "年度別の取組計画×4"],
      ["", "", "令和3年度目標", "現況", "令和元年度", "令和2年度", "令和3年度", "計"],
    ]);
  });

  test("a column right of the years has nothing above it", () => {
    const grid: Grid = [
      ["No. 8 - 1", "<", "年度別の取組計画", "<", "備考"],
      ["令和3年度目標", "現況", "令和元年度", "計", "^"],
      ["配置", "検証", "調整", "配置", "なし"],
    ];
    expect(headings(list("nerima-action-plan", grid))).toEqual([
      ["No. 8 - 1×2", "年度別の取組計画×2", ""],
      ["令和3年度目標", "現況", "令和元年度", "計", "備考"],
    ]);
  });

  test("without a corner the place above stays blank", () => {
    const grid = PLAN.with(0, [null, null, null, null, "年度別の取組計画", "<", "<", "<"]);
    expect(headings(list("nerima-action-plan", grid))[0]).toEqual(["×4", "年度別の取組計画×4"]);
  });

  test("every row of headings and of cells fills the table", () => {
    const table = list("nerima-action-plan", PLAN);
    const spans = [
      ...table.headingRows.map((row) => row.map(({ colspan }) => colspan)),
      ...table.groups.flatMap((group) => group.rows.map(({ cells }) => cells.map(({ colspan }) => colspan))),
    ];
    for (const row of spans) expect(row.reduce((sum, span) => sum + span, 0)).toBe(table.columns.length);
  });

  test("a group's title runs over the table, beside its number", () => {
    const [group] = list("nerima-action-plan", PLAN).groups;
    expect(group!.rows[0]!.kind).toBe("group");
    expect(group!.rows[0]!.cells.map(({ text, kind, colspan }) => [text, kind, colspan])).toEqual([
      ["1", "code", 1],
      ["", "marker", 1],
      ["支援体制の充実", "heading", 6],
    ]);
  });

  test("numbers are told apart", () => {
    const rows = list("nerima-action-plan", PLAN).groups.flatMap((group) => group.rows);
    expect(
      rows
        .at(-1)!
        .cells.slice(2)
        .map(({ numeric }) => numeric),
    ).toEqual([false, false, true, true, true, true]);
  });
});

describe("cards", () => {
  const card = (name: string, years: string[], ...series: Grid): Grid => [
    ["事務事業名", name, "<", "所管課", "課"],
    ["年度", ...years],
    ...series,
  ];
  const cards = (grid: Grid) => model("kawasaki-evaluation", grid).parts[0] as ReportCards;
  const series = (cardsOf: ReportCards, index: number, field: string) =>
    cardsOf.cards[index]!.series.find((one) => one.field === field)!;

  test("a label over the first periods takes their place", () => {
    const made = cards(
      card("甲", ["現状", "2011年度", "2012年度"], ["事業目標", "あ", "い", "う"], ["実績", "<", "え", "お"]),
    );
    expect(made.periodCount).toBe(3);
    expect(series(made, 0, "goal")).toMatchObject({ labelSpan: 1 });
    const result = series(made, 0, "result");
    expect([result.labelSpan, result.cells.map(({ text }) => text)]).toEqual([2, ["え", "お"]]);
  });

  test("every series fills the card, also where a block lacks a period", () => {
    const made = cards([
      ...card("甲", ["2011年度", "2012年度", "2013年度"], ["実績", "あ", "い", "う"]),
      ...card("乙", ["2011年度", "2013年度"], ["実績", "え", "お"]),
    ]);
    for (const { series: rows } of made.cards) {
      for (const { labelSpan, cells } of rows) expect(labelSpan + cells.length).toBe(made.periodCount + 1);
    }
    expect(series(made, 1, "result").cells.map(({ text }) => text)).toEqual(["え", "", "お"]);
  });

  test("a label that no card shows is spelled as the form does", () => {
    const made = cards(card("甲", ["2011年度"]));
    expect(made.labels.overview).toEqual({ text: "事務事業の概要", cell: "" });
    expect(made.labels.name).toEqual({ text: "事務事業名", cell: "Sheet1!A1" });
  });
});

test("a matrix has its headings once", () => {
  const made = model("kawasaki-evaluation", [
    ["点検結果", "予算・人員等の拡大", "<", "予算・人員等の縮減", "<"],
    ["事業目標どおり", "A", 1, "B", 0],
    ["事業目標を変更", "E", 0, "F", 0],
  ]).parts[0] as ReportMatrix;
  expect(made.corner.text).toBe("点検結果");
  expect(made.columnHeadings.map(({ text, colspan }) => [text, colspan])).toEqual([
    ["予算・人員等の拡大", 2],
    ["予算・人員等の縮減", 2],
  ]);
  expect(made.rows.map(({ heading, cells }) => [heading.text, ...cells.map(({ text }) => text)])).toEqual([
    ["事業目標どおり", "A", "1", "B", "0"],
    ["事業目標を変更", "E", "0", "F", "0"],
  ]);
});

test.each<[string, boolean]>([
  ["1,234", true],
  ["１２３", true],
  ["△5.5", true],
  ["▲3", true],
  [" 12 ", true],
  ["118百万円", false],
  ["-", false],
  ["", false],
  ["令和3年", false],
])("「%s」 is a number: %s", (text, numeric) => {
  expect(isNumeric({ value: text, text, cell: { sheet: "S", row: 1, column: 1 } })).toBe(numeric);
});

test("a date is no number, though its value is one", () => {
  const cell = { sheet: "S", row: 1, column: 1 };
  expect(isNumeric({ value: 44651, text: "令和4年3月31日", date: "2022-03-31", cell })).toBe(false);
  expect(isNumeric({ value: 44651, text: "44,651", cell })).toBe(true);
});

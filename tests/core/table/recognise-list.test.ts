import { describe, expect, test } from "vitest";
import { documentTables } from "../../../core/table/evaluation-document.ts";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import {
  FORMS,
  outline,
  runningTexts,
  sheet,
  tables,
  texts,
  workbook,
  type Grid,
  type GridCell,
} from "../../support/sheet.ts";

const SENDAI: readonly GridCell[] = [
  "事業名",
  "事業概要及び計画内容",
  "令和5年度実績(件数等)",
  "実績に対する評価",
  "担当局",
];
const OGORI: readonly GridCell[] = [
  "No.",
  "事業名",
  "担当課",
  "内容(第2期計画記載)",
  "実施状況(令和3年度)",
  "評価",
  "今後の取り組み",
  "方向性",
];

/** A record of the Sendai form whose texts say where they belong. */
const project = (name: string): readonly GridCell[] => [
  name,
  `${name}の概要`,
  `${name}:1人`,
  `${name}は順調`,
  "子供未来局",
];
const whole = (name: string): readonly GridCell[] => [
  1,
  name,
  "子ども課",
  `${name}の内容`,
  "実施した。",
  "A",
  "続ける。",
  "継続",
];
const rest = (department: string): readonly GridCell[] => [
  null,
  null,
  department,
  null,
  `${department}が実施した。`,
  "B",
  "続ける。",
  "充実",
];

const names = (grid: Grid, options?: Parameters<typeof sheet>[1]) =>
  tables("sendai-projects", grid, options).map((table) => texts(table, "name").flat());

/** Every layout of these tests also has to account for all its texts. */
function expectNothingLost(form: keyof typeof FORMS, grid: Grid, options?: Parameters<typeof sheet>[1]): void {
  const book = workbook(sheet(grid, options));
  expect(ledgerFaults(book, recogniseDocument(book, FORMS[form]))).toEqual([]);
}

describe("where a table stands", () => {
  test.each<{ name: string; grid: Grid; options?: Parameters<typeof sheet>[1]; expected: string[][] }>([
    { name: "at A1", grid: [SENDAI, project("甲"), project("乙")], expected: [["甲", "乙"]] },
    { name: "shifted", grid: [SENDAI, project("甲")], options: { row: 7, column: 4 }, expected: [["甲"]] },
    {
      name: "under title rows",
      grid: [["主な施策の令和5年度実績"], ["令和6年3月31日現在"], [], SENDAI, project("甲")],
      expected: [["甲"]],
    },
    {
      name: "with blank lines inside",
      grid: [SENDAI, [], project("甲"), [], [], project("乙")],
      expected: [["甲", "乙"]],
    },
    { name: "headings only", grid: [SENDAI], expected: [[]] },
    {
      name: "several on a sheet",
      grid: [["1 子育て"], SENDAI, project("甲"), [], ["2 教育"], SENDAI, project("乙")],
      expected: [["甲"], ["乙"]],
    },
    {
      name: "side by side with a gap",
      grid: [
        [...SENDAI, null, ...SENDAI],
        [...project("甲"), null, ...project("乙")],
        [null, null, null, null, null, null, ...project("丙")],
      ],
      expected: [["甲"], ["乙", "丙"]],
    },
    {
      name: "side by side without a gap",
      grid: [
        [...SENDAI, ...SENDAI],
        [...project("甲"), ...project("乙")],
      ],
      expected: [["甲"], ["乙"]],
    },
    {
      name: "side by side, heading repeated in both",
      grid: [
        [...SENDAI, null, ...SENDAI],
        [...project("甲"), null, ...project("乙")],
        [],
        [...SENDAI, null, ...SENDAI],
        [...project("丙"), null, ...project("丁")],
      ],
      expected: [
        ["甲", "丙"],
        ["乙", "丁"],
      ],
    },
    {
      name: "beside each other at different heights",
      grid: [SENDAI, project("甲"), [...project("乙"), null, ...SENDAI], [...project("丙"), null, ...project("丁")]],
      expected: [["甲", "乙", "丙"], ["丁"]],
    },
  ])("$name", ({ grid, options, expected }) => {
    expect(names(grid, options)).toEqual(expected);
    expectNothingLost("sendai-projects", grid, options);
  });

  test("on several sheets, in their order; hidden sheets are passed over", () => {
    const book = workbook(
      sheet([SENDAI, project("甲")], { name: "令和5年度" }),
      sheet([SENDAI, project("隠")], { name: "控え", visibility: "hidden" }),
      sheet([SENDAI, project("秘")], { name: "作業", visibility: "veryHidden" }),
      sheet([SENDAI, project("乙")], { name: "令和6年度" }),
    );
    const document = recogniseDocument(book, FORMS["sendai-projects"]);
    expect(documentTables(document).map((table) => [table.sheet, texts(table, "name").flat()])).toEqual([
      ["令和5年度", ["甲"]],
      ["令和6年度", ["乙"]],
    ]);
    expect(ledgerFaults(book, document)).toEqual([]);
  });
});

describe("headings", () => {
  test.each([
    ["full width", ["事業名", "事業概要及び計画内容", "令和５年度実績（件数等）", "実績に対する評価", "担当局"]],
    ["other year", ["事業名", "事業概要及び計画内容", "Ｒ３年度実績(件数等)", "実績に対する評価", "担当課"]],
    ["Gregorian year", ["事業名", "事業概要及び計画内容", "2021年度 実績", "実績に対する評価", "担当部局"]],
    [
      "spaced out",
      [
        "事 業 名",
        "事業概要\n及び計画内容",
        "令和 元(2019) 年度\n実績（件数等）",
        "実績に\r\n対する評価",
        "担　当　局",
      ],
    ],
    [
      "half-width kana and NBSP",
      ["事業名\u00a0", "事業概要及び計画内容", "令和5年度実績", " 実績に対する評価", "担当局"],
    ],
  ])("%s", (_, headings) => {
    const [table] = tables("sendai-projects", [headings, project("甲")]);
    expect(table?.columns.map(({ field }) => field)).toEqual(["name", "plan", "result", "evaluation", "department"]);
    expect(table?.missingHeadings).toEqual([]);
  });

  test.each([
    ["令和5年度実績", 2023],
    ["R3年度実績(件数等)", 2021],
    ["令和元(2019)年度実績", 2019],
    ["2021年度実績", 2021],
  ])("%s states the fiscal year %i", (heading, year) => {
    const book = workbook(sheet([["事業名", "事業概要及び計画内容", heading, "実績に対する評価"], project("甲")]));
    expect(recogniseDocument(book, FORMS["sendai-projects"]).fiscalYear).toBe(year);
  });

  test("a missing column is reported, its field stays away", () => {
    const [table] = tables("sendai-projects", [SENDAI.slice(0, 4), ["甲", "甲の概要", "甲:1人", "甲は順調"]]);
    expect(table?.missingHeadings).toEqual(["担当局"]);
    expect(Object.keys(table?.records[0]?.values ?? {})).toEqual(["name", "plan", "result", "evaluation"]);
  });

  test("too few headings make no table", () => {
    expect(tables("sendai-projects", [SENDAI.slice(0, 2), ["甲", "概要"]])).toEqual([]);
  });

  test.each<{ name: string; grid: Grid; fields: (string | undefined)[]; extras: string[] }>([
    {
      name: "in the middle",
      grid: [
        ["事業名", "区分", "事業概要及び計画内容", "令和5年度実績", "実績に対する評価", "担当局"],
        ["甲", "新規", "概要", "1人", "順調", "局"],
      ],
      fields: ["name", undefined, "plan", "result", "evaluation", "department"],
      extras: ["新規"],
    },
    {
      name: "left and right",
      grid: [
        ["整理番号", ...SENDAI, "備考", "記入者"],
        ["ア", ...project("甲"), "特になし", "山田"],
      ],
      fields: [undefined, "name", "plan", "result", "evaluation", "department", undefined, undefined],
      extras: ["ア", "特になし", "山田"],
    },
    {
      name: "a heading that comes a second time",
      grid: [
        [
          "事業名",
          "事業概要及び計画内容",
          "令和5年度実績",
          "実績に対する評価",
          "令和4年度実績",
          "実績に対する評価",
          "担当局",
        ],
        ["甲", "概要", "2人", "順調", "1人", "要改善", "局"],
      ],
      fields: ["name", "plan", "result", "evaluation", undefined, undefined, "department"],
      extras: ["1人", "要改善"],
    },
  ])("columns that the form does not know: $name", ({ grid, fields, extras }) => {
    const [table, ...others] = tables("sendai-projects", grid);
    expect(others).toEqual([]);
    expect(table?.columns.map(({ field }) => field)).toEqual(fields);
    expect(Object.values(table?.records[0]?.extras ?? {}).map(({ text }) => text)).toEqual(extras);
    expectNothingLost("sendai-projects", grid);
  });

  test("headings merged over two rows, beside one that stands in the upper row only", () => {
    const grid: Grid = [
      ["事業名", "事業概要及び計画内容", "件数", "<", "実績に対する評価", "担当局"],
      ["^", "^", "令和5年度実績", "目標", "^", "^"],
      ["甲", "概要", "1人", "2人", "順調", "局"],
    ];
    const [table] = tables("sendai-projects", grid);
    expect(texts(table, "name", "result", "evaluation", "department")).toEqual([["甲", "1人", "順調", "局"]]);
    expect(table?.range).toEqual({ top: 1, left: 1, bottom: 3, right: 6 });
    expectNothingLost("sendai-projects", grid);
  });
});

describe("a heading repeated after a page break", () => {
  test("continues its table", () => {
    const grid = [SENDAI, project("甲"), [], SENDAI, project("乙"), SENDAI, project("丙")];
    expect(names(grid)).toEqual([["甲", "乙", "丙"]]);
    expectNothingLost("sendai-projects", grid);
  });

  test("carries the group's labels across", () => {
    const grid = [OGORI, whole("甲"), [], OGORI, rest("学校課")];
    const [table, ...others] = tables("ogori-progress", grid);
    expect(others).toEqual([]);
    expect(texts(table, "number", "project", "department", "content")).toEqual([
      ["1", "甲", "子ども課", "甲の内容"],
      ["^1", "^甲", "学校課", "^甲の内容"],
    ]);
  });

  test.each<[string, Grid]>([
    ["a text stands between", [SENDAI, project("甲"), ["2 教育"], SENDAI, project("乙")]],
    ["it names another year", [SENDAI, project("甲"), SENDAI.with(2, "令和6年度実績"), project("乙")]],
    ["an unknown column differs", [[...SENDAI, "備考"], project("甲"), [], [...SENDAI, "記入者"], project("乙")]],
  ])("begins a new table when %s", (_, grid) => {
    expect(names(grid)).toEqual([["甲"], ["乙"]]);
    expectNothingLost("sendai-projects", grid);
  });
});

describe("groups", () => {
  const expected = [
    ["甲", "子ども課"],
    ["^甲", "学校課"],
    ["乙", "子ども課"],
  ];

  test("by merge", () => {
    const merged = ["^", "^", "学校課", "^", "実施した。", "B", "続ける。", "充実"];
    const [table] = tables("ogori-progress", [OGORI, whole("甲"), merged, whole("乙")]);
    expect(texts(table, "project", "department")).toEqual(expected);
    expect(table?.records[1]?.values.content?.cell).toEqual({ sheet: "Sheet1", row: 2, column: 4 });
  });

  test("by blank", () => {
    const [table] = tables("ogori-progress", [OGORI, whole("甲"), rest("学校課"), whole("乙")]);
    expect(texts(table, "project", "department")).toEqual(expected);
  });

  test("repeated in full", () => {
    const [table] = tables("ogori-progress", [OGORI, whole("甲"), whole("甲"), whole("乙")]);
    expect(texts(table, "project", "number")).toEqual([
      ["甲", "1"],
      ["甲", "1"],
      ["乙", "1"],
    ]);
  });

  test("a new group with a blank cell takes nothing over", () => {
    const [table] = tables("ogori-progress", [OGORI, whole("甲"), whole("乙").with(3, null)]);
    expect(texts(table, "project", "content")).toEqual([
      ["甲", "甲の内容"],
      ["乙", ""],
    ]);
  });

  test("a merge in a column without groups holds for its rows", () => {
    const grid: Grid = [OGORI, whole("甲"), whole("乙").with(5, "^")];
    const [table] = tables("ogori-progress", grid);
    expect(texts(table, "project", "rating")).toEqual([
      ["甲", "A"],
      ["乙", "^A"],
    ]);
    expectNothingLost("ogori-progress", grid);
  });

  test("a blank cell in a column without groups stays blank", () => {
    const [table] = tables("ogori-progress", [OGORI, whole("甲"), rest("学校課").with(5, null)]);
    expect(texts(table, "rating")).toEqual([["A"], [""]]);
    expect(table?.records[1]?.values.rating).toEqual({
      value: null,
      text: "",
      cell: { sheet: "Sheet1", row: 3, column: 6 },
    });
  });
});

describe("texts in and under a table", () => {
  test("a section heading inside a table parts it; both parts share the columns", () => {
    const grid: Grid = [OGORI, whole("甲"), ["(2) 居場所づくり"], whole("乙"), ["※ 令和4年3月末"], ["以上"]];
    const [first, second, ...others] = tables("ogori-progress", grid);
    expect(others).toEqual([]);
    expect([texts(first, "project"), texts(second, "project")]).toEqual([[["甲"]], [["乙"]]]);
    expect(second?.columns).toEqual(first?.columns);
    const document = recogniseDocument(workbook(sheet(grid)), FORMS["ogori-progress"]);
    expect(outline(document)).toEqual(["[1]", "(2) 居場所づくり", "[1]", "※ 令和4年3月末", "以上"]);
    expectNothingLost("ogori-progress", grid);
  });

  test.each<[string, Grid, string[]]>([
    ["a note", [SENDAI, project("甲"), ["※ 速報値"]], ["note: ※ 速報値"]],
    [
      "a paragraph merged over the table",
      [SENDAI, project("甲"), ["以上のとおり", "<", "<", "<", "<"]],
      ["title: 以上のとおり"],
    ],
    ["a line after a blank", [SENDAI, project("甲"), [], ["担当", "企画課"]], ["title: 担当", "paragraph: 企画課"]],
    ["a remark to the right", [SENDAI, project("甲"), [null, null, null, null, null, null, "欄外"]], ["title: 欄外"]],
    [
      "a signature under a note",
      [SENDAI, project("甲"), ["※ 速報値"], ["作成", "企画課"]],
      ["note: ※ 速報値", "title: 作成", "paragraph: 企画課"],
    ],
  ])("%s is no record", (_, grid, expected) => {
    expect(names(grid)).toEqual([["甲"]]);
    expect(runningTexts(recogniseDocument(workbook(sheet(grid)), FORMS["sendai-projects"]))).toEqual(expected);
    expectNothingLost("sendai-projects", grid);
  });

  test("a heading in the column left of the table parts it", () => {
    const grid: Grid = [[null, ...SENDAI], [null, ...project("甲")], ["二"], [null, ...project("乙")]];
    expect(names(grid)).toEqual([["甲"], ["乙"]]);
    expectNothingLost("sendai-projects", grid);
  });

  test("a record with a single filled cell is a record", () => {
    expect(names([SENDAI, project("甲"), ["乙"], [null, null, "3人"]])).toEqual([["甲", "乙", ""]]);
  });

  test("a value merged over two columns belongs to the first", () => {
    const grid: Grid = [SENDAI, ["甲", "概要と実績", "<", "順調", "局"]];
    const [table] = tables("sendai-projects", grid);
    expect(texts(table, "plan", "result", "evaluation")).toEqual([["概要と実績", "", "順調"]]);
    expectNothingLost("sendai-projects", grid);
  });

  test("a text merged down beside a record is not its value", () => {
    const grid: Grid = [OGORI, whole("甲"), ["※ 注記", "<"], ["^", "^", "学校課", null, "実施した。", "B", "続ける。"]];
    expectNothingLost("ogori-progress", grid);
  });
});

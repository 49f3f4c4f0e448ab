import { describe, expect, test } from "vitest";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import type { StructuredRow, StructuredWorkbook } from "../../../core/structure/structured-workbook.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import type { CellSnapshot, WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { dataWorkbook } from "../../support/data-workbook.ts";
import { placeless } from "../../support/placeless.ts";
import { FORMS, read, type FormName, type Grid } from "../../support/sheet.ts";

const SENDAI = ["事業名", "事業概要及び計画内容", "令和5年度実績(件数等)", "実績に対する評価", "担当局"];
const sendai = (result: string, evaluation = "良い。"): Grid => [
  SENDAI,
  ["相談", "年12回行う。", result, evaluation, "局"],
];

function structured(name: FormName, grid: Grid): StructuredWorkbook {
  return structureDocument(read(name, grid), FORMS[name]);
}

function indicators({ tables }: StructuredWorkbook): readonly StructuredRow[] {
  return tables.find(({ title }) => title === "指標")?.rows ?? [];
}

/** Data as the columns show it: `年度 対象/指標=修飾 概数 値 単位 ?`. */
function shown(workbook: StructuredWorkbook): string[] {
  return indicators(workbook).map((row) => {
    const text = (name: string) => row[name]?.text ?? "";
    const label = [text("subject"), text("label")].filter(Boolean).join("/");
    const figure = [text("qualifier"), text("approximate"), text("value"), text("unit")].join("");
    return [text("fiscalYear") || "―", `${label}=${figure}`, text("review")].filter(Boolean).join(" ");
  });
}

describe("a figure", () => {
  test("is a number with its unit, its record and its year", () => {
    const made = structured("sendai-projects", sendai("利用者数：延べ６５，９５５人 高校進学率:98%"));
    expect(
      indicators(made).map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v.value]))),
    ).toEqual([
      {
        indicatorNumber: 1,
        recordNumber: 1,
        name: "相談",
        item: "実績(件数等)",
        label: "利用者数",
        qualifier: "延べ",
        value: 65955,
        unit: "人",
        fiscalYear: 2023,
        eraYear: "令和5年度",
        sourceCell: "Sheet1!C2",
        sourceText: "利用者数：延べ６５，９５５人",
      },
      {
        indicatorNumber: 2,
        recordNumber: 1,
        name: "相談",
        item: "実績(件数等)",
        label: "高校進学率",
        value: 98,
        unit: "%",
        fiscalYear: 2023,
        eraYear: "令和5年度",
        sourceCell: "Sheet1!C2",
        sourceText: "高校進学率:98%",
      },
    ]);
  });

  test("keeps its text whole in its own table, and a description has none", () => {
    const made = structured("sendai-projects", sendai("利用者数:243人"));
    expect(made.tables[0]?.rows[0]?.result?.value).toBe("利用者数:243人");
    expect(shown(made)).toEqual(["2023 利用者数=243人"]);
  });

  test("of a breakdown names the row of its total", () => {
    const made = structured("sendai-projects", sendai("利用児童数:12名 (児童養護施設3名、里親家庭9名)"));
    expect(indicators(made).map(({ partOf }) => partOf?.value)).toEqual([undefined, 1, 1]);
  });

  test.each([
    ["a plain label", "利用者数:243人", ["2023 利用者数=243人"]],
    ["no label", "12名", ["2023 =12名 要確認"]],
    ["the document's own year", "令和5年度は利用者数243人", ["2023 利用者数=243人"]],
    ["another year", "令和4年度の利用者数は230人", ["― 令和4年度の利用者数=230人 要確認"]],
    ["no unit", "参加団体69", ["2023 参加団体=69 要確認"]],
    ["a part of what has a unit", "参加者701名(保護者375)", ["2023 参加者=701名", "2023 参加者/保護者=375"]],
    ["about so many", "参加者数 約600名", ["2023 参加者数=約600名"]],
    ["no figure", "令和5年10月に第2回を開いた。", []],
  ])("%s", (_, result, figures) => {
    expect(shown(structured("sendai-projects", sendai(result)))).toEqual(figures);
  });
});

describe("the year of a figure", () => {
  test("is that of its heading, and nothing where no heading says one", () => {
    const made = structured("nerima-action-plan", [
      [null, "No. 8 - 1", "<", "年度別の取組計画", "<", "<"],
      [null, "令和3年度目標", "平成30年度末の現況", "令和元年度", "令和2年度", "計"],
      [null, "勉強会 7か所", "勉強会 2か所", "勉強会 3か所", "-", "勉強会 9か所"],
    ]);
    expect(shown(made)).toEqual(["2021 勉強会=7か所", "2018 勉強会=2か所", "― 勉強会=9か所", "2019 勉強会=3か所"]);
  });

  test("of a card is that of its column; from a year on is no year", () => {
    const made = structured("kawasaki-evaluation", [
      ["事務事業名", "支援", "所管課", "課"],
      ["達成状況", 3, "点検結果", "C", "重点", null],
      ["年度", "現状(計画策定時)", "2011年度", "2014年度以降"],
      ["事業目標", "講座 1回", "講座 2回", "講座 4回"],
      ["実績", "<", "講座 3回"],
    ]);
    expect(shown(made)).toEqual(["― 講座=1回", "2011 講座=2回", "― 講座=4回", "2011 講座=3回"]);
  });
});

describe("what a person says of a figure", () => {
  const source = sendai("12名 参加者 3名");
  const book = dataWorkbook(structured("sendai-projects", source));

  /** The workbook with cells of 指標, or of another sheet, set. */
  function edited(changes: Readonly<Record<string, string | number>>, sheetName = "指標"): WorkbookSnapshot {
    return {
      sheets: book.sheets.map((sheet) => {
        if (sheet.name !== sheetName) return sheet;
        const cells = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
        for (const [place, value] of Object.entries(changes)) {
          const [heading = "", line = ""] = place.split("@");
          const cell: CellSnapshot = {
            row: Number(line),
            column: sheet.tables[0]!.columns.indexOf(heading) + 1,
            value,
            text: String(value),
          };
          cells.set(`${cell.row}:${cell.column}`, cell);
        }
        return { ...sheet, cells: [...cells.values()] };
      }),
    };
  }
  const again = (changed: WorkbookSnapshot) => {
    const { form, document } = recogniseForm(changed, Object.values(FORMS));
    return { document, structured: structureDocument(document, form) };
  };

  test("is nothing as long as it is not said: the document is that of the form sheet", () => {
    expect(placeless(again(book).document)).toEqual(placeless(read("sendai-projects", source)));
    expect(shown(again(book).structured)).toEqual(["2023 =12名 要確認", "2023 参加者=3名"]);
  });

  test("counts once it is confirmed, and survives structuring", () => {
    const once = again(edited({ "指標@2": "講座の定員", "年度@2": 2022, "確認@2": "確認済み" }));
    expect(shown(once.structured)).toEqual(["2022 講座の定員=12名 確認済み", "2023 参加者=3名"]);
    expect(indicators(once.structured)[0]?.eraYear?.value).toBe("令和4年度");
    expect(shown(again(dataWorkbook(once.structured)).structured)).toEqual(shown(once.structured));
  });

  test("may be that it is none", () => {
    const { structured: ruledOut } = again(edited({ "確認@2": "対象外" }));
    expect(shown(ruledOut)).toEqual(["2023 =12名 対象外", "2023 参加者=3名"]);
  });

  test("does not count before", () => {
    expect(shown(again(edited({ "指標@2": "講座の定員" })).structured)).toEqual([
      "2023 =12名 要確認",
      "2023 参加者=3名",
    ]);
  });

  test("is asked about again when its text has changed", () => {
    const changed = edited({ "指標@2": "講座の定員", "確認@2": "確認済み" });
    const texts = edited({ "実績(件数等)@2": "参加者 4名" }, "事業");
    const both = { sheets: changed.sheets.map((sheet, i) => (sheet.name === "事業" ? texts.sheets[i]! : sheet)) };
    expect(shown(again(both).structured)).toEqual(["2023 参加者=4名", "2023 講座の定員=12名 要確認"]);
  });
});

describe("a cell that is one quantity", () => {
  const nerima = (baseline: string): Grid => [
    [null, "No. 8 - 1", "<", "年度別の取組計画", "<", "<"],
    [null, "令和3年度目標", "現況", "令和元年度", "令和2年度", "計"],
    [null, "増やす", baseline, "増設", "12回", "3か所"],
  ];

  test("is its number, the unit beside it; and is read as it was", () => {
    const document = read("nerima-action-plan", nerima("1,234件"));
    const made = structureDocument(document, FORMS["nerima-action-plan"]);
    const [row] = made.tables[0]!.rows;
    expect([row?.baseline, row?.baselineUnit?.value]).toMatchObject([
      { value: 1234, text: "1,234", format: "#,##0" },
      "件",
    ]);
    expect(
      made.tables
        .find(({ name }) => name === "plan-items-yearly")
        ?.rows.map(({ value, valueUnit }) => [value?.value, valueUnit?.value]),
    ).toEqual([
      ["増設", undefined],
      [12, "回"],
    ]);
    expect(made.normalisations).toEqual([]);
    expect(placeless(recogniseForm(dataWorkbook(made), Object.values(FORMS)).document)).toEqual(placeless(document));
  });

  test("in full width is listed as changed", () => {
    const { normalisations } = structured("nerima-action-plan", nerima("１２ 人"));
    expect(normalisations).toEqual([{ cell: { sheet: "Sheet1", row: 3, column: 3 }, from: "１２ 人", to: "12人" }]);
  });

  test.each([
    "約50件",
    "年間56回",
    "心理 5人 保健師 4人",
    "3年生",
    "10月",
    "令和3年度",
    "2億3,456万円",
    "5人程度",
    "3～5人",
  ])("%s says more and stays a text", (text) => {
    expect(structured("nerima-action-plan", nerima(text)).tables[0]?.rows[0]?.baseline).toMatchObject({ value: text });
  });

  test("changes when a person changes the number", () => {
    const made = structured("nerima-action-plan", nerima("1か所"));
    const book = dataWorkbook(made);
    const sheet = book.sheets[0]!;
    const column = sheet.tables[0]!.columns.indexOf("現況") + 1;
    const cells = sheet.cells.map((cell) =>
      cell.row === 2 && cell.column === column ? { ...cell, value: 2, text: "2" } : cell,
    );
    const { document } = recogniseForm(
      { sheets: [{ ...sheet, cells }, ...book.sheets.slice(1)] },
      Object.values(FORMS),
    );
    const again = structureDocument(document, FORMS["nerima-action-plan"]).tables[0]?.rows[0];
    expect([again?.baseline?.value, again?.baselineUnit?.value]).toEqual([2, "か所"]);
  });
});

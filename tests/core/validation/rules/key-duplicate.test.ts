import { expect, test } from "vitest";
import { NO_DICTIONARIES } from "../../../../core/validation/dictionaries.ts";
import { keyDuplicate } from "../../../../core/validation/rules/key-duplicate.ts";
import { validate } from "../../../../core/validation/validate.ts";
import { FORMS, read, sheet, workbook, type Grid } from "../../../support/sheet.ts";

const headings = ["No.", "事業名", "担当課", "内容", "実施状況(令和3年度)", "評価", "今後の取り組み", "方向性"];
const row = (number: number | "^", project: string, department: string, content: string) => [
  number,
  project,
  department,
  content,
  "講座を6回開催した。",
  "A",
  "継続して実施する。",
  "継続",
];

function found(...rows: Grid) {
  const grid = [headings, ...rows];
  const { diagnostics, faults } = validate(
    {
      workbook: workbook(sheet(grid)),
      form: FORMS["ogori-progress"],
      document: read("ogori-progress", grid),
      dictionaries: NO_DICTIONARIES,
    },
    [keyDuplicate],
  );
  expect(faults).toEqual([]);
  return diagnostics.map(({ messageId, severity, address, message }) => [messageId, severity, address, message]);
}

const merged = [
  row(1, "サークルなど親子間の交流事業の促進", "子育て支援課", "交流の場を設けます。"),
  row("^", "^", "保育所・幼稚園課", "^"),
];

test("結合された担当課の行は重複ではない", () => {
  expect(found(...merged, row(2, "育児相談の推進", "子育て支援課", "相談に応じます。"))).toEqual([]);
});

test("データ表のように毎行書くなら、繰り返しは問わない", () => {
  expect(
    found(row(1, "講座の充実", "図書課", "講座を開きます。"), row(1, "講座の充実", "健康課", "講座を開きます。")),
  ).toEqual([]);
});

test("結合する表で、番号・事業名・内容がもう一度書かれている", () => {
  expect(
    found(
      ...merged,
      row(3, "各種学級・講座の充実", "子ども育成課", "講座を開きます。"),
      row(3, "各種学級・講座の充実", "図書課", "講座を開きます。"),
    ),
  ).toEqual([
    [
      "repeated",
      "warning",
      "A5",
      "4 行目と同じNo.・事業名・内容(計画記載)が、結合されずにもう一度書かれています。続きの行なら結合し、別の事業なら番号を改めてください。",
    ],
  ]);
});

test("主キーがすべて同じ行と、別の事業に使われた番号", () => {
  expect(
    found(
      row(1, "公園の整備", "都市計画課", "公園を整備します。"),
      row(2, "河川の整備", "都市整備課", "河川を整備します。"),
      row(1, "公園の 整備", "都市計画課", "遊具を更新します。"),
      row(2, "道路の整備", "都市整備課", "道路を整備します。"),
    ),
  ).toEqual([
    [
      "duplicate",
      "error",
      "A4",
      "「1／公園の整備／都市計画課」の行が同じ区分に二つあります（もう一つは 2 行目）。番号・事業名を確かめてください。",
    ],
    ["codeReused", "warning", "A5", "No.「2」は 3 行目の別の事業でも使われています。番号を確かめてください。"],
  ]);
});

test("番号のない行は比べない", () => {
  const [, ...rest] = row(1, "公園の整備", "都市計画課", "公園を整備します。");
  const blank = [null, ...rest];
  expect(
    found(row(2, "河川", "都市整備課", "整備します。"), blank, row(3, "道路", "都市整備課", "整備します。")),
  ).toEqual([]);
});

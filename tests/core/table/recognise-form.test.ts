import { expect, test } from "vitest";
import type { FormDefinition } from "../../../core/form/form-definition.ts";
import { documentTables } from "../../../core/table/evaluation-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { UserError } from "../../../core/user-error.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { FORMS, sheet, workbook, type Grid } from "../../support/sheet.ts";

const ALL = Object.values(FORMS);
const SENDAI: Grid = [
  ["事業名", "事業概要及び計画内容", "令和5年度実績", "実績に対する評価", "担当局"],
  ["甲", "概要", "1人", "順調", "局"],
];
const OGORI: Grid = [
  ["No.", "事業名", "担当課", "内容", "実施状況(令和3年度)", "評価", "今後の取り組み", "方向性"],
  [1, "甲", "課", "内容", "実施した。", "A", "続ける。", "継続"],
];
const CARD: Grid = [
  ["事務事業名", "甲", "所管課", "課"],
  ["事務事業の概要", "概要"],
];

function refused(book: WorkbookSnapshot, chosen?: FormDefinition): UserError {
  try {
    recogniseForm(book, ALL, chosen);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("the workbook was recognised");
}

test.each([
  ["sendai-projects", SENDAI],
  ["ogori-progress", OGORI],
] as const)("%s is found by its headings", (name, grid) => {
  const { form, document } = recogniseForm(workbook(sheet(grid)), ALL);
  expect(form.name).toBe(name);
  expect(document.form).toBe(name);
});

test("of two forms in one workbook either can be chosen", () => {
  const book = workbook(sheet(OGORI, { name: "小郡" }), sheet(SENDAI, { name: "仙台" }));
  expect(recogniseForm(book, ALL).form.name).toBe("ogori-progress");
  const { form, document } = recogniseForm(book, ALL, FORMS["sendai-projects"]);
  expect(form.name).toBe("sendai-projects");
  expect(documentTables(document).map((table) => table.sheet)).toEqual(["仙台"]);
});

test("one of several layouts is no proof, but enough for a form that a person chose", () => {
  const book = workbook(sheet(CARD));
  expect(refused(book).code).toBe("form-not-recognised");
  const { document } = recogniseForm(book, ALL, FORMS["kawasaki-evaluation"]);
  expect(documentTables(document).map(({ layout }) => layout)).toEqual(["card"]);
});

test.each<[string, Grid]>([
  ["no cells", []],
  ["only white space", [[" ", "\u00a0"], ["\n"]]],
])("an empty workbook: %s", (_, grid) => {
  const { code, message } = refused(workbook(sheet(grid)));
  expect([code, message]).toEqual(["workbook-empty", "ブックのどのシートにも文字がありません。"]);
});

test("texts on hidden sheets only", () => {
  expect(refused(workbook(sheet(SENDAI, { visibility: "hidden" }))).code).toBe("workbook-empty");
});

test("no heading of any form", () => {
  const { code, message, hint } = refused(workbook(sheet([["会議次第", "日時"]])));
  expect(code).toBe("form-not-recognised");
  expect(message).toBe("知っている帳票の見出しがどのシートにも見つかりません。");
  expect(hint).toContain("--form");
});

test("the nearest form and its missing headings are named", () => {
  const grid: Grid = [
    ["事業名", "担当局", "予算額"],
    ["甲", "局", 100],
  ];
  expect(refused(workbook(sheet(grid))).message).toBe(
    "どの帳票か分かりません。いちばん近いのは「主な施策事業の実績」（sendai-projects）です。" +
      "見つからない見出し: 「事業概要及び計画内容」「○年度実績(件数等)」「実績に対する評価」。",
  );
});

test("headings that stand in no row together", () => {
  const grid: Grid = ["事業名", "事業概要及び計画内容", "令和5年度実績", "実績に対する評価", "担当局"].map((text) => [
    text,
  ]);
  expect(refused(workbook(sheet(grid))).message).toContain("見出しはありますが、一つの表に並んでいません。");
});

test("headings without a record", () => {
  expect(refused(workbook(sheet(SENDAI.slice(0, 1)))).message).toContain("見出しの下に記入された行がありません。");
});

test("a chosen form that does not fit", () => {
  const { code, message } = refused(workbook(sheet(SENDAI)), FORMS["ogori-progress"]);
  expect(code).toBe("form-not-recognised");
  expect(message).toMatch(
    /^帳票「子ども・子育て支援事業計画 進捗状況」（ogori-progress）として読めません。見つからない見出し: /u,
  );
  expect(message).toContain("「今後の取り組み」");
});

import { expect, test } from "vitest";
import { dataPackage } from "../../../core/structure/data-package.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import { FORMS, read } from "../../support/sheet.ts";

const document = read("kawasaki-evaluation", [
  ["達成状況", "<", "事業数", "うち重点"],
  ["1", "目標を上回った", 1, "－"],
  ["2", '「"可"」, 良', 0, 0],
  ["合計", null, 1, 0],
  [],
  ["事務事業名", "支援", "所管課", "課"],
  ["達成状況", 1, "点検結果", "A", "重点", null],
  ["年度", "2011年度", "2012年度"],
  ["事業目標", "一行目\n二行目", "続ける"],
]);
const made = dataPackage(structureDocument(document, FORMS["kawasaki-evaluation"]), {
  source: "元.xlsx",
  madeOn: "2026-04-01",
  encoding: "utf-8",
});

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly foreignKeys?: unknown;
  };
}
const resources = made.descriptor.resources as readonly Resource[];

test("names every file, and every column of it in order", () => {
  expect(made.files.map(({ path }) => path)).toEqual(resources.map(({ path }) => path));
  for (const { path, schema } of resources) {
    const file = made.files.find((each) => each.path === path);
    expect(file?.text.split("\r\n")[0]).toBe(schema.fields.map(({ name }) => name).join(","));
  }
});

test("quotes what CSV asks to be quoted", () => {
  const text = made.files.find(({ path }) => path === "achievement-summary.csv")?.text;
  expect(text).toContain('2,,2,"「""可""」, 良",0,0,0,0,');
  const yearly = made.files.find(({ path }) => path === "projects-yearly.csv")?.text;
  expect(yearly).toContain('1,支援,事業目標,2011年度,2011,平成23年度,"一行目\n二行目",');
});

test.each([
  ["=1+1", "'=1+1"],
  ["- ① 支援", "'- ① 支援"],
  ["+81-3", "'+81-3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["'=1+1", "''=1+1"],
  ["-", "-"],
  ["-5", "-5"],
  ["'90年代", "'90年代"],
  ["・項目", "・項目"],
])("%s is no formula in CSV either: %s", (text, written) => {
  const line = ["事業", "計画", text, "評価", "局"];
  const headings = ["事業名", "事業概要及び計画内容", "令和5年度実績", "実績に対する評価", "担当局"];
  const structured = structureDocument(read("sendai-projects", [headings, line]), FORMS["sendai-projects"]);
  const { files, descriptor } = dataPackage(structured, { source: "", madeOn: "2026-04-01", encoding: "utf-8" });
  expect(files[0]?.text.split("\r\n")[1]).toBe(`1,事業,計画,${written},評価,局,,1,Sheet1!A2:E2`);
  const [resource] = descriptor.resources as readonly { readonly description: string }[];
  expect(resource?.description.includes("式として読まない")).toBe(text !== written);
});

test("a sign for none makes a column of numbers one of texts", () => {
  const fields = resources.find(({ name }) => name === "achievement-summary")?.schema.fields ?? [];
  expect(fields.find(({ name }) => name === "count")?.type).toBe("integer");
  expect(fields.find(({ name }) => name === "priorityCount")?.type).toBe("string");
});

test("keeps the foreign keys of the form", () => {
  expect(resources.find(({ name }) => name === "projects")?.schema.foreignKeys).toEqual([
    { fields: ["achievement"], reference: { resource: "achievement-summary", fields: ["code"] } },
    { fields: ["inspection"], reference: { resource: "inspection-summary", fields: ["code"] } },
  ]);
});

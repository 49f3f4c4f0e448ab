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

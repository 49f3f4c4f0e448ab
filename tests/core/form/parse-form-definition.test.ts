import { Ajv } from "ajv";
import { join } from "node:path";
import * as prettier from "prettier";
import { describe, expect, test } from "vitest";
import { FORM_SCHEMA } from "../../../core/form/form-schema.ts";
import { parseFormDefinition } from "../../../core/form/parse-form-definition.ts";
import { UserError } from "../../../core/user-error.ts";
import { FORM_NAMES, formJson, type FormName } from "../../support/sheet.ts";

type Json = Record<string, unknown>;
/** A form with its parts open to be broken. */
interface OpenForm extends Json {
  resources: { name: unknown; schema: Json & { fields: (Json & { constraints?: Json })[] } }[];
  layouts: (Json & { columns: Json[]; items: Json[]; rowKinds: Json[]; unheaded: Json[] })[];
  texts: Json[];
  report: Json & { margin: Json };
}

const open = (name: FormName): OpenForm => formJson(name) as OpenForm;
const accepts = new Ajv({ strict: true, allErrors: true }).compile(FORM_SCHEMA);

function message(value: unknown): string {
  try {
    parseFormDefinition(value, "試し/form.json");
  } catch (error) {
    if (error instanceof UserError && error.code === "form-invalid") return error.message;
    throw error;
  }
  return "";
}

test("editors read the schema that the parser checks by", async () => {
  const written = await prettier.format(JSON.stringify(FORM_SCHEMA), { parser: "json", printWidth: 120 });
  await expect(written).toMatchFileSnapshot(
    join(import.meta.dirname, "..", "..", "..", "templates", "form.schema.json"),
  );
});

test.each(FORM_NAMES)("%s fits the schema and is parsed", (name) => {
  const value = formJson(name);
  accepts(value);
  expect(accepts.errors).toBeNull();
  expect(parseFormDefinition(value, name)).toBe(value);
});

interface Broken {
  readonly name: string;
  readonly form?: FormName;
  readonly damage: (form: OpenForm) => void;
  readonly says: string;
}

describe("faults of shape are refused by the schema and by the parser", () => {
  test.each<Broken>([
    { name: "no title", damage: (form) => delete form.title, says: "title: がありません。" },
    { name: "an empty title", damage: (form) => (form.title = ""), says: "title: 空にできません。" },
    {
      name: "a name in capitals",
      damage: (form) => (form.name = "Ogori"),
      says: "name: 「Ogori」は使えない書き方です",
    },
    {
      name: "an unknown property",
      damage: (form) => (form.layout = "list"),
      says: "layout: は知らない項目です。名前の誤りではありませんか。",
    },
    {
      name: "resources as an object",
      damage: (form) => Object.assign(form, { resources: {} }),
      says: "resources: 配列 [ ]でなければなりません。",
    },
    {
      name: "no resource",
      damage: (form) => (form.resources = []),
      says: "resources: 一つ以上書いてください。",
    },
    {
      name: "an unknown kind",
      damage: (form) => (form.resources[0]!.schema.fields[2]!.kind = "number"),
      says: "resources[0].schema.fields[2].kind: 次のどれかにしてください: code、name、",
    },
    {
      name: "a constraint of the wrong type",
      damage: (form) => (form.resources[0]!.schema.fields[0]!.constraints = { required: "yes" }),
      says: "resources[0].schema.fields[0].constraints.required: true または false",
    },
    {
      name: "a broken number of characters",
      damage: (form) => (form.resources[0]!.schema.fields[0]!.constraints = { maxLength: 1.5 }),
      says: "resources[0].schema.fields[0].constraints.maxLength: 整数でなければなりません。",
    },
    {
      name: "an unknown layout",
      damage: (form) => (form.layouts[0]!.type = "grid"),
      says: "layouts[0].type: 次のどれかにしてください: list、yearly-plan、card、matrix。",
    },
    {
      name: "a layout without a type",
      damage: (form) => delete form.layouts[0]!.type,
      says: "layouts[0].type: 次のどれかにしてください",
    },
    {
      name: "a layout that is a text",
      damage: (form) => Object.assign(form, { layouts: ["list"] }),
      says: "layouts[0]: オブジェクト { }でなければなりません。",
    },
    {
      name: "a column without headings",
      damage: (form) => delete form.layouts[0]!.columns[3]!.headings,
      says: "layouts[0].columns[3].headings: がありません。",
    },
    {
      name: "a property of another layout",
      damage: (form) => (form.layouts[0]!.corner = "number"),
      says: "layouts[0].corner: は知らない項目です。",
    },
    {
      name: "a heading level out of range",
      damage: (form) => (form.texts[0]!.level = 7),
      says: "texts[0].level: 6 以下にしてください。",
    },
    {
      name: "a margin below zero",
      damage: (form) => (form.report.margin.top = -1),
      says: "report.margin.top: 0 以上にしてください。",
    },
    {
      name: "a margin left out",
      damage: (form) => delete form.report.margin.left,
      says: "report.margin.left: がありません。",
    },
    {
      name: "an unknown paper",
      damage: (form) => (form.report.size = "B5"),
      says: "report.size: 次のどれかにしてください: A4、A3。",
    },
    {
      name: "an unknown way to give values",
      form: "kawasaki-evaluation",
      damage: (form) => (form.layouts[2]!.items[0]!.values = "two"),
      says: "layouts[2].items[0].values: 次のどれかにしてください: one、by-period。",
    },
  ])("$name", ({ form = "ogori-progress", damage, says }) => {
    const value = open(form);
    damage(value);
    expect(accepts(value)).toBe(false);
    expect(message(value)).toContain(`  ${says}`);
  });

  test.each([null, [], "form", 1, true])("%j is no form", (value) => {
    expect(accepts(value)).toBe(false);
    expect(message(value)).toContain("（全体）: オブジェクト { }でなければなりません。");
  });
});

describe("names that lead nowhere are refused by the parser alone", () => {
  const list = "layouts[0]";
  test.each<Broken>([
    {
      name: "an unknown resource",
      damage: (form) => (form.layouts[0]!.resource = "report"),
      says: `${list}.resource: 表「report」が resources にありません。`,
    },
    {
      name: "an unknown field of a column",
      damage: (form) => (form.layouts[0]!.columns[1]!.fields = ["title"]),
      says: `${list}.columns[1].fields: 表「progress」に項目「title」がありません。`,
    },
    {
      name: "a field with two columns",
      damage: (form) => (form.layouts[0]!.columns[1]!.fields = ["number"]),
      says: `${list}.columns[1].fields: 項目「number」が二か所で使われています。`,
    },
    {
      name: "two resources of one name",
      damage: (form) => form.resources.push(form.resources[0]!),
      says: "resources[1].name: 「progress」が二度あります。",
    },
    {
      name: "two fields of one name",
      damage: (form) => form.resources[0]!.schema.fields.push(form.resources[0]!.schema.fields[0]!),
      says: "resources[0].schema.fields[8].name: 「number」が二度あります。",
    },
    {
      name: "an unknown key",
      damage: (form) => (form.resources[0]!.schema.primaryKey = ["id"]),
      says: "resources[0].schema.primaryKey: 項目「id」がありません。",
    },
    {
      name: "a foreign key into nowhere",
      damage: (form) =>
        (form.resources[0]!.schema.foreignKeys = [
          { fields: ["code"], reference: { resource: "codes", fields: ["code"] } },
        ]),
      says: "resources[0].schema.foreignKeys[0].reference.resource: 表「codes」がありません。",
    },
    {
      name: "a foreign key to an unknown field",
      damage: (form) =>
        (form.resources[0]!.schema.foreignKeys = [
          { fields: ["number"], reference: { resource: "progress", fields: ["code"] } },
        ]),
      says: "resources[0].schema.foreignKeys[0].reference.fields: 表「progress」に項目「code」がありません。",
    },
    {
      name: "a broken pattern of a text",
      damage: (form) => (form.texts[0]!.pattern = "^("),
      says: "texts[0].pattern: 「^(」は正規表現として読めません。",
    },
    {
      name: "a broken pattern of a field",
      damage: (form) => (form.resources[0]!.schema.fields[0]!.constraints = { pattern: "[" }),
      says: "resources[0].schema.fields[0].constraints.pattern: 「[」は正規表現として読めません。",
    },
    {
      name: "a broken pattern of a row kind",
      form: "nerima-action-plan",
      damage: (form) => (form.layouts[0]!.rowKinds[0]!.pattern = "*"),
      says: `${list}.rowKinds[0].pattern: 「*」は正規表現として読めません。`,
    },
    {
      name: "an unknown label of a row kind",
      form: "nerima-action-plan",
      damage: (form) => (form.layouts[0]!.rowKinds[0]!.label = "cost"),
      says: `${list}.rowKinds[0].label: 表「plan-items」に項目「cost」がありません。`,
    },
    {
      name: "a broken column without heading",
      form: "nerima-action-plan",
      damage: (form) => (form.layouts[0]!.unheaded[0] = { field: "mark", pattern: "(" }),
      says: `${list}.unheaded[0].field: 表「plan-items」に項目「mark」がありません。`,
    },
    {
      name: "an unknown corner",
      form: "nerima-action-plan",
      damage: (form) => (form.layouts[0]!.corner = "no"),
      says: `${list}.corner: 表「plan-items」に項目「no」がありません。`,
    },
    {
      name: "an unknown field of a matrix",
      form: "kawasaki-evaluation",
      damage: (form) => (form.layouts[1]!.rowField = "goal"),
      says: "layouts[1].rowField: 表「inspection-summary」に項目「goal」がありません。",
    },
    {
      name: "a card item used twice",
      form: "kawasaki-evaluation",
      damage: (form) => (form.layouts[2]!.items[1]!.field = "name"),
      says: "layouts[2].items[1].field: 項目「name」が二か所で使われています。",
    },
    {
      name: "a width for nothing",
      damage: (form) => (form.report.widths = { numbre: 3 }),
      says: "report.widths.numbre: 項目「numbre」を持つ表がありません。",
    },
    {
      name: "a text of an empty workbook above nothing",
      damage: (form) => (form.newWorkbook = { texts: [{ text: "注", above: "progres" }] }),
      says: "newWorkbook.texts[0].above: 表「progres」が resources にありません。",
    },
    {
      name: "years of an empty workbook for nothing",
      damage: (form) => (form.newWorkbook = { periods: { plan: ["{fiscalYear}"] } }),
      says: "newWorkbook.periods.plan: 表「plan」が resources にありません。",
    },
  ])("$name", ({ form = "ogori-progress", damage, says }) => {
    const value = open(form);
    damage(value);
    expect(accepts(value)).toBe(true);
    expect(message(value)).toContain(`  ${says}`);
  });
});

test("all faults are told at once, and what to do", () => {
  const value = open("ogori-progress");
  value.title = "";
  value.texts[0]!.level = 0;
  value.report.paper = "A4";
  expect(message(value).split("\n")).toEqual([
    "帳票定義 試し/form.json に 3 か所の誤りがあります。",
    "  title: 空にできません。",
    "  texts[0].level: 1 以上にしてください。",
    "  report.paper: は知らない項目です。名前の誤りではありませんか。",
  ]);
});

test("a definition with a name of Object's own is no way in", () => {
  const value: unknown = JSON.parse('{ "__proto__": {}, "constructor": 1 }');
  expect(accepts(value)).toBe(false);
  expect(message(value)).toContain("  constructor: は知らない項目です。");
});

import { expect, test } from "vitest";
import { fieldValues } from "../../../core/validation/field-value.ts";
import { pairRecords } from "../../../core/validation/pair-records.ts";
import { indicatorsOf, yearComparisons } from "../../../core/validation/year-comparisons.ts";
import { validationInput, type CaseDocument } from "../../support/validation-case.ts";

function compared(current: CaseDocument, last?: CaseDocument): string[] {
  const now = validationInput(current);
  const values = fieldValues(now.document, now.form);
  const before = last && validationInput(last);
  const previous =
    before &&
    pairRecords({
      current: values,
      previous: fieldValues(before.document, before.form),
      document: before.document,
      aliases: [],
    });
  return yearComparisons({ values, previous, fiscalYear: now.document.fiscalYear }).flatMap(({ title, comparisons }) =>
    comparisons.map((one) => `${title} ${one.current.field.name}: ${one.previous.text} → ${one.current.text}`),
  );
}

const primaryKey = ["name"];

test("record by record, field by field", () => {
  expect(
    compared(
      {
        primaryKey,
        grid: [
          ["name", "result"],
          ["公園の整備", "3か所"],
          ["道路の改良", "2路線"],
        ],
      },
      {
        primaryKey,
        grid: [
          ["name", "result"],
          ["道路の改良", "1路線"],
          ["公園の整備", "4か所"],
        ],
      },
    ),
  ).toEqual([
    "公園の整備 name: 公園の整備 → 公園の整備",
    "公園の整備 result: 4か所 → 3か所",
    "道路の改良 name: 道路の改良 → 道路の改良",
    "道路の改良 result: 1路線 → 2路線",
  ]);
});

test("within a document with columns of years: the fiscal year and the one before it", () => {
  expect(
    compared({
      primaryKey,
      fiscalYear: 2012,
      grid: [
        ["name", "result@2010年度", "result@2011年度", "result@2012年度", "result@2013年度"],
        ["子育て支援", "54回", "71回", "66回", null],
      ],
    }),
  ).toEqual(["子育て支援 result: 71回 → 66回"]);
});

test("columns of years that begin with the fiscal year: last year's document has the year before", () => {
  expect(
    compared(
      {
        primaryKey,
        fiscalYear: 2012,
        grid: [
          ["name", "result@2012年度"],
          ["子育て支援", "66回"],
        ],
      },
      {
        primaryKey,
        fiscalYear: 2011,
        grid: [
          ["name", "result@2011年度"],
          ["子育て支援", "71回"],
        ],
      },
    ),
  ).toContain("子育て支援 result: 71回 → 66回");
});

test("values taken over by a merge are compared once", () => {
  const grid: CaseDocument["grid"] = [
    ["name", "organisation", "plan"],
    ["公園の整備", "公園課", "遊具を更新する。"],
    [undefined, "学校課", undefined],
  ];
  const lines = compared(
    { primaryKey: ["name", "organisation"], grid },
    { primaryKey: ["name", "organisation"], grid },
  );
  expect(lines.filter((line) => line.includes("plan"))).toHaveLength(1);
});

test("neither last year's document nor columns of years", () => {
  expect(
    compared({
      primaryKey,
      grid: [
        ["name", "result"],
        ["公園の整備", "3か所"],
      ],
    }),
  ).toEqual([]);
});

test("a cell that is nothing but a number is a figure with the title and unit of its column", () => {
  const { document, form } = validationInput({
    primaryKey,
    fields: { amount: { title: "決算額(千円)" } },
    grid: [
      ["name", "amount"],
      ["公園の整備", 1234],
    ],
  });
  const amount = fieldValues(document, form).find(({ kind }) => kind === "amount")!;
  expect(indicatorsOf(amount)).toMatchObject([{ label: "決算額", value: 1234, unit: "千円", certain: true }]);
});

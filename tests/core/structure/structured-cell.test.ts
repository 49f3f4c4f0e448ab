import { describe, expect, test } from "vitest";
import { numberFormat, structuredCell } from "../../../core/structure/structured-cell.ts";

const cell = { sheet: "Sheet1", row: 1, column: 1 };

describe("numberFormat", () => {
  test.each([
    [0.98, "98%", "0%"],
    [0.985, "98.5%", "0.0%"],
    [1234, "1,234", "#,##0"],
    [1234.5, "1,234.50", "#,##0.00"],
    [-5, "-5", "0"],
    [-5, "△5", '0;"△"0'],
    [12, "12人", '0"人"'],
    [12, "約12", '"約"0'],
  ])("%d shown as %s", (value, text, format) => {
    expect(numberFormat(value, text)).toBe(format);
  });

  test.each([
    [44286, "2021/3/31"],
    [12, "13"],
    [1234, "12,34"],
    [1.5, "1/2"],
    [12, "十二"],
  ])("no format shows %d as %s", (value, text) => {
    expect(numberFormat(value, text)).toBeUndefined();
  });
});

describe("structuredCell", () => {
  test.each([
    ["1,234", "integer", 1234],
    ["３.５", "number", 3.5],
    [" 12 ", "integer", 12],
    ["12人", "integer", "12人"],
    ["－", "integer", "－"],
    ["007", "integer", "007"],
    ["12", "string", "12"],
  ] as const)("the text %j of a column of type %s", (text, type, value) => {
    expect(structuredCell({ value: text, text, cell }, type)?.value).toBe(value);
  });

  test.each([
    ["1か所", { value: 1, text: "1", unit: "か所" }],
    ["98%", { value: 98, text: "98", unit: "%" }],
    ["1,234件", { value: 1234, text: "1,234", format: "#,##0", unit: "件" }],
    ["1 2人", { value: "1 2人", text: "1 2人" }],
    ["計3回", { value: "計3回", text: "計3回" }],
    ["3人×2回", { value: "3人×2回", text: "3人×2回" }],
  ])("the text %j beside a column of units", (text, content) => {
    expect(structuredCell({ value: text, text, cell }, "string", true)).toEqual({ ...content, source: cell });
  });

  test.each([
    [12, "12人", { format: '0"人"', unit: "人" }],
    [0.98, "98%", { format: "0%" }],
    [12, "12", {}],
  ])("the number %d shown as %s beside a column of units", (value, text, content) => {
    expect(structuredCell({ value, text, cell }, "string", true)).toEqual({ value, text, ...content, source: cell });
  });

  test("a date stays as people read it", () => {
    const date = { value: 44286, text: "令和3年3月31日", date: "2021-03-31", cell };
    expect(structuredCell(date, "string")).toEqual({ value: date.text, text: date.text, source: cell });
  });

  test("a blank is no cell", () => {
    expect(structuredCell({ value: null, text: "", cell }, "string")).toBeUndefined();
  });
});

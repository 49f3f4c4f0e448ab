import { expect, test } from "vitest";
import { HostError } from "./host-error.ts";
import { type TypedValue, typedValue } from "./typed-value.ts";

const general = { numberFormat: "General", year: 2026, date1904: false };

test.each<[input: string, TypedValue]>([
  ["0012", { value: 12 }],
  ["12", { value: 12 }],
  ["-1.5e3", { value: -1500 }],
  ["1,234", { value: 1234, numberFormat: "#,##0" }],
  ["12,5", { value: "12,5" }],
  ["45.5%", { value: 0.455, numberFormat: "0.00%" }],
  ["true", { value: true }],
  ["#N/A", { value: { error: "#N/A" } }],
  ["1-2", { value: 46024, numberFormat: 'm"月"d"日"' }],
  ["3/31", { value: 46112, numberFormat: 'm"月"d"日"' }],
  ["2022/3/31", { value: 44651, numberFormat: "yyyy/m/d" }],
  ["1-1-1", { value: 36892, numberFormat: "yyyy/m/d" }],
  ["2022年3月31日", { value: 44651, numberFormat: 'yyyy"年"m"月"d"日"' }],
  ["R4.3.31", { value: 44651, numberFormat: "[$-411]ge.m.d" }],
  ["令和元年5月1日", { value: 43586, numberFormat: '[$-411]ggge"年"m"月"d"日"' }],
  ["9:30", { value: 0.395_833_333_333_333_3, numberFormat: "h:mm" }],
  ["=A1*2", { value: { formula: "A1*2" } }],
  ["'1-2", { value: "1-2" }],
  ["", { value: null }],
  ["①", { value: "①" }],
  ["2-(3)-1", { value: "2-(3)-1" }],
  ["2022/2/30", { value: "2022/2/30" }],
  ["令和6年度", { value: "令和6年度" }],
])("%s is typed into a cell without a format", (input, expected) => {
  expect(typedValue(input, general)).toEqual(expected);
});

test.each([
  ["1-2", "1-2"],
  ["=A1", "=A1"],
  ["0012", "0012"],
  [12, "12"],
  [true, "TRUE"],
])("%s stays a text in a cell formatted as text", (input, value) => {
  expect(typedValue(input, { ...general, numberFormat: "@" })).toEqual({ value });
});

test.each(["¥1,000", "(5)", "1 1/2", "13-2"])(
  "%s: what Excel makes of it is not modelled, and is not guessed",
  (input) => {
    expect(() => typedValue(input, general)).toThrow(HostError);
  },
);

import { expect, test } from "vitest";
import { isDateFormat } from "../../../core/workbook/date-format.ts";

test.each([
  "yyyy/m/d",
  "m/d/yyyy",
  'yyyy"年"m"月"d"日"',
  'm"月"d"日"',
  "mmm-yy",
  "mmmm",
  "[$-411]ggge.m.d",
  "[$-ja-JP-x-gannen]ggge",
  "r",
  "aaa",
  "yyyy/m/d h:mm",
  "[$-F800]dddd, mmmm dd, yyyy",
  "yyyy/m/d;@",
  "[Red]d",
])("%s shows a date", (code) => {
  expect(isDateFormat(code)).toBe(true);
});

test.each([
  "General",
  "G/標準",
  "@",
  "0",
  "#,##0;[Red]-#,##0",
  '#,##0"日"',
  "0.00E+00",
  "0g",
  "h:mm",
  "mm:ss",
  "mm:ss.0",
  "[h]:mm",
  "[mm]",
  "h:mm AM/PM",
  "[$-F400]h:mm:ss AM/PM",
  '_ * #,##0_ ;_ * "-"_ ;_ @_ ',
  "\\d0",
])("%s shows none", (code) => {
  expect(isDateFormat(code)).toBe(false);
});

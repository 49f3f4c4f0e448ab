import { expect, test } from "vitest";
import { cellFormat, generalFormat } from "../../xlsx/cell-format.ts";

const lastOfFiscal2021 = 44651; // 2022-03-31
const firstOfReiwa = 43586; // 2019-05-01

test.each([
  ["[$-411]ge.m.d", lastOfFiscal2021, "R4.3.31"],
  ["[$-411]gge.m.d", lastOfFiscal2021, "令4.3.31"],
  ['[$-411]ggge"年"m"月"d"日"', lastOfFiscal2021, "令和4年3月31日"],
  ['[$-411]ggge"年"m"月"d"日";@', firstOfReiwa, "令和1年5月1日"],
  ['[$-411]ggge"年"m"月"d"日"', firstOfReiwa - 1, "平成31年4月30日"],
  ['[$-411]ggge"年"m"月"d"日"', 32516, "平成1年1月8日"],
  ['[$-411]ggge"年"m"月"d"日"', 32515, "昭和64年1月7日"],
  ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', firstOfReiwa, "令和元年5月1日"],
  ['[$-ja-JP-x-gannen,80]ggge"年"m"月"d"日"', lastOfFiscal2021, "令和4年3月31日"],
  ['ggge"年度"', lastOfFiscal2021, "令和4年度"],
  ["[$-411]gee/mm/dd", lastOfFiscal2021, "R04/03/31"],
  ['[$-411]ggge"年"m"月"d"日"\\(aaa\\)', lastOfFiscal2021, "令和4年3月31日(木)"],
  ['yyyy"年"m"月"d"日"aaaa', lastOfFiscal2021, "2022年3月31日木曜日"],
  ["[$-30411]e.m.d", lastOfFiscal2021, "4.3.31"],
  ["[$-804]e", lastOfFiscal2021, "2022"],
  ["yyyy/m/d", lastOfFiscal2021, "2022/3/31"],
  ["[$-F800]dddd, mmmm dd, yyyy", lastOfFiscal2021, "2022年3月31日"],
])("date: %s of %d is %s", (code, serial, text) => {
  const number = cellFormat(code, false).number(serial);
  expect(number.text).toBe(text);
  expect(number.date).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test.each([
  ["#,##0", 1234567.5, "1,234,568"],
  ["0.0%", 0.4567, "45.7%"],
  ['#,##0;"△ "#,##0', -1234, "△ 1,234"],
  ["#,##0_);[Red](#,##0)", -1234, "(1,234)"],
  ["_ * #,##0_ ;_ * -#,##0_ ", 1234, "1,234"],
  ['0"件"', 243, "243件"],
  ['"¥"#,##0', 1234, "¥1,234"],
  ["0.00E+00", 12345, "1.23E+04"],
  ["0g", 5, "5"],
  [";;;", 5, ""],
  ["G/標準", 12.5, "12.5"],
  ['broken "', 12.5, "12.5"],
  ["h:mm", 0.5, "12:00"],
  ["[h]:mm", 1.5, "36:00"],
  ["mm:ss", 0.001, "01:26"],
  ["yyyy/m/d", -1, "-1"],
])("number: %s of %d is %s, no date", (code, value, text) => {
  expect(cellFormat(code, false).number(value)).toEqual({ text });
});

test.each([
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.333333333"],
  [12345678901, "12345678901"],
  [1234567890123, "1.23457E+12"],
  [-5, "-5"],
])("a number without a format is shown with as many digits as Excel: %d", (value, text) => {
  expect(generalFormat.number(value)).toEqual({ text });
});

test("a time of day is part of the date", () => {
  expect(cellFormat("yyyy/m/d h:mm", false).number(44651.395833333336)).toEqual({
    text: "2022/3/31 9:30",
    date: "2022-03-31T09:30:00",
  });
});

test("the 1904 system moves dates, not durations", () => {
  expect(cellFormat("yyyy/m/d", true).number(43189)).toEqual({ text: "2022/3/31", date: "2022-03-31" });
  expect(cellFormat("[h]:mm", true).number(1.5)).toEqual({ text: "36:00" });
});

test("the day that Excel invented has a text but no date", () => {
  expect(cellFormat("yyyy/m/d", false).number(60)).toEqual({ text: "1900/2/29" });
  expect(cellFormat("yyyy/m/d", false).number(61).date).toBe("1900-03-01");
  expect(cellFormat("yyyy/m/d", false).number(1).date).toBe("1900-01-01");
});

test("a text section shows what it adds to a text", () => {
  expect(cellFormat('@"様"', false).text("小郡")).toBe("小郡様");
  expect(cellFormat("#,##0_ ", false).text(" 小郡 ")).toBe(" 小郡 ");
  expect(cellFormat(";;;", false).text("小郡")).toBe("");
});

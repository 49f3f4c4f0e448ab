import { expect, test } from "vitest";
import { eraOf, japaneseDate } from "../../../core/text/japanese-era.ts";

test.each([
  ["2026-03-31", "令和", "令", "R", 8],
  ["2019-05-01", "令和", "令", "R", 1],
  ["2019-04-30T23:59:59", "平成", "平", "H", 31],
  ["1989-01-08", "平成", "平", "H", 1],
  ["1989-01-07", "昭和", "昭", "S", 64],
  ["1926-12-25", "昭和", "昭", "S", 1],
  ["1926-12-24", "大正", "大", "T", 15],
  ["1912-07-30", "大正", "大", "T", 1],
  ["1912-07-29", "明治", "明", "M", 45],
])("%s is %s", (date, name, abbreviation, letter, year) => {
  expect(eraOf(date)).toEqual({ name, abbreviation, letter, year });
});

test("there is no era before Meiji", () => {
  expect(eraOf("1867-12-31")).toBeUndefined();
});

test.each([
  ["2026-04-01", "令和8年4月1日"],
  ["2019-05-01T09:30:00", "令和元年5月1日"],
  ["1867-12-31", "1867年12月31日"],
])("%s is printed as %s", (date, printed) => {
  expect(japaneseDate(date)).toBe(printed);
});

import { expect, test } from "vitest";
import { findDates } from "../../../core/text/find-dates.ts";

test.each([
  ["令和3年11月17日(水)に開催", ["kanji 令和3年11月17日(水)"]],
  ["１１月１７日、２月３日", ["kanji １１月１７日", "kanji ２月３日"]],
  ["011.10.28に実施、12.10.20に", ["dotted 011.10.28", "dotted 12.10.20"]],
  ["R3.10.28 2021/4/1 2021-04-01", ["dotted R3.10.28", "slash 2021/4/1", "hyphen 2021-04-01"]],
  ["11/12実施、12/1から", ["slash 11/12", "slash 12/1"]],
  ["1/2補助、2/3以上、31/45件", []],
  ["022-261-1111、第1.2.3節、10日間", []],
])("%s", (text, dates) => {
  expect(findDates(text).map(({ style, start, end }) => `${style} ${text.slice(start, end)}`)).toEqual(dates);
});

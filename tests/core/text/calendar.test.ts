import { expect, test } from "vitest";
import { isCalendarDay, weekdayOf } from "../../../core/text/calendar.ts";

test.each([
  [2, 29, 2024, true],
  [2, 29, 2023, false],
  [2, 29, 1900, false],
  [2, 29, undefined, true],
  [2, 30, undefined, false],
  [4, 31, undefined, false],
  [13, 1, undefined, false],
  [0, 1, undefined, false],
  [12, 31, 2023, true],
])("%s月%s日 (%s)", (month, day, year, exists) => {
  expect(isCalendarDay(month, day, year)).toBe(exists);
});

test.each([
  [2023, 10, 1, "日"],
  [2024, 2, 29, "木"],
  [1989, 1, 8, "日"],
  [2000, 1, 1, "土"],
])("%s-%s-%s", (year, month, day, weekday) => {
  expect(weekdayOf(year, month, day)).toBe(weekday);
});

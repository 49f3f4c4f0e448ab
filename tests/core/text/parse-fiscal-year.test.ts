import { expect, test } from "vitest";
import { parseFiscalYear } from "../../../core/text/parse-fiscal-year.ts";

test.each<[string, number]>([
  ["2025", 2025],
  ["２０２５", 2025],
  ["2025年度", 2025],
  ["R7", 2025],
  ["r７", 2025],
  ["令和7", 2025],
  ["令和 7 年", 2025],
  ["令和７年度", 2025],
  ["令和元", 2019],
  ["平成30", 2018],
  ["H30", 2018],
  ["令和7(2025)年度", 2025],
])("%s is %i", (text, year) => {
  expect(parseFiscalYear(text)).toBe(year);
});

test.each(["", "7", "25", "令和", "R0", "令和00", "20255", "1200", "来年度", "令和7年度の評価", "-2025", "2025.0"])(
  "%j is no fiscal year",
  (text) => {
    expect(parseFiscalYear(text)).toBeUndefined();
  },
);

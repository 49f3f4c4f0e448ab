import fc from "fast-check";
import { expect, test } from "vitest";
import { fiscalYearLabel, findFiscalYears } from "../../../core/text/fiscal-year.ts";
import { shiftFiscalYears } from "../../../core/text/shift-fiscal-years.ts";

test.each<[string, string]>([
  ["主な施策8事業の令和5年度実績", "主な施策8事業の令和6年度実績"],
  ["令和元(2019)年度~令和3(2021)年度の取組", "令和2(2020)年度~令和4(2022)年度の取組"],
  ["2018（平成30）年度", "2019（令和元）年度"],
  ["実施状況（令和３年度）", "実施状況（令和４年度）"],
  ["令和 5\n年度実績(件数等)", "令和 6\n年度実績(件数等)"],
  ["平成30年度末の現況", "令和元年度末の現況"],
  ["Ｒ６年度", "Ｒ７年度"],
  ["h30年度", "r1年度"],
  ["評価年度:2012年度", "評価年度:2013年度"],
  ["2014年度以降", "2015年度以降"],
  ["第3年度", "第3年度"],
  ["12021年度", "12021年度"],
  ["FR3年度", "FR3年度"],
  ["No. 8 - 1、令和3年10月", "No. 8 - 1、令和3年10月"],
])("%s → %s", (text, moved) => {
  expect(shiftFiscalYears(text, 1)).toBe(moved);
});

test("only the year that is asked for moves", () => {
  expect(shiftFiscalYears("令和3年度目標と平成30年度末の現況", 1, 2021)).toBe("令和4年度目標と平成30年度末の現況");
});

test("several years at once, and across eras", () => {
  expect(shiftFiscalYears("平成29年度", 3)).toBe("令和2年度");
  expect(shiftFiscalYears("令和2年度", -3)).toBe("平成29年度");
});

test("a moved year reads as that year, and no other text changes", () => {
  const year = fc.integer({ min: 1990, max: 2060 });
  const written = year.chain((gregorian) =>
    fc.constantFrom(fiscalYearLabel(gregorian), `${gregorian}年度`, fiscalYearLabel(gregorian).normalize("NFKD")),
  );
  const plain = fc.stringMatching(/^[ぁ-んァ-ヶー、。（）A-Q ]{0,8}$/u);
  fc.assert(
    fc.property(plain, written, plain, fc.integer({ min: -5, max: 5 }), (before, text, after, years) => {
      const moved = shiftFiscalYears(`${before}${text}${after}`, years);
      expect(findFiscalYears(moved).map(({ gregorian }) => gregorian)).toEqual(
        findFiscalYears(text).map(({ gregorian }) => gregorian + years),
      );
      expect(moved.startsWith(before)).toBe(true);
      expect(moved.endsWith(after)).toBe(true);
      expect(shiftFiscalYears(moved, -years)).toBe(`${before}${text}${after}`);
    }),
    { seed: 20250401 },
  );
});

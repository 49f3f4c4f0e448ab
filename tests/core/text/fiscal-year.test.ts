import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FISCAL_YEAR_PATTERN, fiscalYearLabel, findFiscalYears } from "../../../core/text/fiscal-year.ts";
import { foldText } from "../../../core/text/fold.ts";

test.each<[string, number[]]>([
  ["令和元(2019)年度", [2019]],
  ["令和 元 年度", [2019]],
  ["Ｒ３年度", [2021]],
  ["R3年度実績", [2021]],
  ["H30年度", [2018]],
  ["㍻30年度", [2018]],
  ["平成30年度末の 現況", [2018]],
  ["昭和64年度", [1989]],
  ["2012年度", [2012]],
  ["評価年度:2012年度", [2012]],
  ["2019(令和元)年度", [2019]],
  ["令和元年度～令和3年度", [2019, 2021]],
  ["令和元(2019)年度~令和3(2021)年度の取組", [2019, 2021]],
  ["主な施策8事業の令和5年度実績", [2023]],
  ["3年度", []],
  ["第3年度", []],
  ["12021年度", []],
  ["令和3年", []],
  ["年度", []],
  ["FR3年度", []],
])("%s", (text, years) => {
  expect(findFiscalYears(text).map(({ gregorian }) => gregorian)).toEqual(years);
});

test("以降 holds for all years that follow", () => {
  expect(findFiscalYears("2014年度以降")).toEqual([{ gregorian: 2014, onward: true }]);
  expect(findFiscalYears("令和7年度 以降、2013年度")).toEqual([
    { gregorian: 2025, onward: true },
    { gregorian: 2013, onward: false },
  ]);
});

test.each([
  [2021, "令和3年度"],
  [2019, "令和元年度"],
  [2018, "平成30年度"],
  [1989, "平成元年度"],
  [1926, "昭和元年度"],
  [1868, "明治元年度"],
  [1867, "1867年度"],
])("%i is printed as %s", (gregorian, label) => {
  expect(fiscalYearLabel(gregorian)).toBe(label);
});

describe("property", () => {
  const year = fc.integer({ min: 1868, max: 2099 });

  test("a label states its year", () => {
    fc.assert(
      fc.property(year, (gregorian) => findFiscalYears(fiscalYearLabel(gregorian))[0]?.gregorian === gregorian),
    );
  });

  test("the pattern for headings takes every label", () => {
    const pattern = new RegExp(`^${FISCAL_YEAR_PATTERN}$`, "u");
    fc.assert(fc.property(year, (gregorian) => pattern.test(foldText(fiscalYearLabel(gregorian)))));
  });
});

import { expect, test } from "vitest";
import { findDates } from "../../../core/text/find-dates.ts";
import { yearFault } from "../../../core/text/year-fault.ts";

test.each([
  ["011.10.28に実施", "broken"],
  ["1021/10/28", "broken"],
  ["12.10.20に実施", "short"],
  ["R3.10.28", undefined],
  ["2021/4/1", undefined],
  ["11/12に実施", undefined],
  ["3年10月28日、12年4月1日", undefined],
])("%s: %s", (text, fault) => {
  expect(findDates(text).map(yearFault)[0]).toBe(fault);
});

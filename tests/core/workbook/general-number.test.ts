import fc from "fast-check";
import { expect, test } from "vitest";
import { generalNumber } from "../../../core/workbook/general-number.ts";
import { generalFormat } from "../../../xlsx/cell-format.ts";

test.each([
  [0, "0"],
  [-3, "-3"],
  [12.345_678_901_234, "12.3456789"],
  [0.1 + 0.2, "0.3"],
  [1_234_567_890.5, "1234567891"],
  [99_999_999_999, "99999999999"],
])("%d is shown as %s", (value, text) => {
  expect(generalNumber(value)).toBe(text);
});

test.each([1e11, 1e-5, 12_345_678_901.5])("%d is left to Excel", (value) => {
  expect(generalNumber(value)).toBeUndefined();
});

test("the same as in the files", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
      const value = digits / 10 ** places;
      fc.pre(value === 0 || Math.abs(value) >= 1e-4);
      expect(generalNumber(value)).toBe(generalFormat.number(value).text);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate } from "../../../core/workbook/serial-date.ts";

test.each([
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [61, "1900-03-01"],
  [44_651, "2022-03-31"],
  [45_351, "2024-02-29"],
  [2_958_465, "9999-12-31"],
  [44_651.5, "2022-03-31T12:00:00"],
  [44_651.999_999_9, "2022-04-01"],
])("serial %d is %s", (serial, date) => {
  expect(isoDate(serial)).toBe(date);
});

test.each([0, 0.5, -1, 60, 60.5, 2_958_466])("serial %d is no date", (serial) => {
  expect(isoDate(serial)).toBeUndefined();
});

test("the calendar is that of JavaScript", () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
      expect(isoDate(serial)).toBe(day);
    }),
  );
});

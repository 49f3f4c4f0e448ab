import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellName,
  columnLetters,
  columnNumber,
  parseRange,
  qualifiedCellName,
  rangeName,
} from "../../../core/workbook/address.ts";

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [702, "ZZ"],
  [703, "AAA"],
  [16_384, "XFD"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(columnNumber(letters.toLowerCase())).toBe(column);
});

test("property: letters and numbers of columns answer to each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => columnNumber(columnLetters(column)) === column),
  );
});

test("property: a range survives being written", () => {
  const row = fc.integer({ min: 1, max: 1_048_576 });
  const column = fc.integer({ min: 1, max: 16_384 });
  fc.assert(
    fc.property(row, row, column, column, (a, b, c, d) => {
      const range = { top: Math.min(a, b), left: Math.min(c, d), bottom: Math.max(a, b), right: Math.max(c, d) };
      expect(parseRange(rangeName(range))).toEqual(range);
    }),
  );
});

test.each([
  ["F8", { top: 8, left: 6, bottom: 8, right: 6 }],
  ["$A$5:$H$17", { top: 5, left: 1, bottom: 17, right: 8 }],
  ["H17:A5", { top: 5, left: 1, bottom: 17, right: 8 }],
  ["A1:XFD1048576", { top: 1, left: 1, bottom: 1_048_576, right: 16_384 }],
])("%s is read", (name, range) => {
  expect(parseRange(name)).toEqual(range);
});

test.each(["", "A", "5", "A0", "A1:B0", "XFE1", "A1048577", "A:B", "Sheet1!A1", "A1:B2:C3", "Ａ１"])(
  "「%s」 is no range",
  (name) => {
    expect(parseRange(name)).toBeUndefined();
  },
);

test.each([
  ["進捗", "進捗!F8"],
  ["Sheet_1.2", "Sheet_1.2!F8"],
  ["評価票(2)", "'評価票(2)'!F8"],
  ["3年度", "'3年度'!F8"],
  ["令和 3", "'令和 3'!F8"],
  ["A's", "'A''s'!F8"],
  ["R5", "'R5'!F8"],
  ["ab12", "'ab12'!F8"],
  ["R1C1", "'R1C1'!F8"],
  ["RC", "'RC'!F8"],
  ["TRUE", "'TRUE'!F8"],
  ["R5年度", "R5年度!F8"],
])("a cell of the sheet %s is %s", (sheet, name) => {
  expect(qualifiedCellName({ sheet, row: 8, column: 6 })).toBe(name);
  expect(name.endsWith(cellName({ row: 8, column: 6 }))).toBe(true);
});

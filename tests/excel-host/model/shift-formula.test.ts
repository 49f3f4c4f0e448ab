import { expect, test } from "vitest";
import { type LineShift, renameInFormula, shiftFormula, shiftSpan } from "./shift-formula.ts";

const insertTwoRows: LineShift = { axis: "row", from: 3, by: 2 };
const deleteTwoRows: LineShift = { axis: "row", from: 3, by: -2 };
const deleteColumn: LineShift = { axis: "column", from: 2, by: -1 };

test.each<[string, LineShift, string]>([
  ["SUM(B2:B5)", insertTwoRows, "SUM(B2:B7)"],
  ["$B$3+B2", insertTwoRows, "$B$5+B2"],
  ["LOG10(A3)", insertTwoRows, "LOG10(A5)"],
  ['A3&"A3"', insertTwoRows, 'A5&"A3"'],
  ["別表!A3+評価表!A3", insertTwoRows, "別表!A3+評価表!A5"],
  ["'評価表'!A3", insertTwoRows, "'評価表'!A5"],
  ["SUM(B2:B5)", deleteTwoRows, "SUM(B2:B3)"],
  ["SUM(B3:B4)+B6", deleteTwoRows, "SUM(#REF!)+B4"],
  ["B1+C1", deleteColumn, "#REF!+B1"],
])("%s after %j is %s", (formula, shift, expected) => {
  expect(shiftFormula(formula, "評価表", "評価表", shift)).toBe(expected);
});

test("a formula follows the new name of a sheet, quoted where it must be", () => {
  expect(renameInFormula("SUM(様式1!A1:A3)+A1+別表!A1", "様式1", "様式 1")).toBe("SUM('様式 1'!A1:A3)+A1+別表!A1");
});

test.each([
  [2, 5, deleteTwoRows, [2, 3]],
  [4, 6, deleteTwoRows, [3, 4]],
  [3, 4, deleteTwoRows, undefined],
  [1, 2, deleteTwoRows, [1, 2]],
  [3, 3, insertTwoRows, [5, 5]],
])("rows %d to %d after %j", (first, last, shift, expected) => {
  expect(shiftSpan(first, last, shift)).toEqual(expected);
});

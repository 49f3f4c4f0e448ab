import { expect, test } from "vitest";
import { sheetGrid, type SheetGrid } from "../../../core/workbook/sheet-grid.ts";
import { rangeName } from "../../../core/workbook/address.ts";
import { sheet, type Grid } from "../../support/sheet.ts";

const grid = (cells: Grid, ...merges: string[]): SheetGrid => sheetGrid(sheet(cells, { merges }));
const at = (sheetGridOf: SheetGrid, row: number, column: number) => {
  const { range, cell } = sheetGridOf.slotAt(row, column);
  return `${rangeName(range)} ${cell?.text ?? "-"}`;
};

test("single cells and blanks", () => {
  const found = grid([["甲", null, "乙"]]);
  expect([at(found, 1, 1), at(found, 1, 2), at(found, 9, 9)]).toEqual(["A1 甲", "B1 -", "I9 -"]);
  expect(found.filledSlots(1).map(({ cell }) => cell?.text)).toEqual(["甲", "乙"]);
  expect([found.lastRow, found.filledRows, found.endingRows]).toEqual([1, [1], [1]]);
});

test("every position of a merge is the same slot", () => {
  const found = grid(
    [
      ["甲", "<"],
      ["^", null, null, null, "乙"],
    ],
    "C1:D2",
  );
  expect(found.slotAt(2, 2)).toBe(found.slotAt(1, 1));
  expect([at(found, 2, 1), at(found, 2, 4)]).toEqual(["A1:B2 甲", "C1:D2 -"]);
  expect(found.filledSlots(2).map(({ cell }) => cell?.text)).toEqual(["乙"]);
  expect(found.slotsEndingIn(2).map(({ cell }) => cell?.text)).toEqual(["甲", "乙"]);
  expect(found.slotsEndingIn(1)).toEqual([]);
});

test.each([" ", "\u00a0", "\n", "　\t\u00a0"])("a cell of white space only (%j) is empty", (blank) => {
  const found = grid([[blank, "甲"]]);
  expect(found.filledSlots(1)).toHaveLength(1);
  expect(at(found, 1, 1)).toBe("A1 -");
});

test("a merge down to the last row of Excel costs nothing", () => {
  const found = grid(
    [
      ["甲", "乙"],
      [null, "丙"],
    ],
    "A1:A1048576",
  );
  expect(at(found, 2, 1)).toBe("A1:A1048576 甲");
  expect(found.lastRow).toBe(2);
  expect(found.endingRows).toEqual([1, 2, 1_048_576]);
});

test("a text inside another's merge stands for itself", () => {
  const found = grid(
    [
      ["甲", "乙"],
      [null, "丙"],
    ],
    "A1:B2",
  );
  expect([at(found, 1, 1), at(found, 1, 2), at(found, 2, 1), at(found, 2, 2)]).toEqual([
    "A1:B2 甲",
    "B1 乙",
    "A1:B2 甲",
    "B2 丙",
  ]);
});

test("of overlapping merges the one that holds a text counts", () => {
  const found = grid(
    [
      [null, null, null],
      [null, "甲", null],
      [null, null, null, "乙"],
    ],
    "A1:B3",
    "B2:C3",
  );
  expect([at(found, 2, 2), at(found, 3, 3), at(found, 3, 2), at(found, 1, 2)]).toEqual([
    "B2:C3 甲",
    "B2:C3 甲",
    "B2:C3 甲",
    "A1:B3 -",
  ]);
});

test("an empty sheet", () => {
  const found = grid([]);
  expect([found.lastRow, found.filledRows, found.endingRows]).toEqual([0, [], []]);
});

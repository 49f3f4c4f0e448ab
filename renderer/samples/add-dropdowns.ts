import type ExcelJS from "exceljs";
import { rangeName } from "../../core/workbook/address.ts";
import type { CellRange } from "../../core/workbook/snapshot.ts";
import type { PlacedCell } from "./place-cells.ts";

interface DropdownRange extends CellRange {
  readonly choices: readonly string[];
}

/** ExcelJS takes validations of ranges here, which its types leave out. */
interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

/**
 * Gives the cells that have choices a dropdown, one a range. Set cell by cell, ExcelJS joins them into ranges that
 * overlap as soon as one begins above row 10 and ends below (exceljs issue 2820).
 */
export function addDropdowns(worksheet: ExcelJS.Worksheet, cells: readonly PlacedCell[]): void {
  const { dataValidations } = worksheet as ExcelJS.Worksheet & RangeValidations;
  for (const range of dropdownRanges(cells)) {
    dataValidations.add(rangeName(range), {
      type: "list",
      allowBlank: true,
      formulae: [`"${range.choices.join(",")}"`],
      showErrorMessage: true,
    });
  }
}

function dropdownRanges(cells: readonly PlacedCell[]): DropdownRange[] {
  const ranges: DropdownRange[] = [];
  for (const { row, column, bottom, right, choices } of cells) {
    if (!choices) continue;
    const above = ranges.findIndex((range) => range.left === column && range.bottom === row - 1);
    if (above < 0) ranges.push({ top: row, left: column, bottom, right, choices });
    else ranges[above] = { ...ranges[above]!, bottom };
  }
  return ranges;
}

import type ExcelJS from "exceljs";
import { parseRange } from "../../core/workbook/address.ts";
import type { CellRange } from "../../core/workbook/snapshot.ts";
import { cellText } from "./cell-text.ts";
import { type HostCell, hostCell } from "./cell-value.ts";

const standardWidth = 8.43;

/** A worksheet read by ExcelJS, with the questions that Excel's object model answers about it. */
export class SheetModel {
  readonly worksheet: ExcelJS.Worksheet;
  readonly date1904: boolean;
  readonly merges: readonly CellRange[];

  constructor(worksheet: ExcelJS.Worksheet, date1904: boolean) {
    this.worksheet = worksheet;
    this.date1904 = date1904;
    this.merges = worksheet.model.merges.flatMap((name) => parseRange(name) ?? []);
  }

  cell(row: number, column: number): HostCell {
    return hostCell(this.worksheet.findCell(row, column), this.date1904);
  }

  text(row: number, column: number): string {
    const merge = this.merges.find(({ top, left }) => top === row && left === column);
    let width = 0;
    for (let at = column; at <= (merge?.right ?? column); at++) width += this.#width(at);
    return cellText(this.cell(row, column), width, this.date1904);
  }

  isRowHidden(row: number): boolean {
    return this.worksheet.findRow(row)?.hidden === true;
  }

  isColumnHidden(column: number): boolean {
    return this.worksheet.getColumn(column).hidden;
  }

  /** The smallest area around all cells with a value or, unless `valuesOnly`, a format. */
  usedArea(valuesOnly: boolean): CellRange | null {
    let area: CellRange | null = null;
    this.worksheet.eachRow((row, rowNumber) => {
      row.eachCell({ includeEmpty: !valuesOnly }, (cell, column) => {
        const holds = this.cell(rowNumber, column).valueType !== "Empty" || cell.formula;
        if (holds || (!valuesOnly && hasFormat(cell))) area = around(area, rowNumber, column);
      });
    });
    return area;
  }

  #width(column: number): number {
    return this.worksheet.getColumn(column).width ?? standardWidth;
  }
}

function hasFormat(cell: ExcelJS.Cell): boolean {
  return cell.isMerged || Object.keys(cell.style).length > 0;
}

function around(area: CellRange | null, row: number, column: number): CellRange {
  if (!area) return { top: row, left: column, bottom: row, right: column };
  return {
    top: Math.min(area.top, row),
    left: Math.min(area.left, column),
    bottom: Math.max(area.bottom, row),
    right: Math.max(area.right, column),
  };
}

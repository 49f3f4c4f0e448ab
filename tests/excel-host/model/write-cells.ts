import type ExcelJS from "exceljs";
import { columnCount, isUnbounded, rowCount } from "./areas.ts";
import { HostError, invalidArgument } from "./host-error.ts";
import type { Place } from "./place.ts";
import type { SheetModel } from "./sheet-model.ts";
import { setStyle } from "./cell-style.ts";
import { typedValue } from "./typed-value.ts";

/**
 * Writes values or formulas into a range as if they were typed: one for all cells, or a grid of the range's own size.
 * `null` leaves a cell alone.
 *
 * @throws HostError for a grid of another size, a range without end, a protected cell
 */
export function writeCells({ sheet, area }: Place, values: unknown): void {
  if (isUnbounded(area)) throw invalidArgument("values cannot be written into whole rows or columns");
  const grid = gridOf(values, rowCount(area), columnCount(area));
  sheet.assertWritable(area);
  const before = sheet.cell(area.top, area.left);
  for (const [y, line] of grid.entries()) {
    for (const [x, value] of line.entries()) writeCell(sheet, area.top + y, area.left + x, value);
  }
  const after = sheet.cell(area.top, area.left);
  const isSingle = area.top === area.bottom && area.left === area.right;
  const details = {
    valueBefore: before.value,
    valueTypeBefore: before.valueType,
    valueAfter: after.value,
    valueTypeAfter: after.valueType,
  };
  sheet.book.cellsChanged({ sheet, area }, "RangeEdited", isSingle ? details : undefined);
}

/** A value for every cell: the same for all, or a grid that must have the range's size. */
export function gridOf(values: unknown, rows: number, columns: number): readonly (readonly unknown[])[] {
  if (!Array.isArray(values)) return Array.from({ length: rows }, () => Array<unknown>(columns).fill(values));
  const grid = values as readonly unknown[];
  const fits = grid.length === rows && grid.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) throw invalidArgument(`the values are no grid of ${rows} × ${columns}`);
  return grid as readonly (readonly unknown[])[];
}

/** Writes one cell, without telling anyone. What lies under a merge takes nothing. */
export function writeCell(sheet: SheetModel, row: number, column: number, input: unknown): void {
  if (input === null || input === undefined) return;
  if (typeof input !== "string" && typeof input !== "number" && typeof input !== "boolean") {
    throw invalidArgument(`a cell cannot hold a value of type ${typeof input}`);
  }
  if (typeof input === "string" && input.length > 32_767)
    throw new HostError("InvalidArgument", "the text is too long");
  const cell = sheet.worksheet.getCell(row, column);
  if (isCovered(cell)) return;
  const numberFormat = sheet.cell(row, column).numberFormat;
  const { year, date1904 } = sheet.book;
  const typed = typedValue(input, { numberFormat, year, date1904 });
  // ExcelJS declares no value that is an error by any name.
  cell.value = typed.value as ExcelJS.CellValue;
  if (typed.numberFormat !== undefined && numberFormat === "General") {
    setStyle(cell, { numFmt: typed.numberFormat });
  }
}

/** Whether another cell of its merge covers a cell. */
export function isCovered(cell: ExcelJS.Cell): boolean {
  return cell.isMerged && cell.master !== cell;
}

import type ExcelJS from "exceljs";
import { parseRange, rangeName } from "../../../core/workbook/address.ts";
import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { areasMeet, boundingArea, intersection, isUnbounded, numbers } from "./areas.ts";
import { cellText } from "./cell-text.ts";
import { type HostCell, hostCell } from "./cell-value.ts";
import { HostError } from "./host-error.ts";
import type { HostWorkbook } from "./host-workbook.ts";

const standardWidth = 8.43;

/** A worksheet read by ExcelJS, with the questions that Excel's object model asks of it. */
export class SheetModel {
  readonly worksheet: ExcelJS.Worksheet;
  readonly book: HostWorkbook;
  readonly id: string;
  merges: readonly CellRange[];
  /** What a person may do while the sheet is protected; `undefined` while it is not. */
  protection: Readonly<Record<string, unknown>> | undefined;

  constructor(worksheet: ExcelJS.Worksheet, book: HostWorkbook) {
    this.worksheet = worksheet;
    this.book = book;
    this.id = `{sheet-${worksheet.id}}`;
    this.merges = worksheet.model.merges.flatMap((name) => parseRange(name) ?? []);
    const { sheetProtection } = worksheet as unknown as { sheetProtection?: { sheet?: boolean } | null };
    this.protection = sheetProtection?.sheet === true ? {} : undefined;
  }

  get name(): string {
    return this.worksheet.name;
  }

  get isProtected(): boolean {
    return this.protection !== undefined;
  }

  cell(row: number, column: number): HostCell {
    return hostCell(this.worksheet.findCell(row, column), this.book.date1904);
  }

  text(row: number, column: number): string {
    const merge = this.merges.find(({ top, left }) => top === row && left === column);
    let width = 0;
    for (let at = column; at <= (merge?.right ?? column); at++) width += this.#width(at);
    return cellText(this.cell(row, column), width, this.book.date1904);
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

  /** The part of an area that can hold something: whole rows and columns end with the used range. */
  bounded(area: CellRange): CellRange | undefined {
    if (!isUnbounded(area)) return area;
    return intersection(area, this.usedArea(false) ?? { top: 1, left: 1, bottom: 1, right: 1 });
  }

  /** @throws HostError when the sheet is protected and a cell of the area is locked */
  assertWritable(area: CellRange): void {
    if (!this.protection) return;
    const cells = this.bounded(area) ?? area;
    for (let row = cells.top; row <= cells.bottom; row++) {
      for (let column = cells.left; column <= cells.right; column++) {
        const protection = this.worksheet.findCell(row, column)?.protection as { locked?: boolean } | undefined;
        if (protection?.locked !== false) throw accessDenied(this);
      }
    }
  }

  /** @throws HostError when the sheet is protected and does not allow this: `allowFormatCells` */
  assertAllowed(option: string): void {
    if (this.protection && this.protection[option] !== true) throw accessDenied(this);
  }

  merge(area: CellRange): void {
    this.worksheet.mergeCellsWithoutStyle(rangeName(area));
    this.merges = [...this.merges, area];
  }

  /** Unmerges what meets an area, and says what that was. Every cell keeps its look. */
  unmerge(area: CellRange): CellRange[] {
    const met = this.merges.filter((merge) => areasMeet(merge, area));
    for (const merge of met) {
      const looks = this.#cells(merge).map((cell) => [cell, cell.style] as const);
      this.worksheet.unMergeCells(rangeName(merge));
      for (const [cell, style] of looks) cell.style = style;
    }
    this.merges = this.merges.filter((merge) => !met.includes(merge));
    return met;
  }

  #cells({ top, left, bottom, right }: CellRange): ExcelJS.Cell[] {
    const columns = numbers(left, right);
    return numbers(top, bottom).flatMap((row) => columns.map((column) => this.worksheet.getCell(row, column)));
  }

  #width(column: number): number {
    return this.worksheet.getColumn(column).width ?? standardWidth;
  }
}

function accessDenied({ name }: SheetModel): HostError {
  return new HostError("AccessDenied", `the sheet 「${name}」 is protected`);
}

function hasFormat(cell: ExcelJS.Cell): boolean {
  return cell.isMerged || Object.keys(cell.style).length > 0;
}

function around(area: CellRange | null, row: number, column: number): CellRange {
  const cell = { top: row, left: column, bottom: row, right: column };
  return area ? boundingArea(area, cell) : cell;
}

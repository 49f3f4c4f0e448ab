import type ExcelJS from "exceljs";
import { cellName } from "../../../core/workbook/address.ts";
import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { columnCount, isWholeColumns, isWholeRows, numbers, rowCount } from "./areas.ts";
import { validationStore } from "./validation-store.ts";
import { HostError, notModelled } from "./host-error.ts";
import type { Place } from "./place.ts";
import type { SheetModel } from "./sheet-model.ts";
import { type LineShift, shiftFormula, shiftSpan } from "./shift-formula.ts";

/**
 * Inserts blank rows or columns before a range of whole rows or columns, or deletes it. Merges, tables, names, formulas,
 * validations and ranges that office.js keeps hold of move along; pictures and conditional formats do not.
 */
export function shiftLines({ sheet, area }: Place, direction: "insert" | "delete"): void {
  const isRows = isWholeRows(area);
  if (!isRows && !isWholeColumns(area)) throw notModelled("way to move cells that are no whole rows or columns");
  const axis = isRows ? "row" : "column";
  sheet.assertAllowed(`allow${direction === "insert" ? "Insert" : "Delete"}${isRows ? "Rows" : "Columns"}`);
  const count = isRows ? rowCount(area) : columnCount(area);
  const shift: LineShift = {
    axis,
    from: isRows ? area.top : area.left,
    by: direction === "insert" ? count : -count,
  };
  plainFormulas(sheet);
  const merges = sheet.unmerge(wholeSheet);
  if (axis === "row") moveRows(sheet, shift);
  else moveColumns(sheet, shift);
  for (const merge of merges) remerge(sheet, shiftArea(merge, shift));
  shiftReferences(sheet, shift);
  sheet.book.cellsChanged(
    { sheet, area },
    `${isRows ? "Row" : "Column"}${direction === "insert" ? "Inserted" : "Deleted"}`,
  );
}

const wholeSheet: CellRange = { top: 1, left: 1, bottom: Infinity, right: Infinity };

/** An area after the shift; `undefined` when it is gone. */
export function shiftArea(area: CellRange, shift: LineShift): CellRange | undefined {
  const isRow = shift.axis === "row";
  const span = isRow ? shiftSpan(area.top, area.bottom, shift) : shiftSpan(area.left, area.right, shift);
  if (!span) return undefined;
  return isRow ? { ...area, top: span[0], bottom: span[1] } : { ...area, left: span[0], right: span[1] };
}

/** A cell with everything that moves along with it. */
interface MovedCell {
  readonly value: ExcelJS.CellValue;
  readonly style: Partial<ExcelJS.Style>;
  readonly validation: ReturnType<ReturnType<typeof validationStore>["find"]>;
}

/** Takes a cell out of its place. */
export function takeCell(sheet: SheetModel, row: number, column: number): MovedCell {
  const cell = sheet.worksheet.findCell(row, column);
  const store = validationStore(sheet);
  const address = cellName({ row, column });
  const taken = { value: cell?.value ?? null, style: cell?.style ?? {}, validation: store.find(address) };
  store.remove(address);
  return taken;
}

export function putCell(sheet: SheetModel, row: number, column: number, { value, style, validation }: MovedCell): void {
  const cell = sheet.worksheet.getCell(row, column);
  cell.value = value;
  cell.style = style;
  if (validation) validationStore(sheet).add(cellName({ row, column }), validation);
}

/** A new row looks like the one above it. */
function blankBelow(sheet: SheetModel, row: number | undefined, column: number): MovedCell {
  const above = row === undefined ? undefined : sheet.worksheet.findCell(row, column);
  return { ...blank, style: above?.style ?? {} };
}

const blank: MovedCell = { value: null, style: {}, validation: undefined };

function moveRows(sheet: SheetModel, { from, by }: LineShift): void {
  const { worksheet } = sheet;
  const [last, width] = [worksheet.rowCount, worksheet.columnCount];
  const lines = numbers(from, last).map((row) => {
    const { height, hidden } = worksheet.getRow(row);
    return { height, hidden, cells: numbers(1, width).map((column) => takeCell(sheet, row, column)) };
  });
  const start = by > 0 ? from + by : from;
  const kept = by > 0 ? lines : lines.slice(-by);
  const put = (row: number, line: (typeof lines)[number] | undefined): void => {
    // The type of ExcelJS does not say that a row may have no height.
    Object.assign(worksheet.getRow(row), { height: line?.height, hidden: line?.hidden ?? false });
    for (const column of numbers(1, width)) {
      putCell(
        sheet,
        row,
        column,
        line?.cells[column - 1] ?? blankBelow(sheet, row === 1 ? undefined : from - 1, column),
      );
    }
  };
  for (const row of numbers(from, Math.max(last, last + by))) put(row, kept[row - start]);
}

function moveColumns(sheet: SheetModel, { from, by }: LineShift): void {
  const { worksheet } = sheet;
  const last = worksheet.columnCount;
  const start = by > 0 ? from + by : from;
  const looks = numbers(from, last).map((column) => {
    const { width, hidden, style } = worksheet.getColumn(column);
    return { width, hidden, style };
  });
  const keptLooks = by > 0 ? looks : looks.slice(-by);
  for (const row of numbers(1, worksheet.rowCount)) {
    const cells = numbers(from, last).map((column) => takeCell(sheet, row, column));
    const kept = by > 0 ? cells : cells.slice(-by);
    for (const column of numbers(from, Math.max(last, last + by))) {
      putCell(sheet, row, column, kept[column - start] ?? blank);
    }
  }
  for (const column of numbers(from, Math.max(last, last + by))) {
    const look = keptLooks[column - start];
    Object.assign(worksheet.getColumn(column), look ?? { width: undefined, hidden: false, style: {} });
  }
}

function remerge(sheet: SheetModel, area: CellRange | undefined): void {
  if (area && (area.top !== area.bottom || area.left !== area.right)) sheet.merge(area);
}

/** Formulas that a file shares between cells name each other's addresses: they could not be moved. */
export function plainFormulas(sheet: SheetModel): void {
  sheet.worksheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (!cell.formula) return;
      const { result } = cell.value as { result?: ExcelJS.CellFormulaValue["result"] };
      cell.value = { formula: cell.formula, ...(result !== undefined && { result }) };
    });
  });
}

function shiftReferences(sheet: SheetModel, shift: LineShift): void {
  const { book } = sheet;
  for (const home of book.sheets) {
    home.worksheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (!cell.formula) return;
        const formula = shiftFormula(cell.formula, home.name, sheet.name, shift);
        if (formula !== cell.formula) cell.value = { ...(cell.value as ExcelJS.CellFormulaValue), formula };
      });
    });
  }
  for (const name of book.names) name.formula = shiftFormula(name.formula, "", sheet.name, shift);
  for (const table of book.tables) if (table.sheet === sheet) table.area = movedTable(table.area, shift);
  for (const place of book.placesOn(sheet)) place.area = shiftArea(place.area, shift) ?? place.area;
}

function movedTable(area: CellRange, shift: LineShift): CellRange {
  const moved = shiftArea(area, shift);
  if (!moved) throw new HostError("InsertDeleteConflict", "the rows of a whole table cannot be deleted like this");
  return moved;
}

import type ExcelJS from "exceljs";
import { columnCount, rowCount } from "../model/areas.ts";
import { invalidArgument, notModelled } from "../model/host-error.ts";
import type { Place } from "../model/place.ts";
import type { SheetModel } from "../model/sheet-model.ts";
import { gridOf } from "../model/write-cells.ts";

interface CellPropertiesWanted {
  readonly hyperlink?: boolean;
  readonly format?: { readonly protection?: boolean };
}

interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly textToDisplay?: string;
}

/** What `getCellProperties` says of one cell. @throws HostError for properties that are not modelled */
export function cellProperties(sheet: SheetModel, row: number, column: number, wanted: CellPropertiesWanted): object {
  const { hyperlink, format, ...others } = wanted;
  const { protection, ...otherFormats } = format ?? {};
  const unknown = Object.keys({ ...others, ...otherFormats });
  if (unknown.length > 0) throw notModelled(`cell property ${unknown.join()}`);
  return {
    ...(hyperlink && { hyperlink: linkOf(sheet, row, column) }),
    ...(protection && { format: { protection: protectionOf(sheet, row, column) } }),
  };
}

/** Sets the links of cells; an object without one leaves its cell alone. @throws HostError */
export function setCellProperties(place: Place, values: unknown): void {
  const { sheet, area } = place;
  const grid = gridOf(values, rowCount(area), columnCount(area)) as { hyperlink?: Hyperlink }[][];
  sheet.assertAllowed("allowInsertHyperlinks");
  for (const [y, line] of grid.entries()) {
    for (const [x, { hyperlink, ...others }] of line.entries()) {
      const unknown = Object.keys(others);
      if (unknown.length > 0) throw notModelled(`cell property ${unknown.join()}`);
      if (hyperlink) setLink(sheet.worksheet.getCell(area.top + y, area.left + x), hyperlink);
    }
  }
  sheet.book.cellsChanged(place, "RangeEdited");
}

/** ExcelJS writes a place in the same workbook as `#様式1!A1`. */
function linkOf(sheet: SheetModel, row: number, column: number): object | null {
  // The type of ExcelJS does not say that a cell may have no link.
  const link = sheet.worksheet.findCell(row, column)?.hyperlink;
  if (link === undefined) return null;
  const [address, documentReference] = link.split("#");
  return { address, documentReference };
}

function setLink(cell: ExcelJS.Cell, { address = "", documentReference, textToDisplay }: Hyperlink): void {
  const hyperlink = address + (documentReference === undefined ? "" : `#${documentReference}`);
  if (hyperlink === "") throw invalidArgument("a link without an address");
  const text = textToDisplay ?? (cell.text === "" ? hyperlink : cell.text);
  cell.value = { text, hyperlink };
}

function protectionOf(sheet: SheetModel, row: number, column: number): object {
  const cell = sheet.worksheet.findCell(row, column);
  const { locked, hidden } = (cell?.style.protection ?? {}) as { locked?: boolean; hidden?: boolean };
  return { locked: locked !== false, formulaHidden: hidden === true };
}

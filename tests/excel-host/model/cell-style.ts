import type ExcelJS from "exceljs";
import { isWholeColumns, isWholeRows, numbers } from "./areas.ts";
import { invalidArgument } from "./host-error.ts";
import type { Place } from "./place.ts";

/** Changes a part of a cell's style. ExcelJS shares the objects between cells: none is changed in place. */
export function setStyle(cell: ExcelJS.Cell, part: Partial<ExcelJS.Style>): void {
  const parts = Object.entries({ ...cell.style, ...part }) as readonly [string, unknown][];
  // A style without parts is no format.
  cell.style = Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

/**
 * Changes the style of every cell of a range. Whole columns keep it for cells to come, as Excel does; whole rows do so
 * for the cells they have.
 *
 * @param change what becomes of a style; it gets the cell's place too
 */
export function changeStyles(
  { sheet, area }: Place,
  change: (style: Partial<ExcelJS.Style>, row: number, column: number) => Partial<ExcelJS.Style>,
): void {
  const { worksheet } = sheet;
  if (isWholeColumns(area) && !isWholeRows(area)) {
    for (const number of numbers(area.left, area.right)) {
      const column = worksheet.getColumn(number);
      column.style = { ...column.style, ...change(column.style, 1, number) };
    }
  }
  const cells = sheet.bounded(area);
  if (!cells) return;
  for (const row of numbers(cells.top, cells.bottom)) {
    for (const column of numbers(cells.left, cells.right)) {
      const cell = worksheet.getCell(row, column);
      setStyle(cell, change(cell.style, row, column));
    }
  }
}

/** Changes styles, and tells so. */
export function restyle(
  place: Place,
  what: string,
  change: (style: Partial<ExcelJS.Style>, row: number, column: number) => Partial<ExcelJS.Style>,
): void {
  place.sheet.assertAllowed("allowFormatCells");
  changeStyles(place, change);
  place.sheet.book.formatChanged(place, what);
}

/** What all cells of a range have in common; `null` where they differ, as Excel says it. */
export function commonOf<Value>({ sheet, area }: Place, read: (style: Partial<ExcelJS.Style>) => Value): Value | null {
  const { worksheet } = sheet;
  const cells = sheet.bounded(area);
  if (!cells) return read(worksheet.getColumn(area.left).style);
  let first: string | undefined;
  let found: Value | null = null;
  for (const row of numbers(cells.top, cells.bottom)) {
    for (const column of numbers(cells.left, cells.right)) {
      const value = read(worksheet.findCell(row, column)?.style ?? worksheet.getColumn(column).style);
      const text = JSON.stringify(value);
      if (first !== undefined && text !== first) return null;
      first = text;
      found = value;
    }
  }
  return found;
}

/** `#FFF2CC`, or one of the names that Excel and HTML share. @throws HostError for what is no colour */
export function validColour(text: unknown): Partial<ExcelJS.Color> {
  const name = String(text);
  const digits = /^#?([0-9a-f]{6})$/iu.exec(name)?.[1] ?? namedColours[name.toLowerCase()];
  if (digits === undefined) throw invalidArgument(`「${name}」 is no colour`);
  return { argb: `FF${digits.toUpperCase()}` };
}

const namedColours: Readonly<Record<string, string>> = {
  white: "FFFFFF",
  black: "000000",
  red: "FF0000",
  yellow: "FFFF00",
  green: "008000",
  blue: "0000FF",
  orange: "FFA500",
  gray: "808080",
};

/** A colour as Excel tells it. Colours of the theme are not looked up: they count as the default. */
export function colourText(found: Partial<ExcelJS.Color> | undefined, fallback: string): string {
  return found?.argb === undefined ? fallback : `#${found.argb.slice(-6).toUpperCase()}`;
}

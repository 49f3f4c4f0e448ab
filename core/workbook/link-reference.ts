import { parseRange, columnLetters } from "./address.ts";
import type { CellLink } from "./sheet-description.ts";

/**
 * The cell of a link as Excel names it: `'様式1'!$F$8`. With dollars, for ExcelJS writes a link to `'様式1'!F8` twice over,
 * and Excel then finds neither.
 */
export function linkReference({ sheet, address }: CellLink): string {
  const { top, left } = parseRange(address)!;
  return `'${sheet.replaceAll("'", "''")}'!$${columnLetters(left)}$${top}`;
}

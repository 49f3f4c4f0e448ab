import { cellFormat } from "../../../xlsx/cell-format.ts";
import type { HostCell } from "./cell-value.ts";

/** A cell as Excel shows it in a column so many characters wide: a number that does not fit becomes ####. */
export function cellText(cell: HostCell, width: number, date1904: boolean): string {
  const { value, numberFormat, valueType } = cell;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (valueType === "Error" || value === "") return String(value);
  const format = cellFormat(numberFormat, date1904);
  if (typeof value === "string") return longText(format.text(value), numberFormat);
  const text = format.number(value).text;
  if (widthOf(text) > width && numberFormat !== "General") return "#".repeat(Math.max(1, Math.floor(width)));
  // The room that `_)` leaves for a bracket shows as a space.
  return /_\S/.test(numberFormat) ? ` ${text} ` : text;
}

/** Excel shows texts of some length in cells formatted as text as ####. */
function longText(text: string, numberFormat: string): string {
  return numberFormat === "@" && text.length > 255 ? "#".repeat(255) : text;
}

function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (letter > "\u00ff" ? 2 : 1), 0);
}

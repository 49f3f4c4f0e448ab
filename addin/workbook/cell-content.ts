import { isDateFormat } from "../../core/workbook/date-format.ts";
import { generalNumber } from "../../core/workbook/general-number.ts";
import { days1904, isoDate } from "../../core/workbook/serial-date.ts";
import type { CellSnapshot } from "../../core/workbook/snapshot.ts";

/** What Office.js says about one cell. */
export interface OfficeCell {
  readonly value: unknown;
  readonly valueType: string;
  readonly text: string;
  readonly formula: unknown;
  readonly numberFormat: string;
}

/** Everything of a cell but its place and link. */
export type CellContent = Omit<CellSnapshot, "row" | "column" | "hyperlink">;

/** The content of a cell; `undefined` for an empty one. */
export function cellContent(cell: OfficeCell, date1904: boolean): CellContent | undefined {
  const formula = formulaOf(cell);
  if (formula === undefined) return cell.value === "" || cell.value === null ? undefined : valueContent(cell, date1904);
  return { ...valueContent(cell, date1904), formula };
}

/** Whether a number is shown as ####, because its column is too narrow. */
export function isHashed({ value, text }: CellContent): boolean {
  return typeof value === "number" && /^#+$/.test(text);
}

/** A text like 「=合計」 in a cell formatted as text comes back as its own formula: it is none. */
export function formulaOf({ formula, value }: Pick<OfficeCell, "formula" | "value">): string | undefined {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : undefined;
}

function valueContent(cell: OfficeCell, date1904: boolean): CellContent {
  const { value, valueType } = cell;
  if (typeof value === "number") return numberContent(value, cell, date1904);
  if (typeof value === "boolean") return { value, text: value ? "TRUE" : "FALSE" };
  const text = typeof value === "string" ? value : "";
  if (valueType === "Error") return { value: null, text, error: text };
  return { value: text, text: shownText(text, cell) };
}

function numberContent(value: number, { text, numberFormat }: OfficeCell, date1904: boolean): CellContent {
  // A narrow column rounds a number of no particular format.
  if (/^(?:general|@)$/i.test(numberFormat)) return { value, text: generalNumber(value) ?? text.trim() };
  const shown = text.trim();
  if (!isDateFormat(numberFormat)) return { value, text: shown };
  const serial = date1904 ? value + days1904 : value;
  // Excel shows a date before its calendar as ####, in a column of any width.
  if (serial < 0) return { value, text: generalNumber(value) ?? String(value) };
  const date = isoDate(serial);
  return date === undefined ? { value, text: shown } : { value, text: shown, date };
}

/** Excel shows long texts in cells formatted as text as ####: the text counts, unless a format of its own surrounds it. */
function shownText(value: string, { text, numberFormat }: OfficeCell): string {
  const isPlain = numberFormat === "@" || !/[;@]/.test(numberFormat);
  return isPlain || /^#+$/.test(text) ? value : text;
}

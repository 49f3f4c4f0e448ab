import { format, isValidFormat } from "numfmt";
import { isDateFormat } from "../core/workbook/date-format.ts";
import { days1904, isoDate } from "../core/workbook/serial-date.ts";
import { japaneseFormat } from "./japanese-format.ts";

/** How the cells of one format show their values. */
export interface CellFormat {
  /** What a person sees for a number, and the ISO date when the format is one of dates. */
  number(value: number): { readonly text: string; readonly date?: string };
  /** What a person sees for a text. */
  text(value: string): string;
}

/** Numbers in a cell of no particular format. */
export const generalFormat: CellFormat = {
  number: (value) => ({ text: generalText(value) }),
  text: (value) => value,
};

/**
 * The format of a number format code. Padding that only aligns numbers (`_ `, `* `, spaces at the ends) is left out of the text.
 * A code that cannot be understood, and a date before 1900, show the plain number.
 */
export function cellFormat(code: string, date1904: boolean): CellFormat {
  const pattern = withoutPadding(code)
    .replaceAll("G/標準", "General")
    .replace(/\[\$-F800\][^;]*/i, 'yyyy"年"m"月"d"日"')
    .replace(/\[\$-F400\][^;]*/i, "h:mm:ss");
  if (/^general$/i.test(pattern)) return generalFormat;
  const japanese = japaneseFormat(pattern);
  // Excel would call the workbook damaged; the value is of more use than a refusal.
  if (!isValidFormat(japanese?.codeFor(1, "1900-01-01") ?? pattern)) return generalFormat;
  const showsDate = isDateFormat(pattern);

  return {
    number(value) {
      if (!showsDate) return { text: formatted(pattern, value).trim() };
      const serial = date1904 ? value + days1904 : value;
      if (serial < 0) return { text: generalText(value) };
      const date = isoDate(serial);
      const text = formatted(japanese?.codeFor(serial, date) ?? pattern, serial).trim();
      return date === undefined ? { text } : { text, date };
    },
    text: (value) => (/[;@]/.test(pattern) ? formatted(pattern, value) : value),
  };
}

/** `_)` leaves the width of a character and `*-` fills the cell: neither is text. */
function withoutPadding(code: string): string {
  return code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, (piece) => (/^[_*]/.test(piece) ? "" : piece));
}

function formatted(code: string, value: number | string): string {
  if (code === "@" || /^general$/i.test(code)) return typeof value === "string" ? value : generalText(value);
  return format(code, value);
}

function generalText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e11 ? String(value) : format("General", value);
}

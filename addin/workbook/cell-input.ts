import type { CellValue } from "../../core/workbook/snapshot.ts";

/** What to write so that a cell holds a value: the format comes first, where it has to change. */
export interface CellInput {
  readonly value: string | number | boolean;
  readonly numberFormat?: string;
}

/** The format of text: Excel takes what is written into such a cell as it is. */
export const textFormat = "@";
/** Longer texts show as #### in a cell formatted as text. */
const longestFormatted = 255;

/** Everything of which numbers, dates, times and amounts are made, in half width. Other letters make a text. */
const typedLetters = /^[\d\s.,:;/+\-%¥\\$€£()^a-z年月日時分秒令和平成昭大正明治元午前後]*$/iu;

/**
 * What to write into a cell of such a number format. Excel reads written texts as if they were typed: 「1-2」 becomes a
 * date, 「0012」 becomes 12, 「=1+1」 a formula. Those get the format of text or, where that would show #### or may not be
 * set, the apostrophe that a person would type.
 * @param canFormat `false` on a sheet whose protection forbids formats.
 * @returns `undefined` for a number that such a cell would turn into a text, where its format may not be changed.
 */
export function cellInput(value: CellValue, numberFormat: string, canFormat = true): CellInput | undefined {
  if (value === null) return { value: "" };
  const isText = numberFormat === textFormat;
  if (typeof value !== "string") {
    if (!isText) return { value };
    return canFormat ? { value, numberFormat: "General" } : undefined;
  }
  if (isText || !isReadAsTyped(value)) return { value };
  const quoted = value.length > longestFormatted || value.startsWith("'") || !canFormat;
  return quoted ? { value: `'${value}` } : { value, numberFormat: textFormat };
}

/** What to write into a blank cell that is to hold texts for good, whatever a person types into it later. */
export function textInput(text: string): CellInput {
  const input = cellInput(text, "General")!;
  return text.length > longestFormatted || typeof input.value !== "string" || input.value !== text
    ? input
    : { value: text, numberFormat: textFormat };
}

/** Whether Excel might take a text for something else. */
function isReadAsTyped(text: string): boolean {
  const half = text.normalize("NFKC").trim();
  if (/^[=+\-@'#]/u.test(half) || /^(?:true|false)$/iu.test(half)) return true;
  return /\d/u.test(half) && typedLetters.test(half);
}

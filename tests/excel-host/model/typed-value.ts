import { generalNumber } from "../../../core/workbook/general-number.ts";
import { dateSerial } from "../../../xlsx/excel-date.ts";
import { notModelled } from "./host-error.ts";

/** What a cell holds after something was written into it. `null` empties it. */
export interface TypedValue {
  readonly value: string | number | boolean | null | { readonly formula: string } | { readonly error: string };
  /** The format that Excel gives to a cell that had none: 「1-2」 becomes a date. */
  readonly numberFormat?: string;
}

export interface TypingContext {
  /** The format of the cell so far. */
  readonly numberFormat: string;
  /** The year that a date without one belongs to. */
  readonly year: number;
  readonly date1904: boolean;
}

/**
 * What Japanese Excel makes of a value that is typed, or written by an add-in, which is the same.
 *
 * @throws HostError for a text that Excel would read in a way that is not modelled (amounts of money, fractions)
 */
export function typedValue(input: string | number | boolean, context: TypingContext): TypedValue {
  if (input === "") return { value: null };
  if (context.numberFormat === "@") return { value: typeof input === "number" ? plainNumber(input) : shown(input) };
  if (typeof input !== "string") return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (/^=./su.test(input)) return { value: { formula: input.slice(1) } };
  const text = halfWidth(input).trim();
  for (const read of readers) {
    const typed = read(text, context);
    if (typed) return typed;
  }
  if (doubtful.some((pattern) => pattern.test(text))) throw notModelled(`way to type 「${input}」`);
  return { value: input };
}

type Reader = (text: string, context: TypingContext) => TypedValue | undefined;

const readers: readonly Reader[] = [
  (text) => (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text) ? { value: Number(text) } : undefined),
  (text) => {
    if (!/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) return undefined;
    return { value: Number(text.replaceAll(",", "")), numberFormat: text.includes(".") ? "#,##0.00" : "#,##0" };
  },
  (text) => {
    const match = /^([+-]?\d+(\.\d+)?)%$/u.exec(text);
    return match ? { value: Number(match[1]) / 100, numberFormat: match[2] === undefined ? "0%" : "0.00%" } : undefined;
  },
  (text) => (/^(?:true|false)$/iu.test(text) ? { value: /^t/iu.test(text) } : undefined),
  (text) => (/^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/u.test(text) ? { value: { error: text } } : undefined),
  dateReader(/^(\d{4}|\d{2}|\d)[/-](\d{1,2})[/-](\d{1,2})$/u, "yyyy/m/d"),
  dateReader(/^(\d{4})年(\d{1,2})月(\d{1,2})日$/u, 'yyyy"年"m"月"d"日"'),
  dateReader(/^()(\d{1,2})[/-](\d{1,2})$/u, 'm"月"d"日"'),
  dateReader(/^()(\d{1,2})月(\d{1,2})日$/u, 'm"月"d"日"'),
  dateReader(/^(\d{4})[/-](\d{1,2})()$/u, "mmm-yy"),
  dateReader(/^(\d{4})年(\d{1,2})月()$/u, 'yyyy"年"m"月"'),
  dateReader(/^([RHS]\d{1,2})[./](\d{1,2})[./](\d{1,2})$/iu, "[$-411]ge.m.d"),
  dateReader(/^((?:令和|平成|昭和)(?:\d{1,2}|元))年(\d{1,2})月(\d{1,2})日$/u, '[$-411]ggge"年"m"月"d"日"'),
  (text) => {
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(text);
    if (!match) return undefined;
    const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
    return { value: seconds / 86_400, numberFormat: match[3] === undefined ? "h:mm" : "h:mm:ss" };
  },
];

/** Texts that Excel takes for an amount, a negative number, a fraction or a month: this simulation does not say which. */
const doubtful: readonly RegExp[] = [
  /^[¥$\\]\s*[\d,.]+$/u,
  /^\([\d,.]+\)$/u,
  /^\d+ \d+\/\d+$/u,
  /^\d{1,4}[/-]\d{1,4}$/u,
  /^\d{1,4}年\d{1,2}月\d{1,2}日$/u,
  /^\d{1,2}:\d{1,2}.*$/u,
];

function dateReader(pattern: RegExp, numberFormat: string): Reader {
  return (text, { year, date1904 }) => {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [, written = "", month = "", day = ""] = match;
    const iso = `${yearOf(written, year)}-${month.padStart(2, "0")}-${(day || "1").padStart(2, "0")}`;
    // Date.parse rolls the 31st of a short month over into the next: Excel keeps such a text as text.
    const serial =
      new Date(`${iso}T00:00:00Z`).getUTCDate() === Number(day || 1) ? dateSerial(iso, date1904) : undefined;
    return serial === undefined ? undefined : { value: serial, numberFormat };
  };
}

const erasStart: Readonly<Record<string, number>> = { R: 2018, 令和: 2018, H: 1988, 平成: 1988, S: 1925, 昭和: 1925 };

function yearOf(written: string, thisYear: number): number {
  if (written === "") return thisYear;
  const era = /^\D+/u.exec(written)?.[0].replace("元", "").toUpperCase();
  const digits = Number(/\d+$/u.exec(written)?.[0] ?? 1);
  if (era) return erasStart[era]! + digits;
  if (written.length === 4) return digits;
  return digits < 30 ? 2000 + digits : 1900 + digits;
}

/** Excel reads 「12」 as 12; 「①」 stays a character. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0xfee0));
}

function plainNumber(value: number): string {
  return generalNumber(value) ?? String(value);
}

function shown(value: string | boolean): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}

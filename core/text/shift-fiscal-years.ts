import { fiscalYearLabel, findFiscalYears } from "./fiscal-year.ts";

/** One written fiscal year: its era or Gregorian year, what stands in brackets behind it, and 年度. */
const WRITTEN =
  /(?<era>令和|平成|昭和|大正|明治|(?<![A-Za-zＡ-Ｚａ-ｚ])[RHSTMrhstmＲＨＳＴＭｒｈｓｔｍ])?(?<gap>\s*)(?<year>元|(?<![0-9０-９])[0-9０-９]{1,4})(?<bracket>\s*[（(](?:[0-9０-９]{4}|(?:令和|平成|昭和)(?:元|[0-9０-９]{1,2})(?:年度?)?)[)）])?(?<end>\s*年度)/gu;

/**
 * Moves the fiscal years that a text names by some years and keeps how they are written: 令和元(2019)年度 → 令和2(2020)年度,
 * Ｒ６年度 → Ｒ７年度, 2012年度 → 2013年度. A new era begins where it does: 平成30年度 → 令和元年度.
 * @param only moves that Gregorian year and leaves all others.
 */
export function shiftFiscalYears(text: string, years: number, only?: number): string {
  return text.replace(WRITTEN, (written, ...rest) => {
    const { era, gap = "", year = "", bracket = "", end = "" } = rest.at(-1) as Record<string, string | undefined>;
    const before = findFiscalYears(written)[0]?.gregorian;
    if (before === undefined || (only !== undefined && before !== only)) return written;
    const after = before + years;
    const inside = /[0-9０-９]{4}/u.test(bracket) ? String(after) : fiscalYearLabel(after).replace("年度", "");
    const moved = bracket.replace(/[0-9０-９]{4}|(?:令和|平成|昭和)(?:元|[0-9０-９]{1,2})/u, asWide(inside, bracket));
    return `${movedYear(era, gap, year, after)}${moved}${end}`;
  });
}

function movedYear(era: string | undefined, gap: string, year: string, after: number): string {
  if (era === undefined) return `${gap}${asWide(String(after), year)}`;
  const [, name = "", number = ""] = /^(\D+?)(元|\d+)年度$/u.exec(fiscalYearLabel(after)) ?? [];
  if (era.length > 1) return `${name}${gap}${asWide(number, year)}`;
  // A letter goes with digits: R1, never R元.
  const letter = LETTERS[name] ?? era;
  const alike = era === era.toLowerCase() ? letter.toLowerCase() : letter;
  const wide = era.normalize("NFKC") === era ? alike : fullWidth(alike);
  return `${wide}${gap}${asWide(number === "元" && year !== "元" ? "1" : number, year)}`;
}

const LETTERS: Readonly<Record<string, string>> = { 令和: "R", 平成: "H", 昭和: "S", 大正: "T", 明治: "M" };

/** Digits as wide as those that they stand for. */
function asWide(digits: string, model: string): string {
  return /[０-９]/u.test(model) ? fullWidth(digits) : digits;
}

function fullWidth(text: string): string {
  return text.replace(/[0-9A-Za-z]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

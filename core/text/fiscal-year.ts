/** An era by its kanji and letter, and the Gregorian year before its first (令和元年 = 2019 = 2018 + 1). */
const ERAS = [
  { name: "令和", letter: "R", base: 2018 },
  { name: "平成", letter: "H", base: 1988 },
  { name: "昭和", letter: "S", base: 1925 },
  { name: "大正", letter: "T", base: 1911 },
  { name: "明治", letter: "M", base: 1867 },
] as const;

/** 年度: April of `gregorian` to March of the next year. */
export interface FiscalYear {
  readonly gregorian: number;
  /** 以降: this year and all that follow. */
  readonly onward: boolean;
}

/**
 * Matches one written fiscal year in text that went through `foldText`: 令和3年度, 令和元(2019)年度, r3年度, 2012年度, 平成30年度末.
 * The digits of an era year are at most two, so that 「令和3」 and a following number are not taken together.
 */
export const FISCAL_YEAR_PATTERN =
  "(?:(?:(?:令和|平成|昭和|大正|明治|[rhstm])(?:元|[0-9]{1,2})|[0-9]{4})(?:\\([0-9]{4}\\)|\\((?:令和|平成|昭和)(?:元|[0-9]{1,2})(?:年度?)?\\))?年度)";

const FISCAL_YEAR =
  /(?:(令和|平成|昭和|大正|明治|(?<![a-z])[rhstm])(元|[0-9]{1,2})|(?<![0-9])([0-9]{4}))(?:\([^)]{1,12}\))?年度(?:末)?(以降)?/gu;

/** 年度 in any width and with spaces between; the other two are forms of the same characters that folding joins with them. */
const YEAR_SIGN = /[年\uf98e]\s*[度\ufa01]/u;

/** Every fiscal year written in a text, in order. Width, spaces and era letters do not matter. */
export function findFiscalYears(text: string): FiscalYear[] {
  if (!YEAR_SIGN.test(text)) return [];
  const folded = text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
  const years: FiscalYear[] = [];
  for (const [, era, eraYear, gregorian, onward] of folded.matchAll(FISCAL_YEAR)) {
    const year = gregorian === undefined ? gregorianYear(era ?? "", eraYear ?? "") : Number(gregorian);
    if (year !== undefined) years.push({ gregorian: year, onward: onward !== undefined });
  }
  return years;
}

/** `2021` → 令和3年度; the first year of an era is 元. A fiscal year carries the era of its April (2019 is 平成31 until May: 令和元年度 by custom). */
export function fiscalYearLabel(gregorian: number): string {
  const era = ERAS.find(({ base }) => gregorian > base);
  if (!era) return `${gregorian}年度`;
  const year = gregorian - era.base;
  return `${era.name}${year === 1 ? "元" : year}年度`;
}

function gregorianYear(era: string, year: string): number | undefined {
  const found = ERAS.find(({ name, letter }) => name === era || letter.toLowerCase() === era);
  return found && found.base + (year === "元" ? 1 : Number(year));
}

/** A year as the Japanese calendar counts it. */
export interface JapaneseEraYear {
  /** `令和` */
  readonly name: string;
  /** `令` */
  readonly abbreviation: string;
  /** `R` */
  readonly letter: string;
  /** Counts from 1; the first year of an era is written 元年 in running text and `1` in most tables. */
  readonly year: number;
}

interface Era {
  readonly name: string;
  readonly letter: string;
  /** First day of the era, `YYYY-MM-DD`. ISO dates compare as text. */
  readonly from: string;
}

const eras: readonly Era[] = [
  { name: "令和", letter: "R", from: "2019-05-01" },
  { name: "平成", letter: "H", from: "1989-01-08" },
  { name: "昭和", letter: "S", from: "1926-12-25" },
  { name: "大正", letter: "T", from: "1912-07-30" },
  { name: "明治", letter: "M", from: "1868-01-25" },
];

/**
 * The era in force on an ISO date (`2019-05-01` or `2019-05-01T09:30:00`, years of four digits).
 * `undefined` before Meiji.
 */
export function eraOf(isoDate: string): JapaneseEraYear | undefined {
  const day = isoDate.slice(0, 10);
  const era = eras.find(({ from }) => from <= day);
  if (!era) return undefined;
  const year = Number(day.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1;
  return { name: era.name, abbreviation: era.name.slice(0, 1), letter: era.letter, year };
}

/** `2026-04-01` → 令和8年4月1日; a date before Meiji keeps its Gregorian year. */
export function japaneseDate(isoDate: string): string {
  const era = eraOf(isoDate);
  const [year = "", month = "", day = ""] = isoDate.slice(0, 10).split("-");
  const written = era ? `${era.name}${era.year === 1 ? "元" : era.year}年` : `${year}年`;
  return `${written}${Number(month)}月${Number(day)}日`;
}

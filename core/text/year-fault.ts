import type { WrittenDate } from "./find-dates.ts";

/**
 * What is wrong with the year of a date in figures: `broken` for three digits (011.10.28) and for years of no century
 * that offices write of, `short` for two digits without an era (12.10.20).
 */
export function yearFault({ style, era, year }: WrittenDate): "broken" | "short" | undefined {
  if (style === "kanji" || era !== "" || year === undefined) return undefined;
  if (year.length === 2) return "short";
  return year.length === 3 || (year.length === 4 && !/^(?:1[6-9]|20)/u.test(year)) ? "broken" : undefined;
}

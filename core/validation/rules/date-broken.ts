import { allMatches } from "../../text/all-matches.ts";
import { isCalendarDay, weekdayOf } from "../../text/calendar.ts";
import type { WrittenDate } from "../../text/find-dates.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { yearFault } from "../../text/year-fault.ts";
import { datesOf } from "../cell-reading.ts";
import { cellTexts } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";

const ERA_BASE: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
  大正: 1911,
  明治: 1867,
};
/** The last year of an era that has ended. */
const ERA_LAST: Readonly<Record<string, number>> = { 平成: 31, H: 31, 昭和: 64, S: 64, 大正: 15, 明治: 45 };
const ERA_YEAR = /(令和|平成|昭和|大正|明治)[ 　]?([0-9０-９]{1,3})(?=年)/gu;
const YEAR_MONTH = /(?:令和|平成|昭和)(?:元|[0-9０-９]{1,2})年[ 　]?([0-9０-９]{1,2})月(?![0-9０-９])/gu;

/** A date that the calendar does not have. */
export const dateBroken = defineRule({
  meta: {
    id: "date-broken",
    category: "number",
    title: "ありえない日付",
    description:
      "「011.10.28」や「2月30日」のような日付は、打ち間違いです。曜日の食い違いや、終わった元号の年も、転記の誤りを示します。",
    scope: "record",
    severity: "warning",
    standard: "L3-05",
    example: { wrong: "011.10.28に開催", right: "平成23年10月28日に開催" },
    remedy: "日付を確かめ、「令和3年10月28日」のように年から書き直します。",
    messages: {
      year: (d: { date: string }) => `日付「${d.date}」の年が読めません。西暦か元号で書き直してください。`,
      day: (d: { date: string }) => `日付「${d.date}」は暦にありません。月と日を確かめてください。`,
      month: (d: { date: string }) => `「${d.date}」の月は暦にありません。確かめてください。`,
      weekday: (d: { date: string; written: string; right: string }) =>
        `「${d.date}」は${d.written}曜日ではなく${d.right}曜日です。日付か曜日を確かめてください。`,
      era: (d: { year: string; range: string }) => `「${d.year}年」はありません（${d.range}）。年を確かめてください。`,
      shortYear: (d: { date: string }) =>
        `日付「${d.date}」は年が2桁で、西暦か元号か分かりません。「令和3年10月28日」のように書いてください。`,
    },
  },

  check(context, report) {
    // Before 2019 people wrote of 平成32年 in good faith.
    const knowsReiwa = (context.fiscalYear ?? 0) >= 2019;
    for (const { at, source, text, reading } of cellTexts(context)) {
      if (!reading.has(TRAIT.digit)) continue;
      for (const date of datesOf(source)) {
        const span = { start: date.start, end: date.end };
        const written = text.slice(date.start, date.end);
        const year = gregorianOf(date);
        const right =
          year !== undefined && date.weekday && isCalendarDay(date.month, date.day, year)
            ? weekdayOf(year, date.month, date.day)
            : undefined;
        const fault = yearFault(date);
        if (fault === "broken") {
          report({ messageId: "year", data: { date: written }, at, span });
        } else if (!isCalendarDay(date.month, date.day, year)) {
          report({ messageId: "day", data: { date: written }, at, span });
        } else if (right !== undefined && right !== date.weekday) {
          report({ messageId: "weekday", data: { date: written, written: date.weekday!, right }, at, span });
        } else if (fault === "short") {
          report({ messageId: "shortYear", data: { date: written }, at, span, severity: "info" });
        }
      }
      if (!text.includes("年")) continue;
      for (const match of allMatches(text, YEAR_MONTH)) {
        const month = Number(match[1]!.normalize("NFKC"));
        if (month >= 1 && month <= 12) continue;
        const span = { start: match.index, end: match.index + match[0].length };
        report({ messageId: "month", data: { date: match[0] }, at, span });
      }
      for (const match of allMatches(text, ERA_YEAR)) {
        const [written, era = "", digits = ""] = match;
        const last = ERA_LAST[era];
        const number = Number(digits.normalize("NFKC"));
        const isOver = last !== undefined && number > last && (era !== "平成" || knowsReiwa);
        if (!isOver && number !== 0) continue;
        const span = { start: match.index, end: match.index + written.length };
        const range = isOver ? `${era}は${last}年まで` : `${era}は元年から`;
        report({ messageId: "era", data: { year: written, range }, at, span });
      }
    }
  },
});

function gregorianOf({ era, year }: WrittenDate): number | undefined {
  if (year === undefined) return undefined;
  const base = ERA_BASE[era];
  if (base !== undefined) return base + Number(year);
  return year.length === 4 ? Number(year) : undefined;
}

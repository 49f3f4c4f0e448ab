import { allMatches } from "../text/all-matches.ts";
import type { Stretch } from "../text/sentences.ts";

const ACTION = "実施|開催|配布|配付|発行|派遣|更新|受講|参加|訪問|点検|清掃|巡回|放送|掲載|募集";
const REPEATED = new RegExp(
  `(?<![0-9０-９第])([0-9０-９]{1,4})(回|件|か所|箇所|名|人|部|枚)(${ACTION})([・、，,/／ 　]?)([0-9０-９]{1,4})\\2\\3(?!予定|見込|目|\\p{sc=Han})`,
  "gu",
);

/** 「2回実施1回実施」「3回実施・1回実施」: two counts of one action with nothing between them. 第1回, 1回目 are names. */
export function repeatedCounts(text: string): readonly Stretch[] {
  return allMatches(text, REPEATED).map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

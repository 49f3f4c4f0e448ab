import { allMatches } from "../../text/all-matches.ts";
import { sentencesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";
import { prosePlaces, type TextPlace } from "../text-places.ts";

const RELATIVE =
  /(?<!日)(?:本年度?|一昨年度?|再来年度?)(?!中に|金)|(?<![一再])(?:今年度?|昨年度?|(?<![従以元本])来年度?)|先月|(?<!昨)今月|来月|(?<!来)昨日|本日/gu;
const HAS_RELATIVE = /[本今昨来先]年|[先今来]月|昨日|本日/u;
/** A year that the reader can hold on to. */
const STATED_YEAR = /(?:令和|平成|昭和|[RHS])(?:元|[0-9０-９]{1,2})年?|(?:19|20)[0-9]{2}年?/u;
/** What is said about last year itself is checked against last year's document. */
const COMPARISON =
  /^(?:に(?:引き続|引続|続い|比べ|比し|対し)|と(?:比べ|比較|同様|同じ|同程度)|から引き続|より|比|並み|同期|同月|までと)/u;

/** 「本年5月」 says nothing to a reader of another year. */
export const relativeDate = defineRule({
  meta: {
    id: "relative-date",
    category: "name",
    title: "年度の分からない日付の書き方",
    description:
      "「本年5月」「昨年」のような書き方は、文書だけを後で読んだ人には、いつのことか分かりません。同じ文に年度がある場合と、「昨年度に引き続き」のような前年との比較は指摘しません。",
    scope: "record",
    severity: "info",
    standard: "L3-05",
    example: { wrong: "本年5月に設置された検討会に参加した。", right: "令和元年5月に設置された検討会に参加した。" },
    remedy: "「令和元年5月」「令和3年度」のように年を書きます。",
    messages: {
      relative: (d: { written: string }) =>
        `「${d.written}」は、いつのことか文書だけでは分かりません。年や年度を書いてください。`,
    },
  },

  check(context, report) {
    for (const place of prosePlaces(context)) {
      if (!HAS_RELATIVE.test(place.text)) continue;
      for (const { index, 0: word } of allMatches(place.text, RELATIVE)) {
        const rest = place.text.slice(index + word.length);
        if (COMPARISON.test(rest) || isAnchored(place, word, index, context.fiscalYear)) continue;
        const written = word + (/^[0-9０-９]{1,2}月/u.exec(rest)?.[0] ?? "");
        report({
          messageId: "relative",
          data: { written },
          at: place.at,
          span: { start: index, end: index + written.length },
        });
      }
    }
  },
});

/** The sentence names a year, or the column's heading does: 「本年度」 in the results of 令和3年度. */
function isAnchored(place: TextPlace, word: string, at: number, fiscalYear: number | undefined): boolean {
  if (place.kind !== undefined && fiscalYear !== undefined && /^[本今]年度$/u.test(word)) return true;
  const sentence = sentencesOf(place).find(({ start, end }) => start <= at && at < end);
  return sentence !== undefined && STATED_YEAR.test(sentence.text);
}

import { allMatches } from "../../text/all-matches.ts";
import { foldSpelling } from "../record-identity.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf, type ComparedRecord } from "../year-comparisons.ts";

/** 昨年度に引き続き, and what follows. */
const CONTINUED =
  /(?:昨年度?|前年度?|一昨年度?|例年|(?:令和|平成)[元0-9０-９]{1,3}年度)(?:から|に|より)?(?:引き?続き|続き|継続して)[、,]?\s*/gu;
/** The first thing that is said to go on: オンライン教室 of 「オンライン教室も継続して行った」. */
const OBJECT = /^([^。、,\n]{2,40}?)(?:等|など)?(?:を|も|が|は|の(?:実施|開催|提供|配置|支援|推進))(?!の)/u;
/** Words of every office that say nothing: 支援, 事業, 充実. */
const COMMON =
  /^(?:適切|積極的|各種|さまざま|様々|必要|感染|感染症|対策|支援|事業|取組|活動|実施|推進|充実|相談|情報|提供|連携|関係|機関|市|区|町|村|県|本|当該|同様|同)+(?:な|に|的|の)?$/u;

/** 「昨年度に引き続きオンライン教室も…」 where last year's record knows no オンライン教室. */
export const continuedWithoutPrevious = defineRule({
  meta: {
    id: "continued-without-previous",
    category: "previous-year",
    title: "「昨年度に引き続き」とあるが昨年度の文書にない",
    description:
      "「昨年度に引き続き」と書かれた取組が昨年度の文書の同じ事業に出てこないときは、昨年度の書き漏らしか、今年度からの取組かのどちらかです。",
    severity: "info",
    example: {
      wrong: "昨年度に引き続きオンライン教室も継続して行った。（昨年度の文書にオンライン教室がない）",
      right: "令和5年度の途中から始めたオンライン教室を継続して行った。",
    },
    remedy: "いつから行っている取組かを確かめ、書き方を改めます。",
    messages: {
      unknown: (d: { thing: string }) =>
        `「${d.thing}」は昨年度から続くとありますが、昨年度の文書の同じ事業に出てきません。いつからの取組かを確かめてください。`,
    },
  },

  check(context, report) {
    const texts = new Map<ComparedRecord, string>();
    for (const { record, comparison } of comparisonsOf(context, "result", "evaluation", "outlook")) {
      const { current } = comparison;
      if (!current.text.includes("続")) continue;
      for (const match of allMatches(current.text, CONTINUED)) {
        const start = match.index + match[0].length;
        const thing = OBJECT.exec(current.text.slice(start, start + 60))?.[1];
        if (thing === undefined || COMMON.test(thing)) continue;
        let before = texts.get(record);
        if (before === undefined) {
          before = foldSpelling(record.previous.map(({ text }) => text).join("\n"));
          texts.set(record, before);
        }
        // The record of a bare number says nothing about what was done.
        if (before.length < 30 || isMentioned(thing, before)) continue;
        report({
          messageId: "unknown",
          data: { thing },
          at: current,
          span: { start: match.index, end: start + thing.length },
        });
      }
    }
  },
});

/** Whether any telling word of a phrase stands in last year's record; a phrase without one is taken for known. */
function isMentioned(thing: string, before: string): boolean {
  const words = (thing.match(/[\p{sc=Han}々]{2,}|[\p{sc=Kana}ー]{3,}/gu) ?? []).filter((word) => !COMMON.test(word));
  if (words.length === 0) return true;
  return words.some((word) => {
    const folded = foldSpelling(word);
    return before.includes(folded) || (folded.length >= 4 && before.includes(folded.slice(0, -2)));
  });
}

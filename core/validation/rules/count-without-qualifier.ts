import { allMatches } from "../../text/all-matches.ts";
import { finishedResults } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

const ACTION = "実施|開催|配布|配付|発行|派遣|更新|受講|参加|訪問|点検|清掃|巡回|放送|掲載|募集";
/** 「2回実施1回実施」「3回実施・1回実施」: two counts of one action with nothing between them. 第1回, 1回目 are names. */
const REPEATED = new RegExp(
  `(?<![0-9０-９第])([0-9０-９]{1,4})(回|件|か所|箇所|名|人|部|枚)(${ACTION})([・、，,/／ 　]?)([0-9０-９]{1,4})\\2\\3(?!予定|見込|目|\\p{sc=Han})`,
  "gu",
);

/** A count that stands twice for one thing: 予定 was probably lost. */
export const countWithoutQualifier = defineRule({
  meta: {
    id: "count-without-qualifier",
    category: "meaning",
    title: "同じ動作の回数が二つ並んでいる",
    description:
      "「3回実施・1回実施」のように同じ動作の回数が二つ続くと、合わせて何回行ったのかが分かりません。二つ目の「予定」が落ちたか、何の回数かを示す語が抜けたものと思われます。",
    scope: "record",
    severity: "warning",
    example: { wrong: "・発達支援部会3回実施・1回実施", right: "・発達支援部会4回実施" },
    remedy: "合わせた回数に直すか、それぞれ何の回数かを書きます。予定だったものは行った結果に直します。",
    messages: {
      repeated: (d: { words: string }) =>
        `「${d.words}」は回数が二つ続いています。合わせた回数か、それぞれ何の回数かが分かるように書いてください。`,
    },
  },

  check({ written }, report) {
    for (const value of finishedResults(written("result"))) {
      for (const match of allMatches(value.text, REPEATED)) {
        const span = { start: match.index, end: match.index + match[0].length };
        report({ messageId: "repeated", data: { words: match[0] }, at: value, span });
      }
    }
  },
});

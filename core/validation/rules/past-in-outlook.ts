import { sentenceEnding, tenseOfSentence, type Tense } from "../../text/tense.ts";
import { sentencesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";

/** An outlook may well say that nothing is left to do, or what has been decided (〜することとした). */
const ENDED =
  /終了|完了|廃止|統合|移行|終え|達成|解散|閉館|閉校|閉鎖|移管|引き継|引継|完成|見直し(?:た|を)|解消|満了|該当|(?:こと|方針|予定)(?:と|に)した|判断した|決定した|決まった/u;

/** A sentence of an outlook that tells what was done. */
export const pastInOutlook = defineRule({
  meta: {
    id: "past-in-outlook",
    category: "meaning",
    title: "今後の取り組みが過去形で書かれている",
    description:
      "今後の取り組みは、これから行うことを書く欄です。過去形で終わる文だけのときは、実績を写したまま直していないか、昨年度の記入が残っているおそれがあります。経過を述べた文のあとに取り組みが続くとき、事業の終了を述べるときは対象にしません。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "今後の取り組み: 交通安全教室を開催し、意識の向上を図った。",
      right: "今後の取り組み: 交通安全教室を開催し、意識の向上を図る。",
    },
    remedy: "これから行うことを書きます。行ったことは実績の欄に書きます。",
    messages: {
      past: (d: { words: string }) =>
        `今後の取り組みの文が「${d.words}」と過去形で終わっています。これから行うことに直してください。`,
      pastAtEnd: (d: { words: string }) =>
        `今後の取り組みの最後の文が「${d.words}」と過去形です。実績の欄に書くことではないか確かめてください。`,
    },
  },

  check({ written }, report) {
    for (const value of written("outlook")) {
      // Only the end of the cell matters at first, and most outlooks end in what will be done.
      if (value.record.kind !== "record" || tenseOfSentence(value.text) !== "past") continue;
      const endings = sentencesOf(value).map((sentence) => ({ sentence, ...sentenceEnding(sentence.text) }));
      const last = endings.at(-1);
      // A past sentence before the plan is its background.
      if (last?.tense !== "past" || ENDED.test(last.sentence.text)) continue;
      const hasPlan = endings.some(({ tense }) => isOutlook(tense));
      for (const { sentence, tense, start, end } of hasPlan ? [last] : endings) {
        if (tense !== "past" || ENDED.test(sentence.text)) continue;
        const span = { start: sentence.start + start, end: sentence.start + end };
        const clause = sentence.text.slice(start, end);
        const words = clause.length > 24 ? `…${clause.slice(-22)}` : clause;
        if (hasPlan) report({ messageId: "pastAtEnd", data: { words }, at: value, span, severity: "info" });
        else report({ messageId: "past", data: { words }, at: value, span });
      }
    }
  },
});

function isOutlook(tense: Tense): boolean {
  return tense !== "past";
}

import { allMatches } from "../../text/all-matches.ts";
import type { Sentence } from "../../text/sentences.ts";
import { quantitiesOf, sentencesOf } from "../cell-reading.ts";
import type { FieldValue } from "../field-value.ts";
import { cellsByRecord, isSameYear } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** Events that are counted. */
const EVENT =
  /研修|連絡会|学習会|講習会|講演会|説明会|セミナー|交流会|発表会|講座|シンポジウム|フォーラム|ワークショップ|体験会|相談会|見学会|訓練|キャンペーン/gu;
/** 「研修を検討する」「研修が必要」: not held. */
const NOT_HELD = /検討|必要|今後|課題|予定|求められ|目指|たい。/u;

/** An evaluation that rests on events of which the result says nothing. */
export const evaluationWithoutEvidence = defineRule({
  meta: {
    id: "evaluation-without-evidence",
    category: "meaning",
    title: "評価で述べた取組が実績にない",
    description:
      "評価に「研修や連絡会を通して…できた」とあるのに、実績に研修や連絡会の回数がないと、評価の根拠を確かめられません。実績の指標を減らしたときや、昨年度の評価を写したときに起こります。",
    severity: "info",
    example: {
      wrong: "実績: 女性相談 1,199件／ 評価: 研修や連絡会を通して、援助能力の向上を図ることができた。",
      right: "実績: 女性相談 1,199件、相談員研修 2回／ 評価: 研修を通して、援助能力の向上を図ることができた。",
    },
    remedy: "実績の欄に回数や人数を書き加えるか、評価を実績に合わせて書き直します。",
    messages: {
      missing: (d: { words: string; result: string }) =>
        `評価に${d.words}とありますが、「${d.result}」の欄に書かれていません。回数や人数を実績に書いてください。`,
    },
  },

  check({ written, previous }, report) {
    const lastYear = new Map(previous?.pairs.map((pair) => [pair.current.key, pair.previous]));
    for (const cells of cellsByRecord(written("result", "evaluation")).values()) {
      for (const evaluation of cells) {
        if (evaluation.kind !== "evaluation") continue;
        const results = cells.filter((cell) => cell.kind === "result" && isSameYear(cell, evaluation));
        // A result without figures is a fault of its own; one with figures is meant to be complete.
        if (!results.some((result) => quantitiesOf(result).some(({ ordinal }) => !ordinal))) continue;
        const told = results.map(({ text }) => text).join("\n");
        // What last year's result had and this year's lacks is reported by evaluation-mentions-missing-indicator.
        const before = [...(lastYear.get(evaluation.key)?.values.values() ?? [])]
          .filter(({ kind }) => kind === "result")
          .map(({ text }) => text)
          .join("\n");
        for (const sentence of sentencesOf(evaluation)) {
          const missing = allMatches(sentence.text, EVENT).filter(
            ([word]) => !told.includes(word) && !before.includes(word),
          );
          const [first] = missing;
          if (!first || NOT_HELD.test(sentence.text) || hasNumber(evaluation, sentence)) continue;
          const words = [...new Set(missing.map(([word]) => `「${word}」`))].join("");
          const start = sentence.start + first.index;
          const last = missing.at(-1)!;
          const span = { start, end: sentence.start + last.index + last[0].length };
          report({ messageId: "missing", data: { words, result: results[0]!.field.title }, at: evaluation, span });
        }
      }
    }
  },
});

function hasNumber(value: FieldValue, { start, end }: Sentence): boolean {
  return quantitiesOf(value).some((quantity) => quantity.start >= start && quantity.end <= end);
}

import { TRAIT } from "../../text/text-traits.ts";
import { finishedResults } from "../record-cells.ts";
import { repeatedCounts } from "../repeated-counts.ts";
import { defineRule } from "../rule.ts";

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
      if (!value.reading.has(TRAIT.digit)) continue;
      for (const span of repeatedCounts(value.text)) {
        report({ messageId: "repeated", data: { words: value.text.slice(span.start, span.end) }, at: value, span });
      }
    }
  },
});

import type { Stretch } from "../../text/sentences.ts";
import { wordFinder } from "../../text/word-finder.ts";
import { sentencesOf } from "../cell-reading.ts";
import type { Homophone } from "../dictionaries.ts";
import { dictionaryStarts } from "../dictionary-starts.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

/** 同音異義語。The dictionary says which words nearby make a slip of it. */
export const homophoneSuspected = defineRule({
  meta: {
    id: "homophone-suspected",
    category: "text",
    title: "同音異義語や形の似た語の誤りの疑い",
    description:
      "かな漢字変換では、同じ読みの別の語が選ばれることがあります。辞書にある組のうち、前後の語から誤りと考えられるものを指摘します。",
    scope: "record",
    severity: "warning",
    example: { wrong: "他職種が連携して支援した。", right: "多職種が連携して支援した。" },
    remedy: "意図した語を確かめて、誤りであれば直します。",
    messages: {
      suspected: (d: { written: string; right: string }) => `「${d.written}」は「${d.right}」の誤りではありませんか。`,
    },
  },

  check(context, report) {
    const finder = wordFinder(groupByWord(context.dictionaries.homophones));
    const starts = dictionaryStarts(context);
    textPlaces(context).forEach((place, i) => {
      finder.visitFrom(place.text, starts, i, (candidates, start, end) => {
        const span = { start, end };
        const entry = candidates.find((candidate) => isSlip(place, span, candidate));
        if (!entry) return;
        report({
          messageId: "suspected",
          data: { written: entry.wrong, right: entry.right },
          at: place.at,
          span,
          fixes: isEditable(place)
            ? [suggestText(`「${entry.right}」に直す`, textEdit(place.source, span, entry.right))]
            : [],
        });
      });
    });
  },
});

function groupByWord(homophones: readonly Homophone[]): Map<string, Homophone[]> {
  const groups = new Map<string, Homophone[]>();
  for (const entry of homophones) groups.set(entry.wrong, [...(groups.get(entry.wrong) ?? []), entry]);
  return groups;
}

function isSlip(place: TextPlace, { start, end }: Stretch, { near, except, wrong }: Homophone): boolean {
  const isPartOf = (longer: string) => {
    const at = longer.indexOf(wrong);
    return at >= 0 && place.text.startsWith(longer, start - at);
  };
  if (except?.some(isPartOf)) return false;
  if (!near || near.length === 0) return true;
  const sentence = sentencesOf(place).find((candidate) => candidate.start <= start && end <= candidate.end);
  const rest = sentence ? place.text.slice(sentence.start, start) + "\n" + place.text.slice(end, sentence.end) : "";
  return near.some((word) => rest.includes(word));
}

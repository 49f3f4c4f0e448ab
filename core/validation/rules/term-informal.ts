import { wordFinder } from "../../text/word-finder.ts";
import type { OfficialTerm } from "../dictionaries.ts";
import { dictionaryStarts } from "../dictionary-starts.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

/** 制度や事業の正式な名称。 */
export const termInformal = defineRule({
  meta: {
    id: "term-informal",
    category: "name",
    title: "正式な名称でない",
    description:
      "法令や国の制度で決まった名称を略したり取り違えたりすると、どの制度のことかを確かめられません。辞書にある名称について指摘します。",
    scope: "record",
    severity: "warning",
    standard: "L3-06",
    example: { wrong: "放課後デイサービス等からの紹介が増えた。", right: "放課後等デイサービス等からの紹介が増えた。" },
    remedy: "正式な名称に直します。自治体独自の事業名であれば、そのまま確認済みにします。",
    messages: {
      informal: (d: { written: string; term: string }) => `「${d.written}」の正式な名称は「${d.term}」です。`,
    },
  },

  check(context, report) {
    const finder = wordFinder(wordsOf(context.dictionaries.terms));
    const starts = dictionaryStarts(context);
    textPlaces(context).forEach((place, i) => {
      finder.visitFrom(place.text, starts, i, (term, start, end) => {
        if (term === undefined) return;
        report({
          messageId: "informal",
          data: { written: place.text.slice(start, end), term },
          at: place.at,
          span: { start, end },
          fixes: isEditable(place)
            ? [suggestText(`「${term}」に直す`, textEdit(place.source, { start, end }, term))]
            : [],
        });
      });
    });
  },
});

/** The official terms are looked for too: being longer, they cover what is a part of them. */
function wordsOf(terms: readonly OfficialTerm[]): [string, string | undefined][] {
  return terms.flatMap(({ term, informal }) => [
    [term, undefined] as [string, undefined],
    ...informal.map((word): [string, string] => [word, term]),
  ]);
}

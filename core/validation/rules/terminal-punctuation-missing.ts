import type { Sentence } from "../../text/sentences.ts";
import { sentencesOf, stylesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";
import { isEditable, prosePlaces, type TextPlace } from "../text-places.ts";
import { fixText, textEdit } from "../text-edit.ts";

interface Column {
  closed: number;
  readonly open: { readonly place: TextPlace; readonly sentence: Sentence; readonly isLast: boolean }[];
}

/** 文の終わりの句点。Sentences that end in a noun are neutral. */
export const terminalPunctuationMissing = defineRule({
  meta: {
    id: "terminal-punctuation-missing",
    category: "text",
    title: "文の終わりに句点がない",
    description:
      "同じ欄のほとんどの文が「。」で終わるとき、述語で終わっているのに「。」のない文は、続きが欠けているのか書き忘れかを読み手が判断できません。体言止めの文は問いません。",
    severity: "warning",
    example: { wrong: "子どもの居場所づくりを支援する", right: "子どもの居場所づくりを支援する。" },
    remedy: "文の終わりに「。」を付けます。",
    options: {
      share: { default: 0.7, description: "述語で終わる文のうち「。」のある文の割合がこれ以上の欄だけを調べます。" },
    },
    messages: {
      cell: (d: { tail: string }) => `文の終わり「${d.tail}」に句点がありません。「。」を付けてください。`,
      line: (d: { tail: string }) =>
        `行の終わり「${d.tail}」に句点がありません。ほかの文にそろえて「。」を付けてください。`,
    },
  },

  check(context, report) {
    for (const { closed, open } of columns(prosePlaces(context)).values()) {
      if (open.length === 0 || closed < 2 || closed / (closed + open.length) < context.options.share) continue;
      for (const { place, sentence, isLast } of open) {
        const tail = sentence.text.slice(-8).split("\n").at(-1)!;
        report({
          messageId: isLast ? "cell" : "line",
          data: { tail },
          at: place.at,
          span: { start: sentence.end - tail.length, end: sentence.end },
          ...(isLast && sentence.marker === "" ? {} : { severity: "info" }),
          fixes: isEditable(place)
            ? [fixText(`「${tail}。」とする`, textEdit(place.source, { start: sentence.end, end: sentence.end }, "。"))]
            : [],
        });
      }
    }
  },
});

/** By column, the sentences at the end of lines whose predicate calls for 。. */
function columns(places: readonly TextPlace[]): Map<string, Column> {
  const found = new Map<string, Column>();
  for (const place of places) {
    let column = found.get(place.column);
    if (!column) found.set(place.column, (column = { closed: 0, open: [] }));
    const all = sentencesOf(place);
    const styles = stylesOf(place);
    for (let i = 0; i < all.length; i++) {
      const sentence = all[i]!;
      if (styles[i] === undefined) continue;
      if (sentence.terminated) column.closed++;
      else if (sentence.endsLine && !/[）)」』]$/u.test(sentence.text))
        column.open.push({ place, sentence, isLast: i === all.length - 1 });
    }
  }
  return found;
}

import type { SentenceStyle } from "../../text/predicates.ts";
import type { Sentence } from "../../text/sentences.ts";
import { sentencesOf, stylesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";
import { isEditable, prosePlaces, type TextPlace } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

interface Finding {
  readonly place: TextPlace;
  readonly first: Sentence;
  readonly count: number;
}

const NAMES: Readonly<Record<SentenceStyle, string>> = { polite: "です・ます調", plain: "である調" };
const BOTH_STYLES = ["polite", "plain"] as const satisfies readonly SentenceStyle[];
/** 支援します ↔ 支援する: the only ending that can be turned without knowing the verb. */
const POLITE_TO_PLAIN = /(?<=[\p{sc=Han}\p{sc=Kana}ー])し(ます|ました)(?=。?$)/u;
const PLAIN_TO_POLITE = /(?<=[\p{sc=Han}\p{sc=Kana}ー])(する|した)(?=。?$)/u;

/** 文体の不統一。Counted by column: a plan may be です・ます while its results are である. */
export const styleMixed = defineRule({
  meta: {
    id: "style-mixed",
    category: "text",
    title: "一つの欄に文体が混ざっている",
    description:
      "同じ欄に「です・ます」と「である」が混ざると、別の文書から写した文かと疑われます。欄ごとに多いほうの文体を数え、少ないほうの文を指摘します。体言止めの文は数えません。",
    severity: "warning",
    example: {
      wrong: "環境整備を行う。立ち上げや運営を支援します。",
      right: "環境整備を行う。立ち上げや運営を支援する。",
    },
    remedy: "欄の文体にそろえます。",
    options: {
      minority: {
        default: 0.25,
        description:
          "少ないほうの文体の割合がこれ以下のときだけ指摘します。半々の欄は方針の問題であり、文の誤りではないためです。",
      },
    },
    messages: {
      mixed: (d: { tail: string; own: string; usual: string; count: number }) =>
        `この欄の文はほとんどが${d.usual}ですが、「${d.tail}」は${d.own}です。${d.count > 1 ? `この欄には同じような文が ${d.count} 文あります。` : ""}${d.usual}にそろえてください。`,
    },
  },

  check(context, report) {
    for (const { polite, plain } of stylesByColumn(prosePlaces(context)).values()) {
      const [few, many] = polite.total < plain.total ? [polite, plain] : [plain, polite];
      if (few.total === 0 || many.total < 3 || few.total / (few.total + many.total) > context.options.minority)
        continue;
      const own: SentenceStyle = few === polite ? "polite" : "plain";
      const usual = NAMES[own === "polite" ? "plain" : "polite"];
      for (const { place, first, count } of few.findings) {
        const tail = /[^、。\n]{0,12}。?$/u.exec(first.text)![0];
        const span = { start: first.end - tail.length, end: first.end };
        report({
          messageId: "mixed",
          data: { tail, own: NAMES[own], usual, count },
          at: place.at,
          span,
          fixes: turn(place, first, own),
        });
      }
    }
  },
});

type Styles = Record<SentenceStyle, { total: number; findings: Finding[] }>;

/** Sentences of each style by column; a cell once, with its first sentence. */
function stylesByColumn(places: readonly TextPlace[]): Map<string, Styles> {
  const columns = new Map<string, Styles>();
  for (const place of places) {
    let styles = columns.get(place.column);
    if (!styles)
      columns.set(place.column, (styles = { polite: { total: 0, findings: [] }, plain: { total: 0, findings: [] } }));
    const found = stylesOf(place);
    for (const style of BOTH_STYLES) {
      const at = found.indexOf(style);
      if (at < 0) continue;
      const count = found.reduce((sum, other) => sum + (other === style ? 1 : 0), 0);
      styles[style].total += count;
      styles[style].findings.push({ place, first: sentencesOf(place)[at]!, count });
    }
  }
  return columns;
}

function turn(place: TextPlace, { text, start }: Sentence, own: SentenceStyle) {
  const match = (own === "polite" ? POLITE_TO_PLAIN : PLAIN_TO_POLITE).exec(text);
  if (!match || !isEditable(place)) return [];
  const isPast = match[0] === "した" || match[1] === "ました";
  const words = own === "polite" ? (isPast ? "した" : "する") : isPast ? "しました" : "します";
  const at = start + match.index;
  return [suggestText(`「${words}」に直す`, textEdit(place.source, { start: at, end: at + match[0].length }, words))];
}

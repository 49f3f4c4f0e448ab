import { allMatches } from "../../text/all-matches.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

/** A noun's end: particles that follow kana may be parts of words (ものの, こととと). */
const NOUN = "(?<=[\\p{sc=Han}\\p{sc=Kana}ー）)」』0-9０-９])";
const NOUN_AHEAD = "(?=[\\p{sc=Han}\\p{sc=Kana}「『（(])";

/** 総合的にによる, 地域とと連携: the same particle twice. */
const TWICE = new RegExp(
  [
    // No word holds two of these.
    "を(を)",
    `${NOUN}が(が)${NOUN_AHEAD}`,
    `${NOUN}の(の)${NOUN_AHEAD}`,
    // にに is no part of a word; 「に日本」 begins with another character.
    `${NOUN}に(に)(?:${NOUN_AHEAD}|(?=よ[るりっ]|つい|おい|おけ|対|関|は|も|て))`,
    `${NOUN}と(と)(?:${NOUN_AHEAD}|(?=の(?![えうい])|は|も(?!に)))(?!ともに)`,
    `${NOUN}で(で)${NOUN_AHEAD}`,
    `${NOUN}へ(へ)(?:${NOUN_AHEAD}|(?=の))`,
    `${NOUN}は(は)(?=[、\\p{sc=Han}\\p{sc=Kana}])`,
  ].join("|"),
  "gu",
);
/** 適正利用のに向けた, 資料をの配布: two particles of which one is left over from rewriting. */
const CLASHING = new RegExp(
  [
    `${NOUN}(の)(?=に(?:向け|対し|対する|関し|関する|係る|つき|ついて|おい|おけ|より|よる|伴|基づ|応じ|際し))`,
    `${NOUN}(を)(?=の${NOUN_AHEAD})`,
    `${NOUN}(が|は|に|で)(?=を(?:\\p{sc=Han}|$))`,
    `${NOUN}(を)(?=[がに]${NOUN_AHEAD})`,
  ].join("|"),
  "gu",
);
/** Either can only match where these stand; most cells hold none. */
const MAY_MATCH = /をを|がが|のの|にに|とと|でで|へへ|はは|のに|をの|[がはにで]を|を[がに]/;
const ADVERBIAL = "的";

/** Only after nouns, where no word can hide the letters: ものの, こととともに, ととのえる stay silent. */
export const particleDoubled = defineRule({
  meta: {
    id: "particle-doubled",
    category: "text",
    title: "助詞が重なっている",
    description:
      "書き直しの際に消し忘れた助詞が残ると、文の意味が通りません。名詞の直後で助詞が重なる場合だけを指摘します。",
    scope: "record",
    severity: "error",
    example: { wrong: "関係機関ととの連携を図りました。", right: "関係機関との連携を図りました。" },
    remedy: "余分な助詞を取り除きます。",
    messages: {
      twice: (d: { written: string; right: string }) =>
        `「${d.written}」は助詞が重なっています。「${d.right}」としてください。`,
      clashing: (d: { written: string; right: string }) =>
        `「${d.written}」は助詞が続いていて意味が通りません。「${d.right}」などに直してください。`,
    },
  },

  check(context, report) {
    for (const place of textPlaces(context)) {
      if (!MAY_MATCH.test(place.text)) continue;
      for (const match of allMatches(place.text, TWICE)) {
        const extra = match.index + match[0].length - 1;
        const { span, written, right } = words(place.text, extra);
        report({
          messageId: "twice",
          data: { written, right },
          at: place.at,
          span,
          fixes: removal(place, extra, right),
        });
      }
      for (const match of allMatches(place.text, CLASHING)) {
        const { span, written, right } = words(place.text, match.index);
        report({
          messageId: "clashing",
          data: { written, right },
          at: place.at,
          span,
          severity: "warning",
          fixes: isEditable(place)
            ? [
                suggestText(
                  `「${right}」に直す`,
                  textEdit(place.source, { start: match.index, end: match.index + 1 }, ""),
                ),
              ]
            : [],
        });
      }
    }
  },
});

/** The words around a superfluous particle, as they are and as they should be. */
function words(text: string, extra: number) {
  const before =
    /[\p{sc=Han}\p{sc=Kana}ー）)」』]{0,4}[ぁ-ん]?$/u.exec(text.slice(Math.max(0, extra - 5), extra))?.[0] ?? "";
  const after = /^[ぁ-ん]{0,3}[\p{sc=Han}\p{sc=Kana}ー]{0,3}/u.exec(text.slice(extra + 1, extra + 7))?.[0] ?? "";
  const span = { start: extra - before.length, end: extra + 1 + after.length };
  const written = text.slice(span.start, span.end);
  return { span, written, right: before + after };
}

function removal(place: TextPlace, extra: number, right: string) {
  if (!isEditable(place)) return [];
  const edit = textEdit(place.source, { start: extra, end: extra + 1 }, "");
  // 「総合的にによる」: the phrase is broken further than one letter; a person has to look.
  const isBroken = place.text.slice(0, extra - 1).endsWith(ADVERBIAL);
  return [(isBroken ? suggestText : fixText)(`「${right}」に直す`, edit)];
}

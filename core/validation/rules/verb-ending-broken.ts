import { allMatches } from "../../text/all-matches.ts";
import { isVerbalNoun } from "../../text/verbal-nouns.ts";
import { defineRule } from "../rule.ts";
import { isEditable, prosePlaces } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

const ENDS = "(?=[。、，）)\\n]|$)";
/** 拡充ます, 実施ました, 開催て、: behind the noun stands what follows し. ますます is a word. */
const WITHOUT_SHI = new RegExp(
  `(?<=(?<!\\p{sc=Han})((?:\\p{sc=Han}{2}|[\\p{sc=Kana}ー]{2,8})?\\p{sc=Han}{2}))(?:まし(?:た|て|ょう)|まし${ENDS}|ません|ます(?!ま)|た${ENDS}|たい${ENDS}|て(?=、|い[るくまきた]|おり))`,
  "gu",
);
/** 検討る。: the noun and the last letter of する. */
const WITHOUT_SU = new RegExp(
  `(?<=(?<!\\p{sc=Han})((?:\\p{sc=Han}{2}|[\\p{sc=Kana}ー]{2,8})?\\p{sc=Han}{2}))る(?=[。、，）)\\n]|$|こと|ため|とともに|など|予定)`,
  "gu",
);
/** What is written for an ending, and what it should be. 「応じまた、」 lacks no more than a comma. */
const GARBLED: readonly (readonly [pattern: RegExp, right: (ending: string) => string])[] = [
  // 実施しまた。 行いましした。
  [/(?<=[しいりきちみびぎめけせえべれて])(?:また|ましした|ましたた|ましまた|ましす)(?=[。）)\n]|$)/gu, () => "ました"],
  // 策定すます。
  [new RegExp(`(?<=\\p{sc=Han}{2})す(?:ます|ました)${ENDS}`, "gu"), (ending) => `し${ending.slice(1)}`],
  // 進めるる。 応じたた教室
  [new RegExp(`(?<=[ぁ-ん\\p{sc=Han}])るる${ENDS}`, "gu"), () => "る"],
  [/(?<=[っしいりきちじみびぎめけげせえべれて])たた(?=[。、，）)\n]|$|\p{sc=Han})/gu, () => "た"],
  // 決まつた。 行つて、: 育つため and 持つたび are right.
  [
    /(?<=[\p{sc=Han}わまらがな])つ(?:た(?=[。、，）)\n]|$|\p{sc=Han}|こと|もの)|て(?=[。、，]|い[るくまた]))/gu,
    (ending) => `っ${ending.slice(1)}`,
  ],
];
/** One look for all: most cells have none of these. */
const MAY_MATCH =
  /[一-龠](?:ま[しすせ]|た[い。、，）)\n]|た$|て[、いお]|る[。、，）)\n]|る$|る(?:こと|ため|とと|など|予)|すま[しす])|また[。）)\n]|また$|まし(?:した|す|また)|ましたた|るる|たた[^ぁ-ん]|たた$|つ[たて]/m;

/** 「拡充ます」「決まつた」: a letter of the verb lost, doubled or mistaken. */
export const verbEndingBroken = defineRule({
  meta: {
    id: "verb-ending-broken",
    category: "text",
    title: "動詞の語尾の打ち誤り",
    description:
      "「拡充します」が「拡充ます」に、「決まった」が「決まつた」になるような打ち誤りは、読み過ごされやすいものです。「する」を伴う名詞と語尾の組み合わせから、ほかに読みようのないものだけを指摘します。",
    scope: "record",
    severity: "warning",
    example: { wrong: "来年度は診断の対象を拡充ます。", right: "来年度は診断の対象を拡充します。" },
    remedy: "語尾を正しく書き直します。",
    messages: {
      ending: (d: { written: string; right: string }) =>
        `「${d.written}」は動詞の語尾が正しくありません。「${d.right}」ではありませんか。`,
    },
  },

  check(context, report) {
    for (const place of prosePlaces(context)) {
      const { text } = place;
      if (!MAY_MATCH.test(text)) continue;
      for (const { index, 0: ending, 1: noun = "" } of allMatches(text, WITHOUT_SHI)) {
        const right = `し${ending === "まし" ? "ました" : ending}`;
        if (isVerbalNoun(noun.slice(-2))) reportEnding({ index, noun, ending, right });
      }
      for (const { index, 0: ending, 1: noun = "" } of allMatches(text, WITHOUT_SU)) {
        if (isVerbalNoun(noun.slice(-2))) reportEnding({ index, noun, ending, right: `す${ending}` });
      }
      for (const [pattern, rightOf] of GARBLED) {
        for (const { index, 0: ending } of allMatches(text, pattern)) {
          const noun = /(?:\p{sc=Han}{1,4})?[ぁ-ん]?$/u.exec(text.slice(Math.max(0, index - 5), index))![0];
          reportEnding({ index, noun, ending, right: rightOf(ending) });
        }
      }

      function reportEnding(found: { index: number; noun: string; ending: string; right: string }) {
        const { index, noun, ending, right } = found;
        const edit = textEdit(place.source, { start: index, end: index + ending.length }, right);
        const data = { written: noun + ending, right: noun + right };
        report({
          messageId: "ending",
          data,
          at: place.at,
          span: { start: index - noun.length, end: index + ending.length },
          fixes: isEditable(place) ? [suggestText(`「${data.right}」に直す`, edit)] : [],
        });
      }
    }
  },
});

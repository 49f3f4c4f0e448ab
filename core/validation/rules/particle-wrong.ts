import { allMatches } from "../../text/all-matches.ts";
import { INTRANSITIVE_NOUNS, isVerbalNoun, TRANSITIVE_NOUNS } from "../../text/verbal-nouns.ts";
import { defineRule } from "../rule.ts";
import { isEditable, prosePlaces, type TextPlace } from "../text-places.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

interface Pattern {
  /** Matches the wrong particle itself; what stands around it is matched by assertions. */
  readonly pattern: RegExp;
  /** The noun of action that its first group caught has to be one of these. */
  readonly nouns?: ReadonlySet<string>;
  readonly right: string;
  /** The meaning is kept for sure. */
  readonly isCertain?: true | undefined;
  readonly severity?: "info" | undefined;
}

const ENDS_SENTENCE = "(?:(?:します|しました|する|した)(?:。|$)|(?:しています|していきます|していく)。)";
const PURPOSE = "向上|充実|推進|促進|強化|改善|軽減|解消|拡大|拡充|普及|確保";

/**
 * Verbs and the particles that they take. Only frames that leave no other reading: a subject with の stands in
 * attributive clauses (市の実施する研修), not at the end of a sentence.
 */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(`の(?=(\\p{sc=Han}{2})${ENDS_SENTENCE})`, "gmu"),
    nouns: TRANSITIVE_NOUNS,
    right: "を",
    isCertain: true,
  },
  { pattern: new RegExp(`の(?=(\\p{sc=Han}{2})${ENDS_SENTENCE})`, "gmu"), nouns: INTRANSITIVE_NOUNS, right: "が" },
  {
    pattern:
      /を(?=(?:共同|協働|連携|協力|一体|重点的|積極的|計画的|継続的?|一体的|総合的|集中的)(?:して|に|で|となって)、?取り?組[むみんま])/gu,
    right: "に",
  },
  { pattern: /を(?=取り?組(?:む|み(?:ます|ました|、)|んだ|んで))/gu, right: "に" },
  {
    pattern: /を(?=努め(?:る|ます|ました|た|、))(?<!(?:会長|委員長|議長|座長|司会|事務局|役員|委員|講師)を)/gu,
    right: "に",
  },
  { pattern: /を(?=(?:資する|寄与する|従事する|従事した|着手する|着手した|参画する|参画した))/gu, right: "に" },
  { pattern: /を(?=(?:参加|出席|協力)(?:する。|した。|します|しました))/gu, right: "に" },
  { pattern: new RegExp(`が(?=図(?:る|った|ります|りました)(?:。|$))(?<=(?:${PURPOSE})が)`, "gmu"), right: "を" },
  { pattern: new RegExp(`を(?=図られ)(?<=(?:${PURPOSE})を)`, "gu"), right: "が", severity: "info" },
  {
    pattern: /を(?=(\p{sc=Han}{2})を(?:行[いうっ]|実施|図[りるっ]))(?<=[\p{sc=Han}\p{sc=Kana}ー）)」]を)/gu,
    nouns: TRANSITIVE_NOUNS,
    right: "の",
  },
  { pattern: /と(?=含[むみん])(?<=[\p{sc=Han}\p{sc=Kana}ー]と)/gu, right: "を" },
];
/** Verbs and nouns of action before which no one speaks politely of a thing: お支払い, お受けする and お持ちの方 are right. */
const TYPED_O =
  /(?<=[\p{sc=Han}\p{sc=Kana}ー」』）)])お(?=(\p{sc=Han}{2})|行[いうっわ](?!儀)|図[りるっ]|高め|深め|設け|整え|踏まえ|通じ[てた]|目指[しす]|含[むめん]|生か[しす]|取り入れ|促[しす]|広げ|増や|減ら|防[いぎぐ]|重ね|続け|述べ|確かめ|改め|強め|担[いうっ]|築[いき]|培[いうっ]|(?:あげ|上げ|挙げ)[たて、る])(?<!(?:お|地域)お)/gu;
/** 有効かつ効率を: an adjective joined to a noun. */
const UNEVEN = /(?:有効|適切|迅速|的確|公正|円滑|柔軟|\p{sc=Han}{2}的)かつ\p{sc=Han}{2}(?=を)/gu;

/** One look for all frames; most cells hold none. */
const MAY_MATCH =
  /の..(?:します|しました|する|した|してい)|を(?:共同|協働|連携|協力|一体|重点|積極|計画|継続|総合|集中|取|努め|資する|寄与|従事|着手|参|出席|図ら|..を)|が図|と含|かつ|[^ぁ-ん]お[一-龠あ]/;
const HAS_O = /[^ぁ-ん]お[一-龠あ]/;

/** 助詞と動詞の組み合わせ。 */
export const particleWrong = defineRule({
  meta: {
    id: "particle-wrong",
    category: "text",
    title: "助詞が述語に合わない",
    description:
      "体言止めの文を「～します」に書き直したときなどに、助詞が元のまま残ることがあります。「を」を「お」と打つ誤りもあります。述語との組み合わせから、ほかに読みようのないものだけを指摘します。",
    scope: "record",
    severity: "warning",
    example: { wrong: "啓発チラシの配布します。", right: "啓発チラシを配布します。" },
    remedy: "述語に合う助詞に直すか、述語を体言止めに戻します。",
    messages: {
      particle: (d: { written: string; right: string }) =>
        `「${d.written}」は助詞が述語に合いません。「${d.right}」ではありませんか。`,
      typed: (d: { written: string; right: string }) =>
        `「${d.written}」の「お」は「を」の打ち誤りと思われます。「${d.right}」ではありませんか。`,
      uneven: (d: { written: string }) => `「${d.written}」は、「かつ」の前後の語の形がそろっていません。`,
    },
  },

  check(context, report) {
    for (const place of prosePlaces(context)) {
      if (!MAY_MATCH.test(place.text)) continue;
      const seen = new Set<number>();
      for (const pattern of PATTERNS) checkPattern(place, pattern, seen);
      for (const { index, 1: noun } of HAS_O.test(place.text) ? allMatches(place.text, TYPED_O) : []) {
        if (noun === undefined || isVerbalNoun(noun)) reportParticle(place, index, { right: "を", messageId: "typed" });
      }
      for (const { index, 0: written } of allMatches(place.text, UNEVEN)) {
        report({
          messageId: "uneven",
          data: { written },
          at: place.at,
          span: { start: index, end: index + written.length },
        });
      }
    }

    function checkPattern(
      place: TextPlace,
      { pattern, nouns, right, isCertain, severity }: Pattern,
      seen: Set<number>,
    ) {
      for (const { index, 1: noun = "" } of allMatches(place.text, pattern)) {
        if (seen.has(index) || (nouns && !nouns.has(noun))) continue;
        seen.add(index);
        reportParticle(place, index, { right, messageId: "particle", isCertain, severity });
      }
    }

    function reportParticle(
      place: TextPlace,
      index: number,
      found: Pick<Pattern, "right" | "isCertain" | "severity"> & { readonly messageId: "particle" | "typed" },
    ) {
      const { right, isCertain, severity, messageId } = found;
      const before =
        /[\p{sc=Han}\p{sc=Kana}ー」』）)]{0,6}$/u.exec(place.text.slice(Math.max(0, index - 6), index))?.[0] ?? "";
      const after = /^\p{sc=Han}{0,4}[ぁ-ん]{0,3}/u.exec(place.text.slice(index + 1, index + 8))?.[0] ?? "";
      const span = { start: index - before.length, end: index + 1 + after.length };
      const corrected = before + right + after;
      const edit = textEdit(place.source, { start: index, end: index + 1 }, right);
      report({
        messageId,
        data: { written: place.text.slice(span.start, span.end), right: corrected },
        at: place.at,
        span,
        ...(severity ? { severity } : {}),
        fixes: isEditable(place) ? [(isCertain ? fixText : suggestText)(`「${corrected}」に直す`, edit)] : [],
      });
    }
  },
});

import { allMatches } from "../../text/all-matches.ts";
import { defineRule } from "../rule.ts";
import { isEditable, prosePlaces } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

interface Redundancy {
  readonly pattern: RegExp;
  /** What may stand instead, from the match; nothing where the sentence has to be rewritten. */
  readonly right?: (match: RegExpMatchArray) => string;
  /** The two words that say the same. */
  readonly words: string;
}

const REDUNDANCIES: readonly Redundancy[] = [
  { pattern: /まず最初に|まず初めに|まずはじめに/gu, right: () => "まず", words: "「まず」と「最初に」" },
  { pattern: /(?:引き続き|引続き)[^。\n]{0,25}?継続して/gu, words: "「引き続き」と「継続して」" },
  {
    pattern: /(?:引き続き|引続き)(?:、)?継続(?:する|し(?:ます|ていく)|を図る|的に)/gu,
    words: "「引き続き」と「継続」",
  },
  { pattern: /(?:引き続き|引続き)[^。\n]{0,25}?支援を継続する/gu, words: "「引き続き」と「継続する」" },
  {
    pattern: /約([0-9０-９][0-9０-９,，.]*\p{L}{1,2})(?:程度|ほど|前後|くらい)/gu,
    right: (m) => `約${m[1]!}`,
    words: "「約」と「程度」",
  },
  {
    pattern: /およそ([0-9０-９][0-9０-９,，.]*\p{L}{1,2})(?:程度|ほど|前後)/gu,
    right: (m) => `およそ${m[1]!}`,
    words: "「およそ」と「程度」",
  },
  { pattern: /各(\p{sc=Han}{1,4})(?:ごとに|毎に)/gu, right: (m) => `${m[1]!}ごとに`, words: "「各」と「ごとに」" },
  { pattern: /(?<!均|平|対|同|優|初|高|上)等など/gu, right: () => "など", words: "「等」と「など」" },
  { pattern: /後で後悔|後から後悔/gu, right: () => "後悔", words: "「後で」と「後悔」" },
  { pattern: /一番最初/gu, right: () => "最初", words: "「一番」と「最初」" },
  {
    pattern: /あらかじめ予約|予め予約|あらかじめ予告/gu,
    right: (m) => m[0].replace(/あらかじめ|予め/u, ""),
    words: "「あらかじめ」と「予」",
  },
  { pattern: /返事を返/gu, words: "「返事」と「返す」" },
  { pattern: /従来から/gu, right: () => "従来", words: "「従来」と「から」" },
  { pattern: /過半数を超え/gu, right: () => "半数を超え", words: "「過半数」と「超える」" },
  { pattern: /違和感を感じ/gu, right: () => "違和感を覚え", words: "「感」と「感じる」" },
  { pattern: /被害を被/gu, right: () => "被害を受", words: "「被害」と「被る」" },
  { pattern: /(?:負担|経費|費用|リスク|危険|不安)の軽減を(?:緩和|減ら)/gu, words: "「軽減」と「緩和」" },
  { pattern: /毎(年|月|週|日)(?:ごとに|毎に)/gu, right: (m) => `毎${m[1]!}`, words: "「毎」と「ごとに」" },
  { pattern: /(?:すべて|全て)の(\p{sc=Han}{2,4})全員/gu, right: (m) => `${m[1]!}全員`, words: "「全て」と「全員」" },
  {
    pattern: /事前に予告|事前に予約|事前の予告/gu,
    right: (m) => m[0].replace(/事前[にの]/u, ""),
    words: "「事前」と「予」",
  },
  { pattern: /再度(?:、)?再/gu, right: () => "再", words: "「再度」と「再」" },
  { pattern: /(?:より|さらに)(?:、)?一層(?:より|さらに)/gu, right: () => "一層", words: "「より」と「一層」" },
];
const ANY = new RegExp(REDUNDANCIES.map(({ pattern }) => pattern.source.replace(/\((?!\?)/gu, "(?:")).join("|"), "u");

/** 重複表現。 */
export const wordingRedundant = defineRule({
  meta: {
    id: "wording-redundant",
    category: "text",
    title: "同じ意味の語を重ねている",
    description:
      "「約100人程度」「引き続き…継続して」のような重ね言葉は、どちらかを省いても意味が変わりません。公用文では簡潔に書きます。",
    scope: "record",
    severity: "info",
    example: {
      wrong: "引き続きオンライン教室も継続して行った。約100人程度が参加した。",
      right: "引き続きオンライン教室を行った。約100人が参加した。",
    },
    remedy: "どちらか一方を省きます。",
    messages: {
      redundant: (d: { written: string; words: string }) =>
        `「${d.written}」は${d.words}が重なっています。どちらか一方で足ります。`,
    },
  },

  check(context, report) {
    for (const place of prosePlaces(context)) {
      if (!ANY.test(place.text)) continue;
      const seen = new Set<number>();
      for (const { pattern, right, words } of REDUNDANCIES) {
        for (const match of allMatches(place.text, pattern)) {
          if (seen.has(match.index)) continue;
          seen.add(match.index);
          const [written] = match;
          const span = { start: match.index, end: match.index + written.length };
          const better = right?.(match);
          report({
            messageId: "redundant",
            data: { written, words },
            at: place.at,
            span,
            fixes:
              better !== undefined && isEditable(place)
                ? [suggestText(`「${better}」に直す`, textEdit(place.source, span, better))]
                : [],
          });
        }
      }
    }
  },
});

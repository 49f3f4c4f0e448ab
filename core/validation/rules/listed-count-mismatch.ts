import { allMatches } from "../../text/all-matches.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { quantitiesOf } from "../cell-reading.ts";
import { cellTexts, sentenceAt } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";

const QUOTED = "「[^「」\\n]{1,40}」";
const QUOTED_LIST = new RegExp(`${QUOTED}(?:[、，・]?(?:及び|および|並びに|と)?${QUOTED})+`, "gu");
const LINK_BEHIND =
  /^(?:[をのとはが]|という|といった|による|からなる|に関する|について|について、|の以下の|以上の|、以上){0,2}$/u;
const COUNTED = /^(?:つ|点|項目|本|分野|事業|施策|種類|本柱)$/u;
const OPEN_LIST = /^(?:など|等|ほか|をはじめ|を始め|を含|に加え)/u;
const FOLLOWING = /(?:次|以下|下記|次に掲げる|以下に示す)の$/u;
const CIRCLED = /[①-⑳]/gu;
const GROUP = /^(?:部会|委員会|分科会|専門部会|ワーキンググループ)$/u;
const GROUP_MADE = /^(?:とした|に再編|に改編|を設置|で構成|体制とし|を置)/u;

/** A stated number against the things that the text names: 「A」「B」「C」を4つの重点項目. */
export const listedCountMismatch = defineRule({
  meta: {
    id: "listed-count-mismatch",
    category: "number",
    title: "述べた数と挙げた数の不一致",
    description:
      "「4つの重点項目」「次の3点」と述べたら、同じ数だけ挙げられているはずです。追加や削除のあと、数だけが残ることがあります。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "「就労自立」、「生活自立」、「次世代育成」を4つの重点項目として",
      right: "「就労自立」、「生活自立」、「次世代育成」を3つの重点項目として",
    },
    remedy: "数と、挙げたものの漏れや余りを確かめます。",
    messages: {
      quoted: (d: { written: string; listed: number }) =>
        `「${d.written}」とありますが、かぎかっこで挙げられているのは ${d.listed} つです。数か列挙を確かめてください。`,
      circled: (d: { written: string; listed: number }) =>
        `「${d.written}」とありますが、番号を付けて挙げられているのは ${d.listed} つです。数か列挙を確かめてください。`,
      groups: (d: { written: string; names: string; listed: number }) =>
        `「${d.written}」とありますが、この欄に名前があるのは${d.names}の ${d.listed} つです。残りの活動も書くか、数を確かめてください。`,
    },
  },

  check(context, report) {
    for (const { at, source, text, reading } of cellTexts(context)) {
      const quoted = reading.has(TRAIT.quote) ? allMatches(text, QUOTED_LIST) : [];
      const hasCircled = reading.has(TRAIT.circledNumber);
      if (quoted.length === 0 && !hasCircled && !text.includes("会")) continue;
      for (const { value, unit, ordinal, approximate, start, end, numberEnd } of quantitiesOf(source)) {
        if (ordinal || approximate || value < 2 || value > 20) continue;
        const written = text.slice(start, end);
        const span = { start, end };
        if (COUNTED.test(unit)) {
          const list = quoted.find((match) => match.index + match[0].length <= start && isLinked(text, match, start));
          const listed = list && allMatches(list[0], /」/gu).length;
          if (listed !== undefined && listed !== value) {
            report({ messageId: "quoted", data: { written, listed }, at, span });
          }
          const items =
            hasCircled && FOLLOWING.test(text.slice(Math.max(0, start - 8), start)) ? circledBehind(text, end) : 0;
          if (items > 0 && items !== value)
            report({ messageId: "circled", data: { written, listed: items }, at, span });
        }
        if (GROUP.test(unit) && GROUP_MADE.test(text.slice(end))) {
          const names = namesEndingIn(text.slice(end), text.slice(numberEnd, end));
          if (names.length === 0 || names.length >= value) continue;
          const data = { written, names: names.map((name) => `「${name}」`).join(""), listed: names.length };
          report({ messageId: "groups", data, at, span, severity: "info" });
        }
      }
    }
  },
});

/** The quoted list leads up to the number in one sentence, without 「など」. */
function isLinked(text: string, list: RegExpExecArray, start: number): boolean {
  const between = text.slice(list.index + list[0].length, start);
  return between.length <= 8 && !OPEN_LIST.test(between) && LINK_BEHIND.test(between);
}

/** How many items ①② … follow, counting up from ①; 0 when none begins. */
function circledBehind(text: string, from: number): number {
  const behind = text.slice(from);
  // The list belongs to the sentence, or begins right after it.
  const { end } = sentenceAt(text, from);
  if (!/[①]/u.test(text.slice(from, Math.min(text.length, end + 4)))) return 0;
  let next = 1;
  for (const [sign] of allMatches(behind, CIRCLED)) {
    if (sign.charCodeAt(0) - 0x245f === next) next++;
  }
  return next - 1;
}

/** Names of bodies at the beginning of items: ・まもる部会, 「つながる部会」. */
function namesEndingIn(text: string, word: string): string[] {
  const name = new RegExp(`(?:^|[\\s・●○■◆「、。①-⑳])([\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]{1,12}?${word})`, "gu");
  const names = new Set<string>();
  for (const [, found = ""] of allMatches(text, name)) {
    if (found.length > word.length && !/^(?:各|同|本|当|全|他|専門|担当)/u.test(found)) names.add(found);
  }
  return [...names];
}

import { allMatches } from "../../text/all-matches.ts";
import { codeAt } from "../../text/code-at.ts";
import type { Sentence } from "../../text/sentences.ts";
import { sentencesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";
import { isEditable, isProse, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

const MARKS = /、{2,}|。{2,}|、。|。、|，，+/gu;
const HAS_MARKS = /[、。，][、。，]/;
const HAS_BRACKET = /[（(「『]/;
/** 支援支援, センターセンター; 一人一人 and 段々 are words. */
const WORDS =
  /(の\p{sc=Han}{2,4})\1(?!\p{sc=Han})|(?<![\p{sc=Han}])((?![一二三四五六七八九十百千]|各)\p{sc=Han}{2,4}?)\2(?!\p{sc=Han})|(?<![\p{sc=Kana}ー])([\p{sc=Kana}][\p{sc=Kana}ー]{2,})\3(?![\p{sc=Kana}ー長員内])/gu;
const PHRASES =
  /(について|において|における|に対して|に対する|に関する|として|するため|することが|することで|しました|している|ことを|ことが|などの|及び|また、|ための)\1/gu;
/** 事業(まごころバッグ)事業を: the noun before the bracket stands again behind it. */
const AROUND_BRACKET =
  /(事業|制度|計画|会議|講座|教室|補助金)[（(「『]([^（）()「」『』\n]{2,20})[）)」』]\1(?=[をのはがにとも、。])/gu;
/** 大学大学院, 小学校学校運営: the second word begins a longer one. */
const NO_REPETITION = new Set(["学校", "大学", "病院", "個別", "団体", "委員", "会議", "議会", "検討", "審査"]);
const SHORTEST_LINE = 10;
const LONGEST_REPEAT = 7;
const FIRST_KANA = 0x3041;

/** Copying and pasting leaves the same words twice. */
export const wordDoubled = defineRule({
  meta: {
    id: "word-doubled",
    category: "text",
    title: "同じ語や行が重なっている",
    description:
      "書き写しや貼り付けの誤りで、句読点、語、行が二度書かれることがあります。「一人一人」のような語や、番号の違う項目の同じ文は指摘しません。",
    scope: "record",
    severity: "warning",
    example: { wrong: "相談支援支援を行い、、連携を図った。", right: "相談支援を行い、連携を図った。" },
    remedy: "余分なほうを取り除きます。",
    messages: {
      mark: (d: { written: string; right: string }) =>
        `句読点「${d.written}」が重なっています。「${d.right}」としてください。`,
      word: (d: { written: string; right: string }) =>
        `「${d.written}」は同じ語が重なっています。「${d.right}」ではありませんか。`,
      aroundBracket: (d: { word: string }) => `括弧の前後に「${d.word}」が二度あります。どちらかを取り除いてください。`,
      line: (d: { line: string }) => `同じ文「${d.line}」が一つの欄に二度あります。どちらかを取り除いてください。`,
    },
  },

  check(context, report) {
    const repeats = repetitionDetector();
    for (const place of textPlaces(context)) {
      const { text, at } = place;
      if (text.length < 4) continue;
      for (const { index, 0: written } of HAS_MARKS.test(text) ? allMatches(text, MARKS) : []) {
        const right = written.startsWith("，") ? "，" : written.includes("。") ? "。" : "、";
        const span = { start: index, end: index + written.length };
        report({
          messageId: "mark",
          data: { written, right },
          at,
          span,
          fixes: replacement(place, span, right, fixText),
        });
      }
      for (const match of repeats(text) ? [...allMatches(text, WORDS), ...allMatches(text, PHRASES)] : []) {
        const right = match[1] ?? match[2] ?? match[3]!;
        if (NO_REPETITION.has(right)) continue;
        const span = { start: match.index, end: match.index + match[0].length };
        report({
          messageId: "word",
          data: { written: match[0], right },
          at,
          span,
          fixes: replacement(place, span, right, suggestText),
        });
      }
      for (const { index, 0: written, 1: word } of HAS_BRACKET.test(text) ? allMatches(text, AROUND_BRACKET) : []) {
        report({
          messageId: "aroundBracket",
          data: { word: word! },
          at,
          span: { start: index, end: index + written.length },
          severity: "info",
        });
      }
      if (isProse(place)) reportLines(place);
    }

    function reportLines(place: TextPlace) {
      const found = sentencesOf(place);
      for (let i = 1; i < found.length; i++) {
        const { text, start, end } = found[i]!;
        if (text.length < SHORTEST_LINE || !found.slice(0, i).some((earlier) => isSame(earlier, found[i]!))) continue;
        report({ messageId: "line", data: { line: shortened(text) }, at: place.at, span: { start, end } });
      }
    }
  },
});

/** ①継続実施 ②継続実施: two numbered items may say the same. */
function isSame(a: Sentence, b: Sentence): boolean {
  if (a.text.length !== b.text.length || a.text !== b.text) return false;
  return a.marker === b.marker || !/[①-⑳]/u.test(a.marker + b.marker);
}

/**
 * A cheap look before the expressions: tells whether some stretch of a text stands twice in a row. It remembers where
 * each character stood last; a repetition brings its first character again after a few steps.
 */
function repetitionDetector(): (text: string) => boolean {
  const last = new Int32Array(0x10000).fill(-LONGEST_REPEAT - 1);
  let end = 0;
  return (text) => {
    // Places go on counting from text to text, so that nothing need be forgotten in between.
    const base = end + LONGEST_REPEAT;
    const size = text.length;
    end = base + size;
    for (let i = 0; i < size; i++) {
      const code = codeAt(text, i);
      const length = base + i - last[code]!;
      last[code] = base + i;
      if (length < 2 || length > LONGEST_REPEAT || code < FIRST_KANA) continue;
      if (text.startsWith(text.slice(i - length, i), i)) return true;
    }
    return false;
  };
}

function replacement(
  place: TextPlace,
  span: { readonly start: number; readonly end: number },
  words: string,
  kind: typeof fixText,
) {
  return isEditable(place) ? [kind(`「${words}」一つにする`, textEdit(place.source, span, words))] : [];
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

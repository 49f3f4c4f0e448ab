import { allMatches } from "../../text/all-matches.ts";
import { codeAt } from "../../text/code-at.ts";
import { isTwoKanjiWord } from "../../text/common-words.ts";
import type { Sentence, Stretch } from "../../text/sentences.ts";
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
/** 地元地元説明会: a word twice before another word. */
const BEFORE_WORD = /(?<!\p{sc=Han})(\p{sc=Han}{2})\1(?=(\p{sc=Han}{2}))/gu;
/** 連携携し, 開開催: one letter of a word twice. 町内会会長 has two words. */
const LETTERS = /(?<!\p{sc=Han})(?:(\p{sc=Han})\1(\p{sc=Han})|(\p{sc=Han})(\p{sc=Han})\4)(?!\p{sc=Han})/gu;
/** 関係機関関係機関, 講座を開催講座を開催: more words twice. 一つ一つ counts, and わくわくわくわく is no more than わくわく. */
const LONG = /(?![一二三四五六七八九十各その毎])([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]{4,8}?)\1/gu;
const NOT_KATAKANA = /[^\p{sc=Kana}ー]/u;
const PHRASES =
  /(について|において|における|に対して|に対する|に関する|として|するため|することが|することで|しました|している|ことを|ことが|などの|及び|また、|ための|(?<=\p{sc=Han})(?:する|した|して)|ました|である|ている|ために|ことに|という|により|によって|とともに)\1/gu;
/** 事業(まごころバッグ)事業を: the noun before the bracket stands again behind it. */
const AROUND_BRACKET =
  /(事業|制度|計画|会議|講座|教室|補助金)[（(「『]([^（）()「」『』\n]{2,20})[）)」』]\1(?=[をのはがにとも、。])/gu;
/** 個人個人, 要所要所: each of them. */
const DISTRIBUTIVE: ReadonlySet<string> = new Set(
  "個人 個別 個々 要所 場所 場面 時代 節目 地域 土地 季節 時期 局面 部署 家庭 職場 現場 世代 段階 機会 年代 集落 学校 学年 教室 大学 病院 団体".split(
    " ",
  ),
);
/** 検討検討会議, 学校学校運営: the second word begins a longer one. */
const NO_BEGINNING: ReadonlySet<string> = new Set("学校 大学 病院 団体 委員 会議 議会 検討 審査".split(" "));
const SHORTEST_LINE = 10;
const LONGEST_REPEAT = 8;
const FIRST_KANA = 0x3041;
const FIRST_KANJI = 0x4e00;

/** Copying and pasting leaves the same words twice. */
export const wordDoubled = defineRule({
  meta: {
    id: "word-doubled",
    category: "text",
    title: "同じ語や行が重なっている",
    description:
      "書き写しや貼り付けの誤りで、句読点、語、行が二度書かれることがあります。「一人一人」「個人個人」のような語や、番号の違う項目の同じ文は指摘しません。",
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
      for (const { start, end, right } of repeats(text) ? doubledWords(text) : []) {
        const span = { start, end };
        report({
          messageId: "word",
          data: { written: text.slice(start, end), right },
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

interface Doubled extends Stretch {
  /** What should stand there. */
  readonly right: string;
}

/** The words that stand twice, each place once. */
function doubledWords(text: string): Doubled[] {
  const found: Doubled[] = [];
  const add = ({ index, 0: written }: RegExpExecArray, right: string) => {
    const [start, end] = [index, index + written.length];
    if (!found.some((other) => other.start < end && start < other.end)) found.push({ start, end, right });
  };
  for (const pattern of [WORDS, PHRASES]) {
    for (const match of allMatches(text, pattern)) add(match, match[1] ?? match[2] ?? match[3]!);
  }
  for (const match of allMatches(text, BEFORE_WORD)) {
    const [, right = "", next = ""] = match;
    if (isTwoKanjiWord(right) && isTwoKanjiWord(next) && !NO_BEGINNING.has(right)) add(match, right);
  }
  for (const match of allMatches(text, LONG)) {
    const right = match[1]!;
    if (!isPeriodic(right) && NOT_KATAKANA.test(right)) add(match, right);
  }
  for (const match of allMatches(text, LETTERS)) {
    const right = (match[1] ?? match[3]!) + (match[2] ?? match[4]!);
    if (isTwoKanjiWord(right)) add(match, right);
  }
  return found.filter(({ right }) => !DISTRIBUTIVE.has(right));
}

/** わくわく: a shorter word twice already. */
function isPeriodic(word: string): boolean {
  return (word + word).indexOf(word, 1) < word.length;
}

/** ①継続実施 ②継続実施: two numbered items may say the same. */
function isSame(a: Sentence, b: Sentence): boolean {
  if (a.text.length !== b.text.length || a.text !== b.text) return false;
  return a.marker === b.marker || !/[①-⑳]/u.test(a.marker + b.marker);
}

/**
 * A cheap look before the expressions: tells whether some stretch of a text stands twice in a row. It remembers the two
 * places where each character stood last; a repetition brings its first character again after a few steps.
 */
function repetitionDetector(): (text: string) => boolean {
  const last = new Int32Array(0x10000).fill(-LONGEST_REPEAT - 1);
  // 関係機関関係機関: the first character stands within the stretch once more.
  const lastButOne = last.slice();
  let end = 0;
  return (text) => {
    // Places go on counting from text to text, so that nothing need be forgotten in between.
    const base = end + LONGEST_REPEAT;
    const size = text.length;
    end = base + size;
    for (let i = 0; i < size; i++) {
      const code = codeAt(text, i);
      const place = last[code]!;
      const length = base + i - place;
      last[code] = base + i;
      if (length > LONGEST_REPEAT) continue;
      if (length === 1 && code >= FIRST_KANJI) return true;
      const longer = base + i - lastButOne[code]!;
      lastButOne[code] = place;
      if (code < FIRST_KANA) continue;
      if (length >= 2 && isSameStretch(text, i - length, i)) return true;
      if (longer <= LONGEST_REPEAT && isSameStretch(text, i - longer, i)) return true;
    }
    return false;
  };
}

/** Whether what stands between two places stands behind the second too. Most stretches differ in their second letter. */
function isSameStretch(text: string, from: number, to: number): boolean {
  const length = to - from;
  let same = 1;
  while (same < length && codeAt(text, from + same) === codeAt(text, to + same)) same++;
  return same === length;
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

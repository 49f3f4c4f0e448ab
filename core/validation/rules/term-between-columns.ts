import { allMatches } from "../../text/all-matches.ts";
import type { FieldValue } from "../field-value.ts";
import { insertedWords } from "../inserted-words.ts";
import { cellsByRecord, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** 職業紹介の冊子: what a thing is about, and the thing. Actions (の実施, の支援) are of many kinds. */
const THING =
  /の(冊子|チラシ|リーフレット|パンフレット|ポスター|カード|マップ|ガイドブック|マニュアル|手引き|システム|アプリ|ホームページ|計画|会議|部会|協議会|委員会|講座|教室|条例|基金|補助金|助成金|給付金|交付金|奨励金|手当|相談会|説明会|講演会|研修会|施設|公園|遊具|車両|設備)/gu;
/** Plans, bodies and the like are called by one name. */
const NAME_END =
  /計画|条例|要綱|方針|指針|部会|連絡会|協議会|委員会|検討会|センター|講座|教室|制度|冊子|リーフレット/gu;
const WORDS_BEFORE = /[\p{sc=Han}々ァ-ヶー]{1,20}$/u;
/** What two programmes really differ in: 母子/父子, 小学校/中学校 are no slips; only words left out in the middle are. */
const ENDS = 2;

interface Term {
  readonly value: FieldValue;
  readonly words: string;
  readonly start: number;
  /** 職業紹介 and 冊子; the name itself and nothing. */
  readonly part: string;
  readonly head: string;
}

/** One thing called by two names in the columns of one record. */
export const termBetweenColumns = defineRule({
  meta: {
    id: "term-between-columns",
    category: "meaning",
    title: "同じものの名が欄によって違う",
    description:
      "一つの事業の中で、実績には「職業紹介の冊子」、評価には「職業体験談の冊子」とあると、同じものかどうかが分かりません。計画や会議の名から語が抜けているとき（公園長寿命化計画と公園施設長寿命化計画）も知らせます。",
    scope: "record",
    severity: "info",
    example: {
      wrong: "実績: 職業紹介の冊子作成／ 評価: 職業体験談の冊子を作成し",
      right: "実績: 職業体験談の冊子作成",
    },
    remedy: "正式な名を確かめ、どの欄でも同じ名で書きます。別のものなら、違いが分かるように書きます。",
    messages: {
      differs: (d: { words: string; other: string; title: string }) =>
        `「${d.title}」の欄には「${d.other}」とありますが、ここでは「${d.words}」です。同じものなら名を揃えてください。`,
    },
  },

  check({ values }, report) {
    for (const cells of cellsByRecord(readable(values, "plan", "result", "evaluation", "outlook")).values()) {
      if (cells.length < 2) continue;
      const seen: Term[] = [];
      const reported = new Set<string>();
      for (const value of cells) {
        const terms = termsOf(value);
        for (const term of value.inherited ? [] : terms) {
          const other = seen.find((known) => isVariant(term, known));
          if (!other || reported.has(term.words)) continue;
          reported.add(term.words);
          const data = { words: term.words, other: other.words, title: other.value.field.title };
          const span = { start: term.start, end: term.start + term.words.length };
          report({ messageId: "differs", data, at: value, span });
        }
        seen.push(...terms);
      }
    }
  },
});

function termsOf(value: FieldValue): Term[] {
  const { text } = value;
  const phrases = allMatches(text, THING).flatMap((match): Term[] => {
    const part = wordsBefore(text, match.index);
    if (part.length < 3) return [];
    const start = match.index - part.length;
    return [{ value, words: part + match[0], start, part, head: match[1]! }];
  });
  const names = allMatches(text, NAME_END).flatMap((match): Term[] => {
    const before = wordsBefore(text, match.index);
    if (before.length < 4) return [];
    const words = before + match[0];
    return [{ value, words, start: match.index - before.length, part: words, head: "" }];
  });
  return [...phrases, ...names];
}

function wordsBefore(text: string, at: number): string {
  return WORDS_BEFORE.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? "";
}

/** Different words for one thing in different columns, each column knowing only its own. */
function isVariant(a: Term, b: Term): boolean {
  if (a.part === b.part || a.value.field === b.value.field) return false;
  if (a.head !== b.head) return false;
  if (a.value.text.includes(b.part) || b.value.text.includes(a.part)) return false;
  return a.head === "" ? isShortened(a.part, b.part) : commonStart(a.part, b.part) >= ENDS;
}

/** One is the other with something left out in its middle: 思春期(問題)対策部会. */
function isShortened(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // A word of two letters left out is what near-duplicate-term looks for.
  if (short.length === long.length || insertedWords(short, long) !== undefined) return false;
  const start = commonStart(short, long);
  const end = commonEnd(short, long);
  return start >= ENDS && end >= ENDS && start + end >= short.length && start < short.length && end < short.length;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

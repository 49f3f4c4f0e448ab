import { allMatches } from "../../text/all-matches.ts";
import { bracketPairs, type Sentence } from "../../text/sentences.ts";
import { BRACKET_PAIRS } from "../../text/japanese-characters.ts";
import { sentencesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";
import { isEditable, isProse, textPlaces, type TextPlace } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

/** No text begins with these. */
const HEAD_IMPOSSIBLE = /^(?:[、。，ぁぃぅぇぉっゃゅょァィゥェォッャュョ々）」』】〕]|ー[\p{sc=Kana}])/u;
const HEAD_PARTICLE =
  /^(?:を(?!\s)|[のがにへで](?=[\p{sc=Han}\p{sc=Kana}「『])|と(?=[\p{sc=Han}\p{sc=Kana}「『])(?!と畜|と場|と殺)|への|からの|における|において|により|による|として|とした)/u;
const TAIL_IMPOSSIBLE = /[（(「『【〔]$/u;
/** する|ため, する|こと, 行いま|す: words cut behind their first letters. */
const TAIL_CUT =
  /(?:(?:する|した|いる|ある|れる|なる|行う|図る|める|ていく)[たこよ]|(?:行い|図り|[\p{sc=Han}]め|[\p{sc=Han}]し|てい|され|でき|てお)り?ま(?:し)?|[しっいん][てで]い|[をにと]\p{sc=Han}{1,4}して|[っッゃゅょャュョ]|[0-9０-９](?:回|日|件|名|人|か所|箇所|か月|時間)(?:実施|開催)年)$/u;
const TAIL_OPEN =
  /(?:[、，]|及び|並びに|または|又は|もしくは|若しくは|において|における|に対し|により|によって|とともに|を通じて|に基づき|を図り|を行い|に関する|に向けた)$/u;
const TAIL_PARTICLE = /[\p{sc=Han}\p{sc=Kana}ー）)」](?:を|は|が|や|と|の|(?<![内中末後前期時的共常別毎間頃次])に)$/u;
/** First halves of nouns of action that are no words by themselves: 人材養成の充(実). */
const HALVES: Readonly<Record<string, string>> = {
  充: "充実",
  推: "推進",
  促: "促進",
  拡: "拡大",
  整: "整備",
  啓: "啓発",
  普: "普及",
  構: "構築",
  把: "把握",
  醸: "醸成",
  提: "提供",
  支: "支援",
  連: "連携",
  検: "検討",
  維: "維持",
  改: "改善",
  派: "派遣",
  協: "協議",
  軽: "軽減",
  創: "創出",
  募: "募集",
  研: "研修",
  訓: "訓練",
  継: "継続",
  縮: "縮小",
  徴: "徴収",
  執: "執行",
  周: "周知",
  設: "設置",
  配: "配布",
};
const TAIL_HALF = new RegExp(`(?:の|を|・|び|や)([${Object.keys(HALVES).join("")}])$`, "u");
const TAIL_ONE_KANJI = /を\p{sc=Han}$/u;
/** 児童発達支、: a compound without its last character. */
const HALF_INSIDE = /[支充促推啓普把醸](?=[、。・]|$)/gmu;
const HALF_BEFORE = /\p{sc=Han}{3}$/u;
/** Words before a half, and itself, by which its like is found in other cells. */
const HALF_LENGTH = 7;
const WHOLE_WORDS = /(?:[収干]支|[拡補填]充|[督催]促|[類邪]推|拝啓)$/u;

/** The first half of a word, with what stands before it on its line. */
interface Half {
  readonly place: TextPlace;
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** 途中で切れた文。A copy-paste that began or ended in the middle, or a cell's limit. */
export const textTruncated = defineRule({
  meta: {
    id: "text-truncated",
    category: "text",
    title: "文の初めか終わりが欠けている",
    description:
      "文字数の制限や貼り付けの誤りで、文が途中から始まったり途中で終わったりすることがあります。句読点や助詞で始まるもの、語の途中や読点で終わるものを指摘します。",
    severity: "warning",
    example: {
      wrong: "複雑な問題を抱えるケースに対応するた",
      right: "複雑な問題を抱えるケースに対応するため、関係機関との連携を強化する。",
    },
    remedy: "元の文書に戻って、欠けた部分を書き足します。",
    options: {
      shortest: {
        default: 15,
        description: "助詞で終わる文をこの文字数以上のときに指摘します。標語や見出しは短いためです。",
      },
    },
    messages: {
      head: (d: { head: string }) =>
        `文が「${d.head}」から始まっています。初めの部分が欠けていないか確かめてください。`,
      headBracket: (d: { head: string }) =>
        `「${d.head}」の括弧が開かれないまま文が始まっています。初めの部分が欠けていないか確かめてください。`,
      tail: (d: { tail: string }) => `文が「${d.tail}」で終わっています。続きが欠けていないか確かめてください。`,
      half: (d: { written: string; word: string }) =>
        `「${d.written}」は語の途中で切れています。「${d.word}」などの続きが欠けていないか確かめてください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context);
    const halves: Half[] = [];
    for (const place of places) {
      if (!isProse(place) || place.text.trim().length < 4) continue;
      const found = sentencesOf(place);
      const last = found.at(-1);
      if (!last) continue;
      // Behind a full sentence even a short rest is no slogan.
      const tail = tailOf(last, found.at(-2)?.terminated ? 0 : context.options.shortest);
      checkHead(place, found[0]!, tail !== undefined);
      if (tail) {
        const span = { start: last.end - tail.length, end: last.end };
        const severity = TAIL_IMPOSSIBLE.test(last.text) ? ({ severity: "error" } as const) : {};
        report({ messageId: "tail", data: { tail }, at: place.at, span, ...severity });
      }
      checkHalves(place, found, tail !== undefined);
    }
    reportHalves();

    function checkHead(place: TextPlace, first: Sentence, isCutBehind: boolean) {
      if (first.marker !== "") return;
      const impossible = HEAD_IMPOSSIBLE.test(first.text);
      if (impossible || HEAD_PARTICLE.test(first.text)) {
        const head = first.text.slice(0, 8).split("\n")[0]!;
        const span = { start: first.start, end: first.start + head.length };
        report({ messageId: "head", data: { head }, at: place.at, span, ...(impossible ? { severity: "error" } : {}) });
        return;
      }
      const closer = strayCloser(place.text, first);
      if (closer === undefined) return;
      const start = Math.max(first.start, closer - 12);
      const head = place.text.slice(start, closer + 1);
      // A bracket alone may only lack its partner; with an end that is cut off too, the cell is a fragment.
      report({
        messageId: "headBracket",
        data: { head },
        at: place.at,
        span: { start, end: closer + 1 },
        ...(isCutBehind ? {} : { severity: "info" }),
      });
    }

    function checkHalves(place: TextPlace, found: readonly Sentence[], isReported: boolean) {
      for (const sentence of found) {
        if (sentence.terminated || !sentence.endsLine || (isReported && sentence === found.at(-1))) continue;
        const half = TAIL_HALF.exec(sentence.text)?.[1];
        if (half !== undefined) noteHalf(place, sentence.end - 1);
        else if (sentence !== found.at(-1) && TAIL_CUT.test(sentence.text)) {
          const tail = sentence.text.slice(-8);
          report({
            messageId: "tail",
            data: { tail },
            at: place.at,
            span: { start: sentence.end - tail.length, end: sentence.end },
          });
        }
      }
      for (const { index } of allMatches(place.text, HALF_INSIDE)) {
        const word = place.text.slice(Math.max(0, index - 2), index + 1);
        if (HALF_BEFORE.test(word) && !WHOLE_WORDS.test(word)) noteHalf(place, index);
      }
    }

    function noteHalf(place: TextPlace, at: number) {
      const start = Math.max(0, at - HALF_LENGTH + 1, place.text.lastIndexOf("\n", at) + 1);
      halves.push({ place, start, end: at + 1, written: place.text.slice(start, at + 1) });
    }

    function reportHalves() {
      const words = wordsElsewhere(places, halves);
      for (const { place, start, end, written } of halves) {
        const half = written.at(-1)!;
        const word = words.get(written) ?? HALVES[half]!;
        const fixes = isEditable(place)
          ? [suggestText(`「${word}」と補う`, textEdit(place.source, { start: end - 1, end }, word))]
          : [];
        report({ messageId: "half", data: { written, word }, at: place.at, span: { start, end }, fixes });
      }
    }
  },
});

function tailOf({ text, terminated }: Sentence, shortest: number): string | undefined {
  if (terminated) return undefined;
  const isCut =
    TAIL_IMPOSSIBLE.test(text) ||
    TAIL_CUT.test(text) ||
    TAIL_OPEN.test(text) ||
    TAIL_ONE_KANJI.test(text) ||
    (text.length >= shortest && TAIL_PARTICLE.test(text));
  return isCut ? text.slice(-10).split("\n").at(-1) : undefined;
}

/** A closing bracket of the first sentence behind an enumeration: 相談員、支援員)、主事が…. */
function strayCloser(text: string, first: Sentence): number | undefined {
  const closer = bracketPairs(text).unmatched[0];
  if (closer === undefined || closer >= first.end || BRACKET_PAIRS.has(text[closer]!)) return undefined;
  return text.slice(first.start, closer).includes("、") ? closer : undefined;
}

/** How other cells of the column go on after the same words: 人材養成の充 → 充実. All are looked for in one walk. */
function wordsElsewhere(places: readonly TextPlace[], halves: readonly Half[]): Map<string, string> {
  const words = new Map<string, string>();
  if (halves.length === 0) return words;
  const columns = new Map<string, string>();
  for (const { written, place } of halves) if (!columns.has(written)) columns.set(written, place.column);
  const lengths = new Set(halves.map(({ written }) => written.length));
  const letters = new Set(halves.map(({ written }) => written.at(-1)!));
  const halfBeforeKanji = new RegExp(`[${[...letters].join("")}](?=\\p{sc=Han})`, "gu");
  for (const { text, column } of places) {
    for (const { index } of allMatches(text, halfBeforeKanji)) {
      for (const length of lengths) {
        if (length > index + 1) continue;
        const written = text.slice(index + 1 - length, index + 1);
        if (columns.get(written) !== column || words.has(written)) continue;
        words.set(written, written.at(-1)! + String.fromCodePoint(text.codePointAt(index + 1)!));
      }
    }
  }
  return words;
}

import { BRACKET_PAIRS, narrowBracket } from "../../text/japanese-characters.ts";
import { bracketPairs } from "../../text/sentences.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { sentencesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";
import { splitLabels } from "../split-labels.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

/** 「1)」「a)」「ア）」「①）」「注2）」: the marker of an item or of a note, not half a pair. */
const ITEM_MARKER =
  /(?:^|[\s\u3000、。，,;；・:：●○])(?:[※＊*注例問答]?[0-9０-９]{1,2}|[a-zA-Zａ-ｚＡ-Ｚ]|[ア-ンあ-ん]|[①-⑳一二三四五六七八九十]|注|例|備考|参考)$/u;
/** 「児童福祉法1)」: the number of a note behind a word. */
const NOTE_NUMBER = /[^0-9０-９.,，．][※＊*]?[0-9０-９]{1,2}$/u;

/** Brackets are paired over the whole cell: one may be opened on an earlier line. */
export const bracketUnbalanced = defineRule({
  meta: {
    id: "bracket-unbalanced",
    category: "text",
    title: "括弧の対応が取れていない",
    description:
      "開いた括弧と閉じた括弧の数が合わないと、どこまでが補足なのかを読み取れません。括弧は一つの欄の全体で対応を見ます。「1)」「ア）」のような項目の番号は括弧とみなしません。",
    scope: "record",
    severity: "error",
    example: { wrong: "交流広場(年10回・160組、カフェ年5回", right: "交流広場(年10回・160組)、カフェ年5回" },
    remedy: "足りない括弧を補うか、余分な括弧を取り除きます。",
    messages: {
      unclosed: (d: { bracket: string; closer: string }) =>
        `「${d.bracket}」に対応する閉じ括弧「${d.closer}」がありません。括弧の範囲を確かめて補ってください。`,
      unopened: (d: { bracket: string; opener: string }) =>
        `「${d.bracket}」に対応する開き括弧「${d.opener}」がありません。括弧の範囲を確かめて補ってください。`,
      mismatched: (d: { opener: string; closer: string }) =>
        `「${d.opener}」で開いた括弧が「${d.closer}」で閉じられています。種類をそろえてください。`,
      mixedWidth: (d: { written: string; right: string }) =>
        `括弧の全角と半角が混ざっています。「${d.written}」を「${d.right}」にそろえてください。`,
    },
  },

  check(context, report) {
    // `label-split` says it of these, and what to do.
    const split = new Set<unknown>(splitLabels(context.written()).flatMap(({ left, right }) => [left, right]));
    for (const place of textPlaces(context)) {
      const { text, at, reading } = place;
      if (!reading.has(TRAIT.bracket) || split.has(at)) continue;
      const { pairs, unmatched } = bracketPairs(text);
      const strays = unmatched.filter((i) => !isMarker(text, i));
      const crossed = mismatch(text, strays);
      if (crossed) {
        const [start, end] = crossed;
        const closer = BRACKET_PAIRS.get(text[start]!)!;
        report({
          messageId: "mismatched",
          data: { opener: text[start]!, closer: text[end]! },
          at,
          span: { start, end: end + 1 },
          fixes: isEditable(place)
            ? [suggestText(`「${closer}」で閉じる`, textEdit(place.source, { start: end, end: end + 1 }, closer))]
            : [],
        });
      } else for (const i of strays) reportStray(place, i);
      for (const { start, end } of pairs) reportWidth(place, start, end - 1);
    }

    function reportStray(place: TextPlace, i: number) {
      const { text, at } = place;
      const bracket = text[i]!;
      const closer = BRACKET_PAIRS.get(bracket);
      const span = closer === undefined ? spanBefore(text, i) : spanAfter(text, i);
      if (closer === undefined)
        report({ messageId: "unopened", data: { bracket, opener: openerOf(bracket) }, at, span });
      else report({ messageId: "unclosed", data: { bracket, closer }, at, span, fixes: closeAtEnd(place, i, closer) });
    }

    function reportWidth(place: TextPlace, start: number, last: number) {
      const opener = place.text[start]!;
      const closer = place.text[last]!;
      const right = BRACKET_PAIRS.get(opener)!;
      if (right === closer) return;
      report({
        messageId: "mixedWidth",
        data: { written: opener + closer, right: opener + right },
        at: place.at,
        span: { start, end: last + 1 },
        severity: "info",
        fixes: isEditable(place)
          ? [fixText(`「${opener}${right}」にそろえる`, textEdit(place.source, { start: last, end: last + 1 }, right))]
          : [],
      });
    }
  },
});

function isMarker(text: string, i: number): boolean {
  if (!")）".includes(text[i]!)) return false;
  const before = text.slice(Math.max(0, i - 5), i);
  return ITEM_MARKER.test(before) || NOTE_NUMBER.test(before);
}

/** One opening and, behind it, one closing bracket of different kinds: a slip of the kind, not two lost brackets. */
function mismatch(text: string, strays: readonly number[]): readonly [number, number] | undefined {
  if (strays.length !== 2) return undefined;
  const [start, end] = strays as [number, number];
  return BRACKET_PAIRS.has(text[start]!) && !BRACKET_PAIRS.has(text[end]!) ? [start, end] : undefined;
}

function openerOf(closer: string): string {
  for (const [open, close] of BRACKET_PAIRS) if (close === closer) return open;
  return narrowBracket(closer);
}

function spanBefore(text: string, i: number): { start: number; end: number } {
  const words = /[^、。\n()（）「」]{0,14}$/u.exec(text.slice(Math.max(0, i - 14), i))?.[0] ?? "";
  return { start: i - words.length, end: i + 1 };
}

function spanAfter(text: string, i: number): { start: number; end: number } {
  const words = /^[^、。\n()（）「」]{0,14}/u.exec(text.slice(i + 1, i + 15))?.[0] ?? "";
  return { start: i, end: i + 1 + words.length };
}

/** The bracket may end with its sentence: a proposal, no more. */
function closeAtEnd(place: TextPlace, i: number, closer: string) {
  const sentence = sentencesOf(place).find(({ start, end }) => start <= i && i < end);
  if (!isEditable(place) || !sentence) return [];
  const end = sentence.end - (/[。！？]$/u.test(sentence.text) ? 1 : 0);
  const word = closer === "」" || closer === "』" ? "文の終わりで閉じる" : "文の終わりに閉じ括弧を補う";
  return [
    suggestText(
      `${word}: 「${place.text.slice(Math.max(i, end - 6), end)}${closer}」`,
      textEdit(place.source, { start: end, end }, closer),
    ),
  ];
}

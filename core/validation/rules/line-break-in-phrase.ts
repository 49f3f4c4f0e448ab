import { allMatches } from "../../text/all-matches.ts";
import { PARTICLE_HEAD, PARTICLE_TAIL } from "../../text/japanese-characters.ts";
import { isTwoKanjiWord } from "../../text/common-words.ts";
import { defineRule } from "../rule.ts";
import { isEditable, isProse, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, textEdit } from "../text-edit.ts";

const BREAK = /(?<=[^\s])[^\S\n]*\r?\n[^\S\n]*(?=[^\s])/gu;
const NEXT_IMPOSSIBLE = /^[、。，ぁぃぅぇぉっゃゅょァィゥェォッャュョー々ん）)」』】]/u;
const SHORT_REST = /^(\p{sc=Han}{2,4})$/u;
const KANJI_TAIL = /\p{sc=Han}{1,4}$/u;

/** 句の途中の改行。A break before an item, after a full stop or in a list is layout. */
export const lineBreakInPhrase = defineRule({
  meta: {
    id: "line-break-in-phrase",
    category: "text",
    title: "句の途中で改行している",
    description:
      "幅に合わせて入れた改行は、列の幅が変わると乱れ、検索や比較の妨げになります。次の行が助詞や句読点で始まる改行と、助詞で終わる行の後の改行を指摘します。項目を分ける改行は問いません。",
    severity: "warning",
    standard: "L1-06",
    example: { wrong: "④学校施設の有効活用\nの推進", right: "④学校施設の有効活用の推進" },
    remedy: "改行を取り除きます。折り返しはセルの書式に任せます。",
    messages: {
      phrase: (d: { before: string; after: string }) =>
        `「${d.before}」と「${d.after}」の間で、句の途中なのに改行しています。改行を取り除いてください。`,
      word: (d: { before: string; after: string; word: string }) =>
        `「${d.word}」が「${d.before}」と「${d.after}」の二行に分かれています。改行を取り除いてください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context);
    for (const place of places) {
      if (!isProse(place) || !place.text.includes("\n")) continue;
      for (const { index, 0: gap } of allMatches(place.text, BREAK)) {
        const start = index;
        const end = index + gap.length;
        const line = place.text.slice(place.text.lastIndexOf("\n", start - 1) + 1, start).trim();
        const next = place.text.slice(end).split("\n", 1)[0]!.trimEnd();
        const word = brokenWord(place, line, next, places);
        const before = line.slice(-8);
        const after = next.slice(0, 6);
        const span = { start: start - before.length, end: end + after.length };
        const fixes = isEditable(place) ? [fixText("改行を取り除く", textEdit(place.source, { start, end }, ""))] : [];
        if (word !== undefined) report({ messageId: "word", data: { before, after, word }, at: place.at, span, fixes });
        else if (isBroken(line, next)) {
          const isSure = PARTICLE_HEAD.test(next) || NEXT_IMPOSSIBLE.test(next);
          report({
            messageId: "phrase",
            data: { before, after },
            at: place.at,
            span,
            ...(isSure ? {} : { severity: "info" }),
            fixes,
          });
        }
      }
    }
  },
});

function isBroken(line: string, next: string): boolean {
  if (/[。！？!?：:、，]$/u.test(line)) return false;
  if (PARTICLE_HEAD.test(next) || NEXT_IMPOSSIBLE.test(next)) return true;
  return line.length >= 8 && PARTICLE_TAIL.test(line) && /^[\p{L}「『]/u.test(next);
}

/** 連携⏎推進: a short rest in a list of marked items, whose whole stands in another cell of the column. */
function brokenWord(place: TextPlace, line: string, next: string, places: readonly TextPlace[]): string | undefined {
  const rest = SHORT_REST.exec(next)?.[1];
  const tail = KANJI_TAIL.exec(line)?.[0];
  if (rest === undefined || tail === undefined || !/^[●○■◆・①-⑳]/u.test(line)) return undefined;
  const word = tail.slice(-2) + rest;
  if (!isTwoKanjiWord(rest.slice(0, 2))) return undefined;
  const whole = line.slice(-8) + rest;
  const isKnown = places.some(
    (other) => other !== place && other.column === place.column && other.text.includes(whole),
  );
  return isKnown ? word : undefined;
}

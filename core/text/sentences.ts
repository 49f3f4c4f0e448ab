import { characterTable, nextInTable } from "./character-table.ts";
import { codeAt } from "./code-at.ts";
import { itemise } from "./itemise.ts";
import {
  BRACKET_PAIRS,
  BULLETS,
  narrowBracket,
  NEVER_FIRST,
  PARTICLE_HEAD,
  PARTICLE_TAIL,
} from "./japanese-characters.ts";

/** One sentence, or one item without a full stop, as it stands in a text. */
export interface Sentence {
  /** Without the item's marker and the spaces around it, with its full stop. */
  readonly text: string;
  /** Where it stands in the whole text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The item's marker (`①`, `●`, `・`) when the sentence begins an item; otherwise empty. */
  readonly marker: string;
  /** Closed by 。, or by ！ or ？ at the end of its line. */
  readonly terminated: boolean;
  /** Nothing follows on its line: an item's or a line's last sentence. */
  readonly endsLine: boolean;
}

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An item or a line. */
interface Piece extends Stretch {
  readonly marker: string;
}

const SPACE = /\s/u;
const BRACKETS = characterTable("()（）「」『』【】〔〕[]［］〈〉《》{}｛｝“”");
/** What may end a sentence, and the brackets within which nothing does. */
const STOPS_AND_BRACKETS = characterTable("。！？!?(（「『【〔[［〈《{｛“");
/** A text without these, and without a bullet in front, is of one piece and needs no cutting into items. */
const CUTS = characterTable("\n\r①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳●○◎■□◆◇ \t\u00a0\u3000");
const BULLET_IN_FRONT = /^[・–-]/u;
const STOPS = "。！？!?";
/** What may stand between a full stop and the end of its sentence. */
const CLOSERS = "）)」』】〕］]〉》”";
const BULLET = new RegExp(`^[${BULLETS}]`, "u");
const NEVER_FIRST_IN_LINE = new RegExp(`^[${NEVER_FIRST}、。，,）)」』】〕］\\]〉》]`, "u");

/**
 * Cuts a text into sentences: after 。 outside brackets, at line breaks and before items. A line break inside a pair of
 * brackets, or in the middle of a phrase (…有効活用⏎の推進), does not end a sentence.
 */
export function sentences(text: string): Sentence[] {
  const enclosed = bracketPairs(text).pairs;
  return joinBrokenPieces(text, pieces(text), enclosed).flatMap((piece) => cutAtFullStops(text, piece, enclosed));
}

/** Pairs of brackets of a text and the brackets that have no partner. */
export interface BracketReading {
  readonly pairs: readonly Stretch[];
  readonly unmatched: readonly number[];
}

/** Pairs brackets over the whole text, line breaks included; widths may differ within a pair. */
export function bracketPairs(text: string): BracketReading {
  const pairs: Stretch[] = [];
  const unmatched: number[] = [];
  const open: { readonly at: number; readonly closer: string }[] = [];
  for (
    let index = nextInTable(text, 0, BRACKETS);
    index < text.length;
    index = nextInTable(text, index + 1, BRACKETS)
  ) {
    const character = text[index]!;
    const closer = BRACKET_PAIRS.get(character);
    if (closer !== undefined) {
      open.push({ at: index, closer: narrowBracket(closer) });
      continue;
    }
    const narrow = narrowBracket(character);
    const depth = open.findLastIndex((bracket) => bracket.closer === narrow);
    if (depth < 0) {
      unmatched.push(index);
      continue;
    }
    for (const { at } of open.splice(depth + 1)) unmatched.push(at);
    pairs.push({ start: open.pop()!.at, end: index + 1 });
  }
  for (const { at } of open) unmatched.push(at);
  return { pairs: pairs.sort((a, b) => a.start - b.start), unmatched: unmatched.sort((a, b) => a - b) };
}

/** The items and lines of a text, each with its place. `itemise` drops nothing but white space, so the places are found by walking along. */
function pieces(text: string): Piece[] {
  const isWhole = nextInTable(text, 0, CUTS) === text.length && !BULLET_IN_FRONT.test(text);
  if (isWhole) return text === "" ? [] : [trimmed(text, 0, text.length, "")];
  const found: Piece[] = [];
  let at = 0;
  for (const line of itemise(text)) {
    let begin = -1;
    let afterMarker = -1;
    const letters = line.marker + line.text;
    for (let i = 0; i < letters.length; i++) {
      if (isSpace(letters, i)) continue;
      while (at < text.length && isSpace(text, at)) at++;
      if (begin < 0) begin = at;
      if (i >= line.marker.length && afterMarker < 0) afterMarker = at;
      at++;
    }
    if (begin < 0) continue;
    const marker = line.marker.trim();
    const start = afterMarker < 0 ? at : afterMarker;
    // 「●●小学校」: two in a row stand for a name.
    const isName = marker !== "" && text[start] === marker && start === begin + 1;
    found.push(isName ? trimmed(text, begin, at, "") : withoutBullet(text, trimmed(text, start, at, marker)));
  }
  return found;
}

/** 「⑦・保護者の会」: a bullet right behind a number belongs to the marker. */
function withoutBullet(text: string, piece: Piece): Piece {
  const bullet = piece.marker !== "" && BULLET.exec(text.slice(piece.start, piece.start + 1))?.[0];
  if (!bullet) return piece;
  return trimmed(text, piece.start + 1, piece.end, piece.marker + bullet);
}

function trimmed(text: string, from: number, to: number, marker: string): Piece {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { marker, start, end };
}

function joinBrokenPieces(text: string, parts: readonly Piece[], enclosed: readonly Stretch[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of parts) {
    const before = joined.at(-1);
    if (before && piece.marker === "" && isContinued(text, before, piece, enclosed)) {
      joined[joined.length - 1] = { ...before, end: piece.end };
    } else joined.push(piece);
  }
  return joined;
}

function isContinued(text: string, before: Piece, next: Piece, enclosed: readonly Stretch[]): boolean {
  const gap = text.slice(before.end, next.start);
  if (enclosed.some(({ start, end }) => start < before.end && end > next.start)) return true;
  // A blank line parts two thoughts; a cut within a line is an item's.
  if (!/^[^\S\n]*\r?\n[^\S\n]*$/u.test(gap)) return false;
  const tail = text.slice(Math.max(before.start, before.end - 4), before.end);
  if (/[、，,]$/u.test(tail)) return true;
  if (/[。！？!?：:]$/u.test(tail)) return false;
  const head = text.slice(next.start, Math.min(next.end, next.start + 6));
  return PARTICLE_TAIL.test(tail) || PARTICLE_HEAD.test(head) || NEVER_FIRST_IN_LINE.test(head);
}

function cutAtFullStops(text: string, piece: Piece, enclosed: readonly Stretch[]): Sentence[] {
  const found: Sentence[] = [];
  let start = piece.start;
  let pair = 0;
  const push = (end: number) => {
    const place = trimmed(text, start, end, "");
    start = end;
    if (place.start === place.end) return;
    const words = text.slice(place.start, place.end);
    found.push({
      text: words,
      start: place.start,
      end: place.end,
      marker: found.length === 0 ? piece.marker : "",
      terminated: isTerminated(words),
      endsLine: place.end === piece.end,
    });
  };
  let at = nextInTable(text, start, STOPS_AND_BRACKETS);
  for (; at < piece.end; at = nextInTable(text, at, STOPS_AND_BRACKETS)) {
    while (pair < enclosed.length && enclosed[pair]!.start < at) pair++;
    const bracket = enclosed[pair];
    if (bracket?.start === at) {
      at = bracket.end;
      continue;
    }
    if (!endsSentence(text, at++, piece.end)) continue;
    while (at < piece.end && (CLOSERS.includes(text[at]!) || text[at] === "。")) at++;
    push(at);
  }
  push(piece.end);
  return found;
}

function endsSentence(text: string, at: number, end: number): boolean {
  const character = text[at]!;
  if (character === "。") return true;
  // 「パパもいっしょに!ジョイフルサタデー」: a mark inside a name is no end.
  return "！？!?".includes(character) && (at + 1 === end || isSpace(text, at + 1));
}

/** A full stop with nothing but closing brackets behind it. */
function isTerminated(words: string): boolean {
  let end = words.length;
  while (end > 0 && CLOSERS.includes(words[end - 1]!)) end--;
  return end > 0 && STOPS.includes(words[end - 1]!);
}

/** Most characters are kana and kanji, behind the spaces of Unicode. */
function isSpace(text: string, at: number): boolean {
  const code = codeAt(text, at);
  return (code <= 0x3000 || code === 0xfeff) && SPACE.test(text[at]!);
}

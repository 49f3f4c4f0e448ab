import { foldText } from "../text/fold.ts";
import { diceSimilarity } from "../text/similarity.ts";
import type { TokenText } from "./token-text.ts";

/** Where the values of neighbouring periods part: token indices, one more than there are periods. */
export interface SplitPeriods {
  readonly bounds: readonly number[];
  /** The text itself shows the borders; otherwise they are a guess. */
  readonly isSure: boolean;
}

/** Longer values are not guessed at: every token would be compared with every other. */
const MOST_TOKENS = 160;

/**
 * Parts the values of several periods that stand one after another. A line with as many words as there are periods, and a
 * numbering that begins anew for each of them, show the borders. Otherwise they are guessed: the items of one year mostly
 * come again in the next.
 */
export function splitPeriods(text: TokenText, from: number, to: number, count: number): SplitPeriods {
  const tokens = text.tokens.slice(from, to);
  const isOneLine = tokens.every(({ isFirstOfLine }, i) => i === 0 || !isFirstOfLine);
  if (tokens.length === 0 || count === 1) return { bounds: [from, ...Array<number>(count).fill(to)], isSure: true };
  if (tokens.length <= count) {
    const bounds = Array.from({ length: count + 1 }, (_, i) => Math.min(from + i, to));
    return { bounds, isSure: isOneLine && tokens.length === count };
  }
  const first = tokens.flatMap(({ text: own }, i) => (own.startsWith("①") ? [from + i] : []));
  if (first.length === count && first[0] === from) return { bounds: [...first, to], isSure: true };
  if (tokens.length > MOST_TOKENS) return { bounds: [from, ...Array<number>(count).fill(to)], isSure: false };
  return { bounds: likeliestBounds(tokens, count).map((bound) => from + bound), isSure: false };
}

type Tokens = TokenText["tokens"];

/** Of all ways to cut tokens in segments the one in which each segment begins, and goes on, most like the one before. */
function likeliestBounds(tokens: Tokens, count: number): number[] {
  const size = tokens.length;
  const width = size + 1;
  const likeness = diagonalSums(tokens);
  const opening = tokens.map((_, i) => openingScore(tokens, i));
  const border = borderScores(tokens);
  // By the beginning and the end of the last segment: the best score so far, and where the segment before it begins.
  let best = new Float64Array(width * width).fill(-Infinity);
  for (let end = 1; end <= size; end++) best[end] = 0;
  const before: Int32Array[] = [];
  for (let segment = 1; segment < count; segment++) {
    const next = new Float64Array(width * width).fill(-Infinity);
    const from = new Int32Array(width * width);
    const isLast = segment === count - 1;
    for (let start = 0; start < size; start++) {
      for (let middle = start + 1; middle < size; middle++) {
        const score = best[start * width + middle]! + opening[middle]! + border(start, middle);
        if (score === -Infinity) continue;
        for (let end = isLast ? size : middle + 1; end <= size; end++) {
          const own = score + pairScore(likeness, start, middle, end);
          if (own <= next[middle * width + end]!) continue;
          next[middle * width + end] = own;
          from[middle * width + end] = start;
        }
      }
    }
    best = next;
    before.push(from);
  }
  return tracedBounds(best, before, size);
}

/** The bounds of the best way, from the last segment back to the first. */
function tracedBounds(best: Float64Array, before: readonly Int32Array[], size: number): number[] {
  const width = size + 1;
  let start = 0;
  for (let i = 1; i < size; i++) if (best[i * width + size]! > best[start * width + size]!) start = i;
  const bounds = [start, size];
  for (const from of before.toReversed()) bounds.unshift(from[bounds[0]! * width + bounds[1]!]!);
  return bounds;
}

/** Whether a token looks like the beginning of a cell rather than of an item or of a line inside one. */
function openingScore(tokens: Tokens, i: number): number {
  const [token, before] = [tokens[i]!, tokens[i - 1]];
  if (!before) return 0;
  const [number, numberBefore] = [circled(token.text), lastCircled(tokens, i)];
  let score = 0;
  // Where the first value begins with ①, so do the others.
  if (number === 1 && circled(tokens[0]!.text) === 1) score += 8;
  if (number > 1 && number > numberBefore) score -= 8;
  // Line breaks part the items of a cell; a space is more likely what is left of its border.
  if (!token.isFirstOfLine) score += 2;
  // Without a mark, below a line that does not end a sentence, it is most likely the rest of that line.
  if (token.isFirstOfLine && !isItem(token.text) && !/[。)）」』]$/u.test(before.text)) score -= 1;
  return score;
}

/** A cell of several lines leaves a line break behind it, a cell of one line only a space. */
function borderScores(tokens: Tokens): (start: number, end: number) => number {
  const breaks = [0];
  for (const { isFirstOfLine } of tokens) breaks.push(breaks.at(-1)! + (isFirstOfLine ? 1 : 0));
  return (start, end) => {
    const hasLines = breaks[end]! > breaks[start + 1]!;
    return hasLines === tokens[end]!.isFirstOfLine ? 1.5 : -1.5;
  };
}

/** How much a segment is like the one before it: its first item, the items after it, and how many there are. */
function pairScore(likeness: readonly (readonly number[])[], start: number, middle: number, end: number): number {
  const length = Math.min(middle - start, end - middle);
  const alike = likeness[start + length]![middle + length]! - likeness[start]![middle]!;
  const first = likeness[start + 1]![middle + 1]! - likeness[start]![middle]!;
  const difference = Math.abs(middle - start - (end - middle));
  return 3 * first + 3 * alike - 0.1 * difference;
}

/** `sums[i][j]`: the likeness of the tokens before `i` to those before `j`, pair by pair along the diagonal. */
function diagonalSums(tokens: Tokens): number[][] {
  const texts = tokens.map(({ text }) => foldText(text));
  const sums = Array.from({ length: texts.length + 1 }, () => Array<number>(texts.length + 1).fill(0));
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length; j++) {
      sums[i + 1]![j + 1] = sums[i]![j]! + diceSimilarity(texts[i]!, texts[j]!);
    }
  }
  return sums;
}

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

function circled(text: string): number {
  return CIRCLED.indexOf(text[0] ?? " ") + 1;
}

function lastCircled(tokens: Tokens, before: number): number {
  for (let i = before - 1; i >= 0; i--) if (circled(tokens[i]!.text) > 0) return circled(tokens[i]!.text);
  return 0;
}

function isItem(text: string): boolean {
  return /^[●○◎■□◆◇・①-⑳]/u.test(text);
}

import { codeAt } from "./code-at.ts";

/** A text for comparing, with the way back: `offsets[i]` is where character `i` stood in the original, and one more for its end. */
export interface ComparableText {
  readonly text: string;
  readonly offsets: readonly number[];
}

const SPACE = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]/u;
const WIDE = /[\uff01-\uff9f\u2010-\u2015\u2212\u301c\u2460-\u24ff\u3200-\u33ff]/u;

/**
 * A copy without spaces and line breaks in which full and half width are one. Only for comparing: what is found there is
 * led back to the original with {@link originalSpan}.
 */
export function comparableText(text: string): ComparableText {
  const offsets: number[] = [];
  let copy = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    // Most characters are kana and kanji, which stay as they are.
    if ((unit >= "\u3041" && unit <= "\u31ff") || (unit >= "\u3400" && unit <= "\u9fff")) {
      copy += unit;
      offsets.push(i);
    } else if (!SPACE.test(unit)) {
      const folded = WIDE.test(unit) ? unit.normalize("NFKC") : unit;
      copy += folded;
      offsets.push(...Array<number>(folded.length).fill(i));
    }
  }
  offsets.push(text.length);
  return { text: copy, offsets };
}

const SPACES = new RegExp(SPACE, "gu");
const WIDES = new RegExp(`${WIDE.source}+`, "gu");

/** The copy of {@link comparableText} alone, where no way back is needed. */
export function comparableCopy(text: string): string {
  return text.replace(SPACES, "").replace(WIDES, (wide) => wide.normalize("NFKC"));
}

/** Where a part of the copy stands in the original; spaces behind its last character do not belong to it. */
export function originalSpan(
  { offsets }: ComparableText,
  span: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  const start = offsets[span.start] ?? 0;
  return { start, end: span.end > span.start ? offsets[span.end - 1]! + 1 : start };
}

const BUCKETS = 1 << 14;
const counts = new Int32Array(BUCKETS);
/** The text whose pairs are counted: one text is often compared with several in a row. */
let counted = "";
/** Buckets that a comparison has used up and puts back. */
let taken = new Int32Array(1024);
/** A share that reaches its threshold exactly must not fall short by the last binary digit. */
const ROUNDING = 1e-6;

/**
 * Share of common pairs of neighbouring characters (Dice coefficient), each pair counted as often as it stands: 1 for
 * equal texts, 0 for texts without a common pair. Symmetric.
 */
export function diceSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2 || bucketSimilarity(a, b, 0) === 0) return 0;
  return exactSimilarity(a, b);
}

/** {@link diceSimilarity} where it reaches a threshold; most pairs of texts are told apart without the exact count. */
export function similarityFrom(threshold: number, a: string, b: string): number | undefined {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a.length - 1, b.length - 1] : [b.length - 1, a.length - 1];
  if (short < 1 || (2 * short) / (short + long) < threshold || bucketSimilarity(a, b, threshold) < threshold)
    return undefined;
  const similarity = exactSimilarity(a, b);
  return similarity >= threshold ? similarity : undefined;
}

/** The exact share, by a hash table of the first text's pairs; grown when a longer one comes. */
function exactSimilarity(a: string, b: string): number {
  const [inA, inB] = [a.length, b.length];
  const mask = clearPairs(inA);
  for (let i = 1; i < inA; i++) {
    const pair = pairAt(a, i);
    const slot = slotOfPair(pair, mask);
    pairs[slot] = pair;
    uses[slot] = Math.max(uses[slot]!, USED_UP) + 1;
  }
  let common = 0;
  for (let i = 1; i < inB; i++) {
    const slot = slotOfPair(pairAt(b, i), mask);
    if (uses[slot]! <= USED_UP) continue;
    uses[slot]!--;
    common++;
  }
  return (2 * common) / (inA + inB - 2);
}

let pairs = new Int32Array(1 << 10);
/** By slot: 0 is free, {@link USED_UP} a pair of which none is left, and one more for each that is. */
let uses = new Int32Array(1 << 10);
const USED_UP = 1;

function clearPairs(length: number): number {
  let slots = 64;
  while (slots < length * 2) slots *= 2;
  if (uses.length < slots) {
    pairs = new Int32Array(slots);
    uses = new Int32Array(slots);
  } else uses.fill(0, 0, slots);
  return slots - 1;
}

function slotOfPair(pair: number, mask: number): number {
  let slot = (Math.imul(pair, 0x9e3779b1) >>> 8) & mask;
  while (uses[slot] !== 0 && pairs[slot] !== pair) slot = (slot + 1) & mask;
  return slot;
}

/**
 * The same share over hashed pairs. Pairs that fall together only add to it: never less than the exact one. Nought as
 * soon as the share cannot reach the threshold any more.
 */
function bucketSimilarity(a: string, b: string, threshold: number): number {
  countPairs(a);
  const { length } = b;
  if (taken.length < length) taken = new Int32Array(length * 2);
  const total = a.length + length - 2;
  // Of the pairs of the second text only so many may be missing in the first.
  let missing = Math.floor(length - 1 - (threshold * total) / 2 + ROUNDING);
  let common = 0;
  for (let i = 1; i < length && missing >= 0; i++) {
    const bucket = bucketAt(b, i);
    if (counts[bucket]! > 0) {
      counts[bucket]!--;
      taken[common++] = bucket;
    } else missing--;
  }
  for (let i = 0; i < common; i++) counts[taken[i]!]!++;
  return missing < 0 ? 0 : (2 * common) / total;
}

function countPairs(text: string): void {
  if (text === counted) return;
  const [before, now] = [counted.length, text.length];
  for (let i = 1; i < before; i++) counts[bucketAt(counted, i)] = 0;
  for (let i = 1; i < now; i++) counts[bucketAt(text, i)]!++;
  counted = text;
}

function pairAt(text: string, i: number): number {
  return (codeAt(text, i - 1) << 16) | codeAt(text, i);
}

function bucketAt(text: string, i: number): number {
  return (Math.imul(codeAt(text, i - 1), 31) + Math.imul(codeAt(text, i), 1031)) & (BUCKETS - 1);
}

/** The longest run of characters that two texts have in common, and where it stands in each. */
export interface CommonRun {
  readonly length: number;
  readonly inA: number;
  readonly inB: number;
}

const NO_RUN: CommonRun = { length: 0, inA: 0, inB: 0 };

/** Shorter seeds than these stand in too many places to start from. */
const SEED = 6;
/** Places of one seed that are followed up; a text that repeats itself more is searched by hashes. */
const PLACES = 16;

/**
 * The longest common run of at least `minimum` characters, otherwise one of length 0. A run of `minimum` characters holds
 * one of the seeds whole, so it is found by looking the seeds up and going on from there.
 */
export function longestCommonRun(a: string, b: string, minimum = 1): CommonRun {
  if (a === b) return a.length >= minimum ? { length: a.length, inA: 0, inB: 0 } : NO_RUN;
  const least = Math.max(1, minimum);
  if (a.length < least || b.length < least) return NO_RUN;
  const step = Math.max(1, least >> 1);
  const size = least - step + 1;
  return size < SEED ? runByHashes(a, b, least) : runFromSeeds(a, b, least, step, size);
}

function runFromSeeds(a: string, b: string, least: number, step: number, size: number): CommonRun {
  let best = NO_RUN;
  for (let at = 0; at + size <= b.length; at += step) {
    const seed = b.slice(at, at + size);
    let places = 0;
    for (let inA = a.indexOf(seed); inA >= 0; inA = a.indexOf(seed, inA + 1)) {
      if (++places > PLACES) return runByHashes(a, b, Math.max(least, best.length));
      const run = extend(a, b, inA, at, size);
      if (run.length > best.length && run.length >= least) best = run;
    }
  }
  return best;
}

function extend(a: string, b: string, inA: number, inB: number, size: number): CommonRun {
  let before = 0;
  const first = Math.min(inA, inB);
  while (before < first && codeAt(a, inA - before - 1) === codeAt(b, inB - before - 1)) before++;
  let length = before + size;
  const limit = Math.min(a.length - inA, b.length - inB) + before;
  while (length < limit && codeAt(a, inA - before + length) === codeAt(b, inB - before + length)) length++;
  return { length, inA: inA - before, inB: inB - before };
}

/** Halves the interval of lengths and looks runs up by a rolling hash: for any text in n log n. */
function runByHashes(a: string, b: string, least: number): CommonRun {
  let best = commonRunOf(a, b, least);
  if (!best) return NO_RUN;
  let low = least;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const length = Math.ceil((low + high) / 2);
    const found = commonRunOf(a, b, length);
    if (found) best = found;
    if (found) low = length;
    else high = length - 1;
  }
  return best;
}

function commonRunOf(a: string, b: string, length: number): CommonRun | undefined {
  if (a.length < length || b.length < length) return undefined;
  const places = new Map<number, number>();
  rollHashes(a, length, (hash, at) => {
    if (!places.has(hash)) places.set(hash, at);
    return false;
  });
  let run: CommonRun | undefined;
  rollHashes(b, length, (hash, at) => {
    const inA = places.get(hash);
    if (inA === undefined || !b.startsWith(a.slice(inA, inA + length), at)) return false;
    run = { length, inA, inB: at };
    return true;
  });
  return run;
}

/** Two independent hashes of every window, joined into one number of 52 bits; stops when `visit` says so. */
function rollHashes(text: string, length: number, visit: (hash: number, at: number) => boolean): void {
  let [high, low, topHigh, topLow] = [0, 0, 1, 1];
  for (let i = 0; i < length; i++) {
    high = (Math.imul(high, 1_000_003) + codeAt(text, i)) | 0;
    low = (Math.imul(low, 69_069) + codeAt(text, i)) | 0;
    if (i > 0) [topHigh, topLow] = [Math.imul(topHigh, 1_000_003), Math.imul(topLow, 69_069)];
  }
  for (let at = 0; ; at++) {
    if (visit(topBits(high) * 0x4000000 + topBits(low), at)) return;
    if (at + length >= text.length) return;
    const [out, next] = [codeAt(text, at), codeAt(text, at + length)];
    high = (Math.imul(high - Math.imul(out, topHigh), 1_000_003) + next) | 0;
    low = (Math.imul(low - Math.imul(out, topLow), 69_069) + next) | 0;
  }
}

/** The upper 26 bits, to which by the multiplication every bit has contributed. */
function topBits(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 6;
}

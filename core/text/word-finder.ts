import { codeAt } from "./code-at.ts";

/** A word found in a text. */
export interface WordMatch<T> {
  readonly word: string;
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** Finds many words at once. */
export interface WordFinder<T> {
  /** Words from left to right, the longest at each place, none overlapping another. */
  find(text: string): readonly WordMatch<T>[];
  /** The same without a list. */
  visit(text: string, each: WordVisitor<T>): void;
  /** The same for a text whose places are known. */
  visitFrom(text: string, starts: WordStarts, number: number, each: WordVisitor<T>): void;
}

export type WordVisitor<T> = (value: T, start: number, end: number) => void;

/** Where words may begin in many texts: those of text `i` are `places[offsets[i]]` to `places[offsets[i + 1] - 1]`. */
export interface WordStarts {
  readonly places: Int32Array;
  readonly offsets: Int32Array;
}

interface Entry<T> {
  readonly word: string;
  readonly value: T;
}

/**
 * Prepares a search for many words in one walk over a text: each character is looked up once, and words are compared
 * only where their first two characters stand.
 * @param overlapOf how many characters at the end of a word may begin the next: 行う and う事 stand in 行う事.
 */
export function wordFinder<T>(
  words: Iterable<readonly [word: string, value: T]>,
  overlapOf: (value: T) => number = () => 0,
): WordFinder<T> {
  const alone = new Map<number, Entry<T>>();
  const buckets: Entry<T>[][] = [];
  // Most characters begin no word, and most pairs of them neither: two tables spare the look-up.
  const heads = new Uint8Array(0x10000);
  /** By trace, the bucket of the words that begin so, counted from 1. */
  const traces = new Uint16Array(TRACES);
  for (const [word, value] of words) {
    if (word === "") continue;
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      heads[first] = ALONE;
      if (!alone.has(first)) alone.set(first, { word, value });
      continue;
    }
    heads[first] = Math.max(heads[first]!, IN_PAIR);
    const at = trace(first, word.charCodeAt(1));
    if (traces[at] === 0) traces[at] = buckets.push([]);
    buckets[traces[at]! - 1]!.push({ word, value });
  }
  for (const bucket of buckets) bucket.sort((a, b) => b.word.length - a.word.length);

  const matchAt = (text: string, at: number): Entry<T> | undefined => {
    const code = codeAt(text, at);
    if (heads[code] === 0) return undefined;
    const bucket = at + 1 < text.length ? traces[trace(code, codeAt(text, at + 1))]! : 0;
    const match = bucket === 0 ? undefined : longestAt(buckets[bucket - 1]!, text, at);
    return match ?? (heads[code] === ALONE ? alone.get(code) : undefined);
  };
  const visit: WordFinder<T>["visit"] = (text, each) => {
    const { length } = text;
    for (let at = 0; at < length; at++) {
      if (heads[codeAt(text, at)] === 0) continue;
      const match = matchAt(text, at);
      if (!match) continue;
      each(match.value, at, at + match.word.length);
      at += Math.max(match.word.length - overlapOf(match.value), 1) - 1;
    }
  };
  const visitFrom: WordFinder<T>["visitFrom"] = (text, { places, offsets }, number, each) => {
    let free = 0;
    for (let i = offsets[number]!; i < offsets[number + 1]!; i++) {
      const at = places[i]!;
      const match = at < free ? undefined : matchAt(text, at);
      if (!match) continue;
      const end = at + match.word.length;
      free = end - overlapOf(match.value);
      each(match.value, at, end);
    }
  };
  return {
    visit,
    visitFrom,
    find(text) {
      // In most texts nothing is found.
      let found: WordMatch<T>[] | undefined;
      visit(text, (value, start, end) => {
        found ??= [];
        found.push({ word: text.slice(start, end), value, start, end });
      });
      return found ?? [];
    },
  };
}

/** Finds in one walk where words of several lists may begin, so that each list is looked up there and nowhere else. */
export function wordStarts(texts: readonly string[], words: Iterable<string>): WordStarts {
  const heads = new Uint8Array(0x10000);
  const isPair = new Uint8Array(TRACES);
  for (const word of words) {
    if (word === "") continue;
    const first = word.charCodeAt(0);
    heads[first] = Math.max(heads[first]!, word.length === 1 ? ALONE : IN_PAIR);
    if (word.length > 1) isPair[trace(first, word.charCodeAt(1))] = 1;
  }
  let places = new Int32Array(1 << 10);
  let count = 0;
  const offsets = new Int32Array(texts.length + 1);
  for (let number = 0; number < texts.length; number++) {
    const text = texts[number]!;
    if (places.length < count + text.length) {
      const larger = new Int32Array((count + text.length) * 2);
      larger.set(places);
      places = larger;
    }
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const code = codeAt(text, at);
      const head = heads[code];
      if (head === 0) continue;
      const isPairHere = at + 1 < length && isPair[trace(code, codeAt(text, at + 1))] === 1;
      if (isPairHere || head === ALONE) places[count++] = at;
    }
    offsets[number + 1] = count;
  }
  return { places, offsets };
}

/** Fewer than a bucket's number may be. */
const TRACES = 0x8000;
/** The character begins words of two characters and more. */
const IN_PAIR = 1;
/** The character is a word by itself. */
const ALONE = 2;

function longestAt<T>(bucket: readonly Entry<T>[], text: string, at: number): Entry<T> | undefined {
  for (const entry of bucket) {
    const { word } = entry;
    let same = 0;
    while (same < word.length && codeAt(text, at + same) === codeAt(word, same)) same++;
    if (same === word.length) return entry;
  }
  return undefined;
}

function trace(first: number, second: number): number {
  return (first * 31 + second * 17) & (TRACES - 1);
}

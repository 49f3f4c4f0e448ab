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
  visit(text: string, each: (value: T, start: number, end: number) => void): void;
}

interface Entry<T> {
  readonly word: string;
  readonly value: T;
}

/**
 * Prepares a search for many words in one walk over a text: each character is looked up once, and words are compared
 * only where their first two characters stand.
 */
export function wordFinder<T>(words: Iterable<readonly [word: string, value: T]>): WordFinder<T> {
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

  const visit: WordFinder<T>["visit"] = (text, each) => {
    const last = text.length - 1;
    for (let i = 0; i <= last; i++) {
      const code = text.charCodeAt(i);
      const head = heads[code];
      if (head === 0) continue;
      const bucket = i < last ? traces[trace(code, text.charCodeAt(i + 1))]! : 0;
      let match = bucket === 0 ? undefined : longestAt(buckets[bucket - 1]!, text, i);
      if (head === ALONE) match ??= alone.get(code);
      if (!match) continue;
      each(match.value, i, i + match.word.length);
      i += match.word.length - 1;
    }
  };
  return {
    visit,
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
    while (same < word.length && text.charCodeAt(at + same) === word.charCodeAt(same)) same++;
    if (same === word.length) return entry;
  }
  return undefined;
}

function trace(first: number, second: number): number {
  return (first * 31 + second * 17) & (TRACES - 1);
}

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
  find(text: string): WordMatch<T>[];
  /** The same without a list. */
  visit(text: string, each: (value: T, start: number, end: number) => void): void;
}

/**
 * Prepares a search for many words in one walk over a text: each character is looked up once, and words are compared
 * only where their first two characters stand.
 */
export function wordFinder<T>(words: Iterable<readonly [word: string, value: T]>): WordFinder<T> {
  const byHead = new Map<string, { word: string; value: T }[]>();
  // Most characters begin no word, and most pairs of them neither: two tables spare the look-up.
  const heads = new Uint8Array(0x10000);
  const traces = new Uint8Array(TRACES);
  for (const [word, value] of words) {
    if (word === "") continue;
    const first = word.charCodeAt(0);
    heads[first] = word.length === 1 ? ALONE : Math.max(heads[first]!, IN_PAIR);
    if (word.length > 1) traces[trace(first, word.charCodeAt(1))] = 1;
    const head = word.slice(0, 2);
    const bucket = byHead.get(head);
    if (bucket) bucket.push({ word, value });
    else byHead.set(head, [{ word, value }]);
  }
  for (const bucket of byHead.values()) bucket.sort((a, b) => b.word.length - a.word.length);

  const longestAt = (text: string, at: number) =>
    byHead.get(text.slice(at, at + 2))?.find(({ word }) => text.startsWith(word, at)) ??
    byHead.get(text[at]!)?.find(({ word }) => text.startsWith(word, at));

  const visit: WordFinder<T>["visit"] = (text, each) => {
    const last = text.length - 1;
    for (let i = 0; i <= last; i++) {
      const code = text.charCodeAt(i);
      const head = heads[code];
      if (head === 0) continue;
      if (head === IN_PAIR && (i === last || traces[trace(code, text.charCodeAt(i + 1))] === 0)) continue;
      const match = longestAt(text, i);
      if (!match) continue;
      each(match.value, i, i + match.word.length);
      i += match.word.length - 1;
    }
  };
  return {
    visit,
    find(text) {
      const found: WordMatch<T>[] = [];
      visit(text, (value, start, end) => found.push({ word: text.slice(start, end), value, start, end }));
      return found;
    },
  };
}

const TRACES = 0x10000;
/** The character begins words of two characters and more. */
const IN_PAIR = 1;
/** The character is a word by itself. */
const ALONE = 2;

function trace(first: number, second: number): number {
  return (first * 31 + second * 17) & (TRACES - 1);
}

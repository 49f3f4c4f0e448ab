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
  // Most pairs of characters begin no word: a table of their traces spares the look-up.
  const traces = new Uint8Array(TRACES);
  const singles = new Uint8Array(0x10000);
  for (const [word, value] of words) {
    if (word === "") continue;
    if (word.length === 1) singles[word.charCodeAt(0)] = 1;
    else traces[trace(word.charCodeAt(0), word.charCodeAt(1))] = 1;
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
    let next = text.charCodeAt(0);
    for (let i = 0; i < text.length; i++) {
      const code = next;
      next = text.charCodeAt(i + 1);
      if (traces[trace(code, next)] === 0 && singles[code] === 0) continue;
      const match = longestAt(text, i);
      if (!match) continue;
      each(match.value, i, i + match.word.length);
      i += match.word.length - 1;
      next = text.charCodeAt(i + 1);
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

/** Behind the last character of a text stands nothing: NaN counts as 0. */
function trace(first: number, second: number): number {
  return (first * 31 + second * 17) & (TRACES - 1);
}

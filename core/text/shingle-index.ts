/** How texts are cut and how many comparisons each may cost. */
export interface ShingleIndexOptions {
  /** Characters of one shingle. */
  readonly size?: number;
  /** Of so many neighbouring shingles one is kept; a common run of `size + window - 1` characters always shares one. */
  readonly window?: number;
  /** Earlier texts that one shingle remembers: one that stands everywhere says nothing. */
  readonly memory?: number;
  /** Texts that are compared with a new one at most. */
  readonly candidates?: number;
}

/** An earlier text that has shingles in common with a new one. */
export interface ShingleMatch<T> {
  readonly item: T;
  readonly shared: number;
}

/** Texts met so far, found again by what they have in common. */
export interface ShingleIndex<T> {
  /** The earlier texts nearest to this one, best first; then remembers it too. */
  readonly findAndAdd: (text: string, item: T) => ShingleMatch<T>[];
}

/**
 * Finds near-duplicates among thousands of texts without comparing each with each: every text leaves a few shingles
 * (winnowing, Schleimer et al. 2003) in an inverted index, and only texts that share some of them are candidates.
 * The work for one text depends on its length, not on how many came before.
 */
export function createShingleIndex<T>({
  size = 6,
  window = 8,
  memory = 6,
  candidates = 3,
}: ShingleIndexOptions = {}): ShingleIndex<T> {
  const items: T[] = [];
  const postings = new Map<number, number[]>();
  return {
    findAndAdd(text, item) {
      const own = items.push(item) - 1;
      const shared = new Map<number, number>();
      for (const shingle of winnow(text, size, window)) {
        const earlier = postings.get(shingle);
        if (!earlier) postings.set(shingle, [own]);
        else {
          for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
          if (earlier.length < memory) earlier.push(own);
        }
      }
      return [...shared]
        .sort(([a, x], [b, y]) => y - x || a - b)
        .slice(0, candidates)
        .map(([other, count]) => ({ item: items[other]!, shared: count }));
    },
  };
}

/** Of every `window` neighbouring shingles the one with the smallest hash; each hash once. */
export function winnow(text: string, size: number, window: number): Set<number> {
  const kept = new Set<number>();
  const last = text.length - size;
  if (last < 0) return kept;
  const hashes = shingleHashes(text, size);
  let smallest = -1;
  for (let end = 0; end <= last; end++) {
    const begin = Math.max(0, end - window + 1);
    if (smallest < begin) {
      smallest = begin;
      for (let i = begin + 1; i <= end; i++) if (hashes[i]! <= hashes[smallest]!) smallest = i;
    } else if (hashes[end]! <= hashes[smallest]!) smallest = end;
    if (end - begin === window - 1 || end === last) kept.add(hashes[smallest]!);
  }
  return kept;
}

function shingleHashes(text: string, size: number): Int32Array {
  const hashes = new Int32Array(text.length - size + 1);
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0;
    for (let i = at; i < at + size; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    // The low bits of neighbouring shingles go up and down together; mixed, the choice is even.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hashes[at] = hash ^ (hash >>> 13);
  }
  return hashes;
}

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
  const postings = createPostings(memory);
  /** How many shingles each earlier text has in common with the one looked up; noughts between look-ups. */
  const shared: number[] = [];
  return {
    findAndAdd(text, item) {
      const own = items.push(item) - 1;
      shared.push(0);
      const touched: number[] = [];
      for (const shingle of winnow(text, size, window)) {
        postings.visitAndAdd(shingle, own, (other) => {
          if (shared[other]!++ === 0) touched.push(other);
        });
      }
      const best = mostShared(touched, shared, candidates).map((other) => ({
        item: items[other]!,
        shared: shared[other]!,
      }));
      for (const other of touched) shared[other] = 0;
      return best;
    },
  };
}

/** The few with the highest counts, best first; of equal ones the earlier. */
function mostShared(touched: readonly number[], shared: readonly number[], most: number): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number) => shared[a]! > shared[b]! || (shared[a] === shared[b] && a < b);
  for (const item of touched) {
    if (best.length === most && !isBetter(item, best[most - 1]!)) continue;
    let at = best.length < most ? best.length : most - 1;
    for (; at > 0 && isBetter(item, best[at - 1]!); at--) best[at] = best[at - 1]!;
    best[at] = item;
  }
  return best;
}

/** The texts in which each shingle stands: a hash table and chains in flat arrays, for millions of postings. */
interface Postings {
  /** Shows the texts remembered for a shingle; then remembers this one too, unless there are enough. */
  readonly visitAndAdd: (shingle: number, own: number, visit: (other: number) => void) => void;
}

const FIRST_SLOTS = 1 << 12;
const NONE = -1;

function createPostings(memory: number): Postings {
  let shingles = new Int32Array(FIRST_SLOTS);
  /** By slot, the newest posting of its shingle. */
  let heads = new Int32Array(FIRST_SLOTS).fill(NONE);
  let used = 0;
  let texts = new Int32Array(FIRST_SLOTS);
  let earlier = new Int32Array(FIRST_SLOTS);
  let count = 0;

  const slotOf = (shingle: number) => {
    const mask = heads.length - 1;
    let slot = (shingle ^ (shingle >>> 16)) & mask;
    while (heads[slot] !== NONE && shingles[slot] !== shingle) slot = (slot + 1) & mask;
    return slot;
  };
  const growTable = () => {
    const [oldShingles, oldHeads] = [shingles, heads];
    shingles = new Int32Array(oldHeads.length * 2);
    heads = new Int32Array(oldHeads.length * 2).fill(NONE);
    for (let i = 0; i < oldHeads.length; i++) {
      if (oldHeads[i] === NONE) continue;
      const slot = slotOf(oldShingles[i]!);
      shingles[slot] = oldShingles[i]!;
      heads[slot] = oldHeads[i]!;
    }
  };
  return {
    visitAndAdd(shingle, own, visit) {
      let slot = slotOf(shingle);
      let known = 0;
      for (let at = heads[slot]!; at !== NONE; at = earlier[at]!, known++) visit(texts[at]!);
      if (known >= memory) return;
      if (known === 0 && ++used * 2 > heads.length) {
        growTable();
        slot = slotOf(shingle);
      }
      if (count === texts.length) [texts, earlier] = [doubled(texts), doubled(earlier)];
      texts[count] = own;
      earlier[count] = heads[slot]!;
      shingles[slot] = shingle;
      heads[slot] = count++;
    },
  };
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
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

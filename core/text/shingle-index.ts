import { codeAt } from "./code-at.ts";

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
  let shared = new Int32Array(FIRST_ITEMS);
  /** The texts that have some. */
  let touched = new Int32Array(FIRST_ITEMS);
  return {
    findAndAdd(text, item) {
      const own = items.push(item) - 1;
      if (own === shared.length) {
        shared = doubled(shared);
        touched = doubled(touched);
      }
      let count = 0;
      const shingles = cut(text, size, window);
      for (let i = 0; i < shingles; i++) {
        const block = postings.blockOf(kept[i]!);
        const { texts } = postings;
        const known = texts[block]!;
        for (let at = block + 1; at <= block + known; at++) {
          const other = texts[at]!;
          if (shared[other]!++ === 0) touched[count++] = other;
        }
        if (known === memory) continue;
        texts[block] = known + 1;
        texts[block + known + 1] = own;
      }
      const best = mostShared(touched, count, shared, candidates).map((other) => ({
        item: items[other]!,
        shared: shared[other]!,
      }));
      for (let i = 0; i < count; i++) shared[touched[i]!] = 0;
      return best;
    },
  };
}

/** The few with the highest counts, best first; of equal ones the earlier. */
function mostShared(touched: Int32Array, count: number, shared: Int32Array, most: number): number[] {
  const best: number[] = [];
  /** What an item must have to be among them once there are enough. */
  let least = 0;
  for (let i = 0; i < count; i++) {
    const item = touched[i]!;
    const own = shared[item]!;
    if (own < least) continue;
    let at = best.length;
    while (at > 0 && isBefore(own, item, shared[best[at - 1]!]!, best[at - 1]!)) at--;
    if (at === most) continue;
    if (best.length < most) best.push(item);
    for (let k = best.length - 1; k > at; k--) best[k] = best[k - 1]!;
    best[at] = item;
    if (best.length === most) least = shared[best[most - 1]!]!;
  }
  return best;
}

function isBefore(shared: number, item: number, otherShared: number, other: number): boolean {
  return shared > otherShared || (shared === otherShared && item < other);
}

/** The texts in which each shingle stands: a hash table and blocks in flat arrays, for millions of postings. */
interface Postings {
  /** Blocks of a count and as many texts, with room for all that a shingle remembers. */
  readonly texts: Int32Array;
  /** Where the block of a shingle begins; a new shingle gets an empty one. */
  readonly blockOf: (shingle: number) => number;
}

const FIRST_ITEMS = 1 << 10;
const FIRST_SLOTS = 1 << 12;
const NONE = -1;

function createPostings(memory: number): Postings {
  let shingles = new Int32Array(FIRST_SLOTS);
  let blocks = new Int32Array(FIRST_SLOTS).fill(NONE);
  let texts = new Int32Array(FIRST_SLOTS);
  let used = 0;
  const size = memory + 1;

  const slotOf = (shingle: number) => {
    const mask = blocks.length - 1;
    let slot = (shingle ^ (shingle >>> 16)) & mask;
    while (blocks[slot] !== NONE && shingles[slot] !== shingle) slot = (slot + 1) & mask;
    return slot;
  };
  const growTable = () => {
    const [oldShingles, oldBlocks] = [shingles, blocks];
    shingles = new Int32Array(oldBlocks.length * 2);
    blocks = new Int32Array(oldBlocks.length * 2).fill(NONE);
    for (let i = 0; i < oldBlocks.length; i++) {
      if (oldBlocks[i] === NONE) continue;
      const slot = slotOf(oldShingles[i]!);
      shingles[slot] = oldShingles[i]!;
      blocks[slot] = oldBlocks[i]!;
    }
  };
  return {
    get texts() {
      return texts;
    },
    blockOf(shingle) {
      let slot = slotOf(shingle);
      if (blocks[slot] !== NONE) return blocks[slot]!;
      if ((used + 1) * 2 > blocks.length) {
        growTable();
        slot = slotOf(shingle);
      }
      const block = size * used++;
      while (block + size > texts.length) texts = doubled(texts);
      shingles[slot] = shingle;
      blocks[slot] = block;
      return block;
    },
  };
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
}

/** What one text needs while it is cut; grown when a longer one comes. */
let codes = new Uint16Array(1 << 10);
let hashes = new Int32Array(1 << 10);
let kept = new Int32Array(1 << 10);
/** A hash table of what is kept: positions in `kept` counted from 1. */
let slots = new Int32Array(1 << 11);

/** Of every `window` neighbouring shingles the one with the smallest hash; each hash once. */
export function winnow(text: string, size: number, window: number): Int32Array {
  return kept.slice(0, cut(text, size, window));
}

/** The same, put into `kept`; returns how many there are. */
function cut(text: string, size: number, window: number): number {
  const last = text.length - size;
  if (last < 0) return 0;
  hashShingles(text, size);
  const mask = clearSlots(last + 1);
  let count = 0;
  let smallest = -1;
  let newest = -1;
  for (let end = 0; end <= last; end++) {
    const begin = Math.max(0, end - window + 1);
    if (smallest < begin) {
      smallest = begin;
      for (let i = begin + 1; i <= end; i++) if (hashes[i]! <= hashes[smallest]!) smallest = i;
    } else if (hashes[end]! <= hashes[smallest]!) smallest = end;
    if (smallest === newest || (end - begin < window - 1 && end < last)) continue;
    newest = smallest;
    count = keepOnce(hashes[smallest]!, count, mask);
  }
  return count;
}

function clearSlots(shingles: number): number {
  let length = 64;
  while (length < shingles * 2) length *= 2;
  if (slots.length < length) slots = new Int32Array(length);
  else slots.fill(0, 0, length);
  return length - 1;
}

function keepOnce(hash: number, count: number, mask: number): number {
  let slot = hash & mask;
  for (; slots[slot] !== 0; slot = (slot + 1) & mask) if (kept[slots[slot]! - 1] === hash) return count;
  kept[count] = hash;
  slots[slot] = count + 1;
  return count + 1;
}

function hashShingles(text: string, size: number): void {
  const count = text.length - size + 1;
  if (codes.length < text.length) {
    codes = new Uint16Array(text.length * 2);
    hashes = new Int32Array(text.length * 2);
    kept = new Int32Array(text.length * 2);
  }
  // Each character belongs to several shingles: from an array it is read several times as fast as from a string.
  const { length } = text;
  for (let i = 0; i < length; i++) codes[i] = codeAt(text, i);
  for (let at = 0; at < count; at++) {
    let hash = 0;
    for (let i = at; i < at + size; i++) hash = Math.imul(hash ^ codes[i]!, 0x01000193);
    // The low bits of neighbouring shingles go up and down together; mixed, the choice is even.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hashes[at] = hash ^ (hash >>> 13);
  }
}

import { characterTable } from "./character-table.ts";
import { codeAt } from "./code-at.ts";

/** Marks and endings that a copy changes first: 「…を図った。」 and 「…を図る」. */
const MARKS = characterTable(
  "、。，．,.・･「」『』()（）【】[]［］<>＜＞〈〉:：;；!！?？~〜～-ー－―–—…※●○◎■□◆◇★☆①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳*＊",
);
const NONE = -1;

/**
 * Groups things whose texts have the same words, whatever marks stand between them; groups stand in the order of their
 * first members. The texts are copies without spaces. Words are compared as they stand: building them for thousands of
 * long texts, only to look them up, takes several times as long.
 */
export function groupByWords<T>(items: readonly T[], copyOf: (item: T) => string): T[][] {
  const groups: T[][] = [];
  const newest = new Map<number, number>();
  /** By group, the one before it with the same hash. */
  const older: number[] = [];
  for (const item of items) {
    const copy = copyOf(item);
    const hash = hashWords(copy);
    let at = newest.get(hash) ?? NONE;
    while (at !== NONE && !haveSameWords(copy, copyOf(groups[at]![0]!))) at = older[at]!;
    if (at !== NONE) {
      groups[at]!.push(item);
      continue;
    }
    older.push(newest.get(hash) ?? NONE);
    newest.set(hash, groups.push([item]) - 1);
  }
  return groups;
}

function hashWords(copy: string): number {
  let hash = 0;
  const { length } = copy;
  for (let i = 0; i < length; i++) {
    const code = codeAt(copy, i);
    if (MARKS[code] === 0) hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash;
}

function haveSameWords(a: string, b: string): boolean {
  if (a === b) return true;
  let inB = 0;
  for (let inA = 0; inA < a.length; inA++) {
    if (MARKS[codeAt(a, inA)] === 1) continue;
    while (inB < b.length && MARKS[codeAt(b, inB)] === 1) inB++;
    if (codeAt(a, inA) !== codeAt(b, inB)) return false;
    inB++;
  }
  while (inB < b.length && MARKS[codeAt(b, inB)] === 1) inB++;
  return inB >= b.length;
}

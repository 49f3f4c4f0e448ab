import type { CellRange } from "./snapshot.ts";

/**
 * The merges of a sheet without those that Excel could not have made: single cells, and ranges that overlap one
 * that begins above or to the left of them. Sorted by top, then left.
 */
export function distinctMerges(merges: readonly CellRange[]): CellRange[] {
  const sorted = merges
    .filter(({ top, left, bottom, right }) => top !== bottom || left !== right)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const kept: CellRange[] = [];
  let active: CellRange[] = [];
  let row = 0;
  for (const merge of sorted) {
    if (merge.top !== row) active = active.filter(({ bottom }) => bottom >= merge.top);
    row = merge.top;
    if (active.some(({ left, right }) => left <= merge.right && merge.left <= right)) continue;
    active.push(merge);
    kept.push(merge);
  }
  return kept;
}

/**
 * Tells whether a merge covers a cell other than as its top-left cell. `merges` are distinct and sorted;
 * rows must be asked for in ascending order, so that many merges cost no more than one look at each.
 */
export function coverTest(merges: readonly CellRange[]): (row: number, column: number) => boolean {
  let next = 0;
  let row = 0;
  let active: CellRange[] = [];
  return (askedRow, column) => {
    if (askedRow !== row) {
      row = askedRow;
      active = active.filter(({ bottom }) => bottom >= row);
      for (; next < merges.length && merges[next]!.top <= row; next++) {
        if (merges[next]!.bottom >= row) active.push(merges[next]!);
      }
      active.sort((a, b) => a.left - b.left);
    }
    const merge = lastNotAfter(active, column);
    return merge !== undefined && column <= merge.right && !(row === merge.top && column === merge.left);
  };
}

/** The last of the ranges, sorted by left, that begins at or before a column. */
function lastNotAfter(ranges: readonly CellRange[], column: number): CellRange | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.left <= column) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

import type { FindingRow } from "./finding-rows.ts";

/** Heights of the lines, in root em. The style sheet gives the lines the same. */
export const ROW_HEIGHTS = { group: 3.25, finding: 4.5 } as const;

/** Where each line begins, in pixels, and where the last one ends. @param em pixels of one root em */
export function rowOffsets(rows: readonly FindingRow[], em: number): number[] {
  const offsets = [0];
  for (const { kind } of rows) offsets.push(offsets.at(-1)! + ROW_HEIGHTS[kind] * em);
  return offsets;
}

/** The lines that a window of pixels shows: from the first to the one after the last. */
export function rowsWithin(offsets: readonly number[], top: number, bottom: number): { from: number; to: number } {
  const last = offsets.length - 1;
  return { from: Math.min(last, lineAt(offsets, top)), to: Math.min(last, lineAt(offsets, bottom) + 1) };
}

/** The line on which a pixel lies. */
function lineAt(offsets: readonly number[], pixel: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

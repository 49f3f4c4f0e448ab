import type { CellValue } from "../../../core/workbook/snapshot.ts";

/** What an edit takes away and puts in, between what stays. */
export interface EditDifference {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

/** Characters that stay, shown on either side. */
const CONTEXT = 24;

/** The part of a cell that an edit changes; whole characters, never half of a surrogate pair. */
export function editDifference(expected: CellValue, value: CellValue): EditDifference {
  const old = Array.from(textOf(expected));
  const next = Array.from(textOf(value));
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start += 1;
  let tail = 0;
  while (tail < most - start && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  const end = old.length - tail;
  return {
    before: (start > CONTEXT ? "…" : "") + old.slice(Math.max(0, start - CONTEXT), start).join(""),
    removed: old.slice(start, end).join(""),
    added: next.slice(start, next.length - tail).join(""),
    after: old.slice(end, end + CONTEXT).join("") + (old.length - end > CONTEXT ? "…" : ""),
  };
}

function textOf(value: CellValue): string {
  return value === null ? "" : String(value);
}

import type { CellEdit } from "./diagnostic.ts";

/** Edits of the same cell as one; those that would change the same words twice are left for the next check. */
export interface MergedEdits {
  readonly edits: readonly CellEdit[];
  readonly skipped: readonly CellEdit[];
}

/** Makes one edit a cell of edits that were all made against the same text. */
export function mergeEdits(edits: readonly CellEdit[]): MergedEdits {
  const cells = new Map<string, CellEdit[]>();
  for (const edit of edits) {
    const key = JSON.stringify([edit.sheet, edit.address]);
    const list = cells.get(key);
    if (list) list.push(edit);
    else cells.set(key, [edit]);
  }
  const merged: CellEdit[] = [];
  const skipped: CellEdit[] = [];
  for (const [first, ...others] of cells.values()) {
    if (!first) continue;
    const result = others.length === 0 ? { edit: first, skipped: [] } : mergeCell([first, ...others]);
    merged.push(result.edit);
    skipped.push(...result.skipped);
  }
  return { edits: merged, skipped };
}

interface Change {
  readonly edit: CellEdit;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function mergeCell(edits: readonly [CellEdit, ...CellEdit[]]): { edit: CellEdit; skipped: CellEdit[] } {
  const [first] = edits;
  const { expected } = first;
  if (typeof expected !== "string") return { edit: first, skipped: edits.slice(1) };
  const changes = edits
    .flatMap((edit) => changeOf(edit, expected) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const skipped: CellEdit[] = [];
  let text = "";
  let position = 0;
  let previous: Change | undefined;
  for (const change of changes) {
    const isSame = previous?.start === change.start && previous.end === change.end && previous.words === change.words;
    if (isSame) continue;
    if (previous && change.start < Math.max(previous.end, previous.start + 1)) {
      skipped.push(change.edit);
      continue;
    }
    text += expected.slice(position, change.start) + change.words;
    position = change.end;
    previous = change;
  }
  return { edit: { ...first, value: text + expected.slice(position) }, skipped };
}

/** The part of a text that an edit changes; `undefined` for an edit that changes nothing. */
function changeOf(edit: CellEdit, expected: string): Change | undefined {
  const value = typeof edit.value === "string" ? edit.value : String(edit.value ?? "");
  if (value === expected) return undefined;
  let start = 0;
  while (start < expected.length && start < value.length && expected[start] === value[start]) start++;
  let tail = 0;
  const most = Math.min(expected.length, value.length) - start;
  while (tail < most && expected[expected.length - 1 - tail] === value[value.length - 1 - tail]) tail++;
  return { edit, start, end: expected.length - tail, words: value.slice(start, value.length - tail) };
}

import type { FieldValue } from "./field-value.ts";

const LABEL_LENGTH = 24;
const OPEN_AT_END = /[（(「『【［[][^）)」』】］\]（(「『【［[]*$/u;
const CLOSE_AT_START = /^[^（(「『【［[）)」』】］\]]*[）)」』】］\]]/u;

/** One label in two cells: 「事業費(百」 and 「百万円)」. */
export interface SplitLabel {
  readonly left: FieldValue;
  readonly right: FieldValue;
}

/** Labels whose bracket opens in one cell and closes in the next of the same row. */
export function splitLabels(written: readonly FieldValue[]): SplitLabel[] {
  const found: SplitLabel[] = [];
  let left: FieldValue | undefined;
  for (const right of written) {
    const before = left;
    left = right;
    if (before?.record !== right.record || !isNextTo(before, right)) continue;
    const [head, tail] = [before.text.trim(), right.text.trim()];
    if (head.length > LABEL_LENGTH || tail.length > LABEL_LENGTH) continue;
    if (OPEN_AT_END.test(head) && CLOSE_AT_START.test(tail)) found.push({ left: before, right });
  }
  return found;
}

function isNextTo(left: FieldValue, right: FieldValue): boolean {
  return (
    left.cell.row === right.cell.row && left.cell.column < right.cell.column && left.cell.sheet === right.cell.sheet
  );
}

import { cellKey, type SheetHyperlink } from "./mend-sheet.ts";
import type { Relationship } from "./read-parts.ts";

/** Larger ranges count for their top-left cell only: a link over whole columns must not cost a million entries. */
const mostCellsOfLink = 1000;

/** The target of each linked cell by `cellKey`: `https://…`, `other.xlsx#様式1!A1`, or `#様式1!A1` inside the workbook. */
export function hyperlinkTargets(
  hyperlinks: readonly SheetHyperlink[],
  relationships: ReadonlyMap<string, Relationship>,
): ReadonlyMap<number, string> {
  const targets = new Map<number, string>();
  for (const { range, id, location } of hyperlinks) {
    const outside = id === undefined ? "" : (relationships.get(id)?.target ?? "");
    const target = location === undefined || location === "" ? outside : `${outside}#${location}`;
    if (target === "") continue;
    const { top, left } = range;
    const small = (range.bottom - top + 1) * (range.right - left + 1) <= mostCellsOfLink;
    for (let row = top; row <= (small ? range.bottom : top); row++) {
      for (let column = left; column <= (small ? range.right : left); column++) {
        targets.set(cellKey(row, column), target);
      }
    }
  }
  return targets;
}

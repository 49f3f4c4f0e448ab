import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import type { WorkbookChanges } from "./review-protocol.ts";

/** A workbook after an edit. Sheets that were not touched stay the same objects. */
export function applyChanges(
  { sheets }: WorkbookSnapshot,
  { sheets: edited, removed = [], renamed = [], order }: WorkbookChanges,
): WorkbookSnapshot {
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  const fresh = new Map(edited.map((sheet) => [sheet.name, sheet]));
  const kept = sheets
    .filter(({ name }) => !removed.includes(name))
    .map((sheet): SheetSnapshot => {
      const name = names.get(sheet.name) ?? sheet.name;
      return fresh.get(name) ?? (name === sheet.name ? sheet : { ...sheet, name });
    });
  const known = new Set(kept.map(({ name }) => name));
  const all = [...kept, ...edited.filter(({ name }) => !known.has(name))];
  if (!order) return { sheets: all };
  const position = new Map(order.map((name, i) => [name, i]));
  const placeOf = ({ name }: SheetSnapshot) => position.get(name) ?? Infinity;
  return { sheets: all.toSorted((a, b) => compare(placeOf(a), placeOf(b))) };
}

/** Infinity less itself is no number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

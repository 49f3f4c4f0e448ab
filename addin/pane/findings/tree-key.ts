import type { FindingRow } from "./finding-rows.ts";

/** What a key asks of the list; `stay` takes the key and does nothing. */
export type TreeStep =
  | { readonly kind: "move"; readonly to: FindingRow }
  | { readonly kind: "fold"; readonly row: FindingRow; readonly isFolded: boolean }
  | { readonly kind: "choose"; readonly row: FindingRow }
  | { readonly kind: "stay" };

/** Lines that a page key passes. */
const PAGE = 8;

/**
 * What a key does in a tree, by the pattern of WAI-ARIA; `undefined` for keys that are not the tree's.
 * @param key as `KeyboardEvent.key` @param active index of the line on which the focus is
 */
export function treeStep(rows: readonly FindingRow[], active: number, key: string): TreeStep | undefined {
  const row = rows[active];
  if (!row) return undefined;
  const moveTo = (index: number): TreeStep => {
    const to = rows[Math.min(rows.length - 1, Math.max(0, index))]!;
    return to === row ? { kind: "stay" } : { kind: "move", to };
  };
  switch (key) {
    case "ArrowDown":
      return moveTo(active + 1);
    case "ArrowUp":
      return moveTo(active - 1);
    case "PageDown":
      return moveTo(active + PAGE);
    case "PageUp":
      return moveTo(active - PAGE);
    case "Home":
      return moveTo(0);
    case "End":
      return moveTo(rows.length - 1);
    case "ArrowRight":
      if (row.kind === "finding") return { kind: "stay" };
      return row.isFolded ? { kind: "fold", row, isFolded: false } : moveTo(active + 1);
    case "ArrowLeft":
      if (row.kind === "finding") return moveTo(rows.findIndex((other) => other.key === row.parentKey));
      return row.isFolded ? { kind: "stay" } : { kind: "fold", row, isFolded: true };
    case "Enter":
    case " ":
      return { kind: "choose", row };
    default:
      return undefined;
  }
}

import { foldText } from "../text/fold.ts";

/** What a table's periods are called in the data: as the sheet calls them, and counted where two have one name (計画・計画). */
export function periodNames(labels: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return labels.map((label) => {
    const key = foldText(label);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? label : `${label}(${count})`;
  });
}

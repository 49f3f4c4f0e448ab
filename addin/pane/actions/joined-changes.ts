import type { WorkbookChange } from "../../workbook/sheet-list.ts";

/** Two changes, one after the other, as one: names are those of before the first, or of after the second. */
export function joinedChanges(first: WorkbookChange, second: WorkbookChange): WorkbookChange {
  const nameBefore = (name: string) => first.renamed.find(({ to }) => to === name)?.from ?? name;
  const nameNow = (name: string) => second.renamed.find(({ from }) => from === name)?.to ?? name;
  const stays = (name: string) => !second.removed.includes(name);
  const isKnown = (name: string) => !first.added.includes(name);
  const removed = [...first.removed, ...second.removed.filter(isKnown).map(nameBefore)];
  return {
    changedSheets: each([...first.changedSheets.filter(stays).map(nameNow), ...second.changedSheets]),
    added: each([...first.added.filter(stays).map(nameNow), ...second.added]),
    // A sheet that was made again under its name is a changed one.
    removed: each(removed).filter((name) => !second.added.includes(name)),
    renamed: [
      ...first.renamed.filter(({ to }) => stays(to)).map(({ from, to }) => ({ from, to: nameNow(to) })),
      ...second.renamed.filter(({ from }) => isKnown(from) && nameBefore(from) === from),
    ].filter(({ from, to }) => from !== to),
    order: second.order,
    structural: first.structural || second.structural,
  };
}

function each(names: readonly string[]): string[] {
  return [...new Set(names)];
}

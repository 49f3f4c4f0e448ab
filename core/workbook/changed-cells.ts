import { CellSet, cellIndex } from "./cell-index.ts";
import type { CellSnapshot, WorkbookSnapshot } from "./snapshot.ts";

/** The cells that two states of a workbook do not have in common. Sheets are known by their names. */
export function changedCells(before: WorkbookSnapshot, now: WorkbookSnapshot): CellSet {
  const changed = new CellSet();
  const old = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  for (const sheet of now.sheets) {
    const last = old.get(sheet.name);
    old.delete(sheet.name);
    if (last === sheet) continue;
    const [lastCells, cells] = [last ? cellIndex(last) : new Map<number, CellSnapshot>(), cellIndex(sheet)];
    const add = ({ row, column }: CellSnapshot) => {
      changed.add({ sheet: sheet.name, row, column });
    };
    for (const [place, cell] of cells) if (!isSameCell(lastCells.get(place), cell)) add(cell);
    for (const [place, cell] of lastCells) if (!cells.has(place)) add(cell);
  }
  for (const { name, cells } of old.values()) {
    for (const { row, column } of cells) changed.add({ sheet: name, row, column });
  }
  return changed;
}

function isSameCell(a: CellSnapshot | undefined, b: CellSnapshot): boolean {
  return (
    a?.value === b.value &&
    a.text === b.text &&
    a.date === b.date &&
    a.formula === b.formula &&
    a.error === b.error &&
    a.uncalculated === b.uncalculated &&
    a.hyperlink === b.hyperlink
  );
}

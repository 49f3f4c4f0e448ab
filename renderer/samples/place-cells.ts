import type { CellRole, SampleRow, SampleSheet } from "./sample-source.ts";

/** A cell of a sample with the place that it takes on its sheet. Rows and columns count from 1. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  /** Last row and last column that the cell covers. */
  readonly bottom: number;
  readonly right: number;
  readonly value: string | number;
  readonly role: CellRole;
  readonly choices: readonly string[] | undefined;
}

/** Gives every cell of a sheet its place, row by row, as a browser does with the cells of an HTML table. */
export function placeCells(sheet: SampleSheet): PlacedCell[] {
  const placed: PlacedCell[] = [];
  /** For each column the last row that a cell from above covers. */
  const coveredTo = sheet.columns.map(() => 0);
  sheet.rows.forEach((row, index) => placed.push(...placeRow(sheet, row, index + 1, coveredTo)));
  return placed;
}

function placeRow(sheet: SampleSheet, row: SampleRow, rowNumber: number, coveredTo: number[]): PlacedCell[] {
  const placed: PlacedCell[] = [];
  let next = 1;
  for (const cell of row.cells) {
    while ((coveredTo[next - 1] ?? 0) >= rowNumber) next++;
    const column = next;
    next += cell?.columns ?? 1;
    if (next - 1 > sheet.columns.length) throw new Error(`Sheet ${sheet.name}, row ${rowNumber}: too many cells`);
    if (!cell) continue;
    const bottom = rowNumber + cell.rows - 1;
    coveredTo.fill(bottom, column - 1, next - 1);
    const ownColumn = sheet.columns[column - 1]!;
    const explicitRole = cell.role ?? row.role;
    placed.push({
      row: rowNumber,
      column,
      bottom,
      right: next - 1,
      value: cell.value,
      role: explicitRole ?? ownColumn.role,
      choices: explicitRole ? undefined : ownColumn.choices,
    });
  }
  return placed;
}

import { fontSizeOf } from "./cell-styles.ts";
import type { PlacedCell } from "./place-cells.ts";
import type { SampleSheet } from "./sample-source.ts";

// Excel cannot show a higher row.
const maximumHeight = 409;
const pointsPerWidthUnit = 5.25;
const cellPadding = 5;
const lineSpacing = 1.25;

/** Heights in points, one a row, at which the wrapped text of every cell can be read. */
export function rowHeights(sheet: SampleSheet, cells: readonly PlacedCell[]): number[] {
  const heights = sheet.rows.map(() => sheet.fontSize * 1.6);
  // Cells over several rows come last: they only add what the rows that they cover still lack.
  for (const cell of cells.toSorted((a, b) => a.bottom - a.row - (b.bottom - b.row))) {
    const covered = heights.slice(cell.row - 1, cell.bottom);
    const lack = textHeight(sheet, cell) - covered.reduce((sum, height) => sum + height, 0);
    if (lack <= 0) continue;
    for (let row = cell.row; row <= cell.bottom; row++) heights[row - 1]! += lack / covered.length;
  }
  return heights.map((height) => Math.min(Math.ceil(height), maximumHeight));
}

function textHeight(sheet: SampleSheet, cell: PlacedCell): number {
  const fontSize = fontSizeOf(cell.role, sheet.fontSize);
  const widthUnits = sheet.columns.slice(cell.column - 1, cell.right).reduce((sum, column) => sum + column.width, 0);
  const lineWidth = widthUnits * pointsPerWidthUnit - cellPadding;
  const lines = String(cell.value)
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(textWidth(line, fontSize) / lineWidth)));
  return lines.reduce((sum, count) => sum + count, 0) * fontSize * lineSpacing + cellPadding;
}

function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += character > "ÿ" ? 1 : 0.55;
  return ems * fontSize;
}

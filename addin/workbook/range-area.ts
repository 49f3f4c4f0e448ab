import type { CellRange } from "../../core/workbook/snapshot.ts";

/** What `areaOf` needs, for `range.load`. */
export const areaProperties = ["rowIndex", "columnIndex", "rowCount", "columnCount"] as const;

/** The place of a range whose `areaProperties` are loaded. */
export function areaOf(range: Excel.Range): CellRange {
  return {
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    bottom: range.rowIndex + range.rowCount,
    right: range.columnIndex + range.columnCount,
  };
}

/** The range at a place of a sheet. */
export function rangeAt(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
}

/** How many cells an area has. */
export function cellCount({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The upper and lower half of an area; the left and right half of a single row; nothing for a single cell. */
export function halves(area: CellRange): CellRange[] {
  const { top, left, bottom, right } = area;
  if (bottom > top) {
    const middle = (top + bottom) >> 1;
    return [
      { ...area, bottom: middle },
      { ...area, top: middle + 1 },
    ];
  }
  if (right === left) return [];
  const middle = (left + right) >> 1;
  return [
    { ...area, right: middle },
    { ...area, left: middle + 1 },
  ];
}

/** An area cut into blocks of at most so many cells, from top to bottom. */
export function blocksOf(area: CellRange, cells: number): CellRange[] {
  if (cellCount(area) <= cells) return [area];
  const rows = Math.floor(cells / (area.right - area.left + 1));
  if (rows === 0) return halves(area).flatMap((half) => blocksOf(half, cells));
  const blocks: CellRange[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) {
    blocks.push({ ...area, top, bottom: Math.min(top + rows - 1, area.bottom) });
  }
  return blocks;
}

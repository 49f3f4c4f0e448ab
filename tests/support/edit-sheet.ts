import type { CellRange, CellSnapshot, CellValue, SheetSnapshot } from "../../core/workbook/snapshot.ts";

/** A sheet with one cell set, as a person types it; `null` clears the cell. */
export function withCell(
  sheet: SheetSnapshot,
  at: { readonly row: number; readonly column: number },
  value: CellValue,
  rest: Partial<Pick<CellSnapshot, "formula">> = {},
): SheetSnapshot {
  const others = sheet.cells.filter(({ row, column }) => row !== at.row || column !== at.column);
  const cell: CellSnapshot[] = value === null ? [] : [{ ...at, value, text: String(value), ...rest }];
  return { ...sheet, cells: inOrder([...others, ...cell]) };
}

/** A sheet with blank rows inserted above a row. */
export function withRowsInserted(sheet: SheetSnapshot, at: number, count: number): SheetSnapshot {
  return withRowsMoved(sheet, (row) => (row >= at ? row + count : row));
}

/** A sheet without a row. */
export function withoutRow(sheet: SheetSnapshot, at: number): SheetSnapshot {
  const gone = sheet.merges.filter(({ top, bottom }) => top === at && bottom === at);
  const kept = {
    ...sheet,
    cells: sheet.cells.filter(({ row }) => row !== at),
    merges: sheet.merges.filter((merge) => !gone.includes(merge)),
    hiddenRows: sheet.hiddenRows.filter((row) => row !== at),
  };
  const bottomOf = ({ top, bottom }: CellRange) => (bottom >= at && bottom > top ? bottom - 1 : bottom);
  const moved = withRowsMoved(kept, (row) => (row > at ? row - 1 : row));
  return { ...moved, merges: kept.merges.map((merge, i) => ({ ...moved.merges[i]!, bottom: bottomOf(merge) })) };
}

/** A sheet with the cells of two rows exchanged, as sorting does. */
export function withRowsExchanged(sheet: SheetSnapshot, a: number, b: number): SheetSnapshot {
  const cells = sheet.cells.map((cell) => {
    if (cell.row !== a && cell.row !== b) return cell;
    return { ...cell, row: cell.row === a ? b : a };
  });
  return { ...sheet, cells: inOrder(cells) };
}

function withRowsMoved(sheet: SheetSnapshot, move: (row: number) => number): SheetSnapshot {
  const moveRange = (range: CellRange) => ({ ...range, top: move(range.top), bottom: move(range.bottom) });
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, row: move(cell.row) })),
    merges: sheet.merges.map(moveRange),
    hiddenRows: sheet.hiddenRows.map(move),
    tables: sheet.tables.map((table) => ({ ...table, range: moveRange(table.range) })),
  };
}

function inOrder(cells: readonly CellSnapshot[]): CellSnapshot[] {
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

import type { CellEdit } from "../../core/validation/diagnostic.ts";
import { parseRange } from "../../core/workbook/address.ts";
import type { CellRange } from "../../core/workbook/snapshot.ts";

/** Cells below one another of which some are edited: read and written as one range. */
export interface EditBlock {
  readonly sheet: string;
  readonly area: CellRange;
  /** Sorted by row; no two in one row. */
  readonly edits: readonly PlacedEdit[];
}

export interface PlacedEdit {
  readonly edit: CellEdit;
  readonly row: number;
  readonly column: number;
}

/** More untouched rows than this between two edits cost more than a range of their own. */
const widestGap = 20;

/** Blocks for edits of single cells, at most one a cell. @returns the edits that name no cell, too. */
export function editBlocks(edits: readonly CellEdit[]): { blocks: EditBlock[]; misplaced: CellEdit[] } {
  const columns = new Map<string, PlacedEdit[]>();
  const misplaced: CellEdit[] = [];
  for (const edit of edits) {
    const area = parseRange(edit.address);
    if (area?.top !== area?.bottom || area?.left !== area?.right || !area) {
      misplaced.push(edit);
      continue;
    }
    const key = JSON.stringify([edit.sheet, area.left]);
    const placed = { edit, row: area.top, column: area.left };
    const list = columns.get(key);
    if (list) list.push(placed);
    else columns.set(key, [placed]);
  }
  return { blocks: [...columns.values()].flatMap(blocksOfColumn), misplaced };
}

function blocksOfColumn(edits: PlacedEdit[]): EditBlock[] {
  const runs: PlacedEdit[][] = [];
  for (const placed of edits.toSorted((a, b) => a.row - b.row)) {
    const last = runs.at(-1)?.at(-1);
    if (last && placed.row - last.row <= widestGap) runs.at(-1)!.push(placed);
    else runs.push([placed]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const area = { top: first.row, bottom: last.row, left: first.column, right: first.column };
    return { sheet: first.edit.sheet, area, edits: run };
  });
}

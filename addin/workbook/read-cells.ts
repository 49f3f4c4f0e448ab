import { coverTest } from "../../core/workbook/merges.ts";
import type { CellRange, CellSnapshot } from "../../core/workbook/snapshot.ts";
import { cellContent, isHashed } from "./cell-content.ts";
import { queueLinks, withHyperlinks } from "./hyperlinks.ts";
import type { AnsweredGrids } from "./answered-grids.ts";
import { blocksOf, cellCount, halves, rangeAt } from "./range-area.ts";
import { cellsPerBatch, type Piece, readPieces, TooLargeError } from "./read-pieces.ts";
import { readFullNumbers } from "./read-full-numbers.ts";

/** A sheet and the part of it that holds something. */
export interface FilledSheet {
  readonly sheet: Excel.Worksheet;
  readonly area: CellRange;
  /** Distinct and sorted. */
  readonly merges: readonly CellRange[];
}

/** The cells of a block. */
interface ReadBlock {
  /** Of its sheet. */
  readonly index: number;
  /** How many cells it has, empty ones included. */
  readonly size: number;
  readonly cells: readonly CellSnapshot[];
  /** Numbers that Excel shows as ####: places in `cells`, and their formats. */
  readonly hashed: readonly { readonly at: number; readonly value: number; readonly format: string }[];
}

interface BlockOptions {
  readonly date1904: boolean;
  readonly withLinks: boolean;
}

/**
 * The cells of each sheet that hold something, row by row, left to right.
 * @param onCells told the next cells of a sheet (by its index) as soon as they are read, from its first cell on and in its order.
 *   `share` is how much of all is read by then, from 0 to 1. What it is not told before the end needs another look at Excel.
 */
export async function readCells(
  context: Excel.RequestContext,
  sheets: readonly FilledSheet[],
  date1904: boolean,
  onCells?: (index: number, cells: readonly CellSnapshot[], share: number) => void,
): Promise<CellSnapshot[][]> {
  const pieces = sheets.flatMap(({ sheet, area }, index) =>
    blocksOf(area, cellsPerBatch).map((block) =>
      blockPiece(sheet, index, block, { date1904, withLinks: cellCount(area) <= cellsPerBatch }),
    ),
  );
  const isCovered = sheets.map(({ merges }) => coverTest(merges));
  const uncovered = ({ index, cells }: ReadBlock) => cells.filter((cell) => !isCovered[index]!(cell.row, cell.column));
  const visible: (readonly CellSnapshot[])[] = [];
  const isOpen = sheets.map(({ area }) => cellsPerRow(area) <= cellsPerBatch);
  const whole = sheets.reduce((sum, { area }) => sum + cellCount(area), 0);
  let read = 0;
  const blocks = await readPieces(context, pieces, {
    onResult(block) {
      read += block.size;
      // A workbook can keep values under a merge that no one sees.
      const cells = uncovered(block);
      visible.push(cells);
      isOpen[block.index] &&= block.hashed.length === 0;
      if (isOpen[block.index]) onCells?.(block.index, cells, read / whole);
    },
  });
  const numbers = await readFullNumbers(
    context,
    blocks.flatMap(({ hashed }) => hashed.map((number) => ({ ...number, key: numberKey(number) }))),
  );
  const cells = sheets.map((): CellSnapshot[] => []);
  for (const [i, block] of blocks.entries()) {
    const own = block.hashed.length === 0 ? visible[i]! : uncovered({ ...block, cells: withNumbers(block, numbers) });
    for (const cell of own) cells[block.index]!.push(cell);
  }
  for (const own of cells) own.sort((a, b) => a.row - b.row || a.column - b.column);
  return cells;
}

function cellsPerRow({ left, right }: CellRange): number {
  return right - left + 1;
}

function withNumbers({ cells, hashed }: ReadBlock, numbers: ReadonlyMap<string, string>): CellSnapshot[] {
  const shown = cells.slice();
  for (const { at, ...number } of hashed) {
    const text = numbers.get(numberKey(number));
    if (text !== undefined) shown[at] = { ...shown[at]!, text };
  }
  return shown;
}

function numberKey({ value, format }: { readonly value: number; readonly format: string }): string {
  return `${value} ${format}`;
}

/** `withLinks` costs an object for every cell: it is for small sheets. */
function blockPiece(sheet: Excel.Worksheet, index: number, block: CellRange, options: BlockOptions): Piece<ReadBlock> {
  const { date1904, withLinks } = options;
  return {
    weight: cellCount(block),
    queue() {
      const range = rangeAt(sheet, block).load(["values", "valueTypes", "text", "formulas", "numberFormat"]);
      const links = withLinks ? queueLinks(range) : undefined;
      return () => {
        const read = blockCells(range, index, block, date1904);
        return links ? { ...read, cells: withHyperlinks(read.cells, block, links.value) } : read;
      };
    },
    split: () => halves(block).map((half) => blockPiece(sheet, index, half, options)),
  };
}

function blockCells(range: Excel.Range, index: number, block: CellRange, date1904: boolean): ReadBlock {
  const { values, valueTypes, text, formulas, numberFormat } = range as unknown as AnsweredGrids;
  if (!values || !valueTypes || !text || !formulas || !numberFormat) throw new TooLargeError();
  const { top, left } = block;
  const cells: CellSnapshot[] = [];
  const hashed: { at: number; value: number; format: string }[] = [];
  for (const [y, line] of values.entries()) {
    for (const [x, value] of line.entries()) {
      const format = String(numberFormat[y]![x]);
      const cell = {
        value,
        valueType: valueTypes[y]![x]!,
        text: text[y]![x]!,
        formula: formulas[y]![x],
        numberFormat: format,
      };
      const content = cellContent(cell, date1904);
      if (!content) continue;
      if (isHashed(content)) hashed.push({ at: cells.length, value: content.value as number, format });
      cells.push({ row: top + y, column: left + x, ...content });
    }
  }
  return { index, size: cellCount(block), cells, hashed };
}

import { coverTest } from "../../core/workbook/merges.ts";
import type { CellRange, CellSnapshot } from "../../core/workbook/snapshot.ts";
import { type CellContent, cellContent, isHashed } from "./cell-content.ts";
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

/** A cell with its number format where Excel shows it as ####. */
interface ReadCell extends CellContent {
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly hashedFormat?: string;
}

interface BlockOptions {
  readonly date1904: boolean;
  readonly withLinks: boolean;
}

/** The cells of each sheet that hold something, row by row, left to right. */
export async function readCells(
  context: Excel.RequestContext,
  sheets: readonly FilledSheet[],
  date1904: boolean,
): Promise<CellSnapshot[][]> {
  const pieces = sheets.flatMap(({ sheet, area }, index) =>
    blocksOf(area, cellsPerBatch).map((block) =>
      blockPiece(sheet, index, block, { date1904, withLinks: cellCount(area) <= cellsPerBatch }),
    ),
  );
  const found = (await readPieces(context, pieces)).flat();
  const numbers = await readFullNumbers(context, found.flatMap(hashedNumber));
  const cells = sheets.map((): CellSnapshot[] => []);
  for (const { index, hashedFormat, ...cell } of found) {
    const text = hashedFormat === undefined ? undefined : numbers.get(numberKey(cell.value, hashedFormat));
    cells[index]!.push(text === undefined ? cell : { ...cell, text });
  }
  return sheets.map(({ merges }, index) => uncovered(cells[index]!, merges));
}

function hashedNumber({ value, hashedFormat }: ReadCell): { key: string; value: number; format: string }[] {
  if (hashedFormat === undefined || typeof value !== "number") return [];
  return [{ key: numberKey(value, hashedFormat), value, format: hashedFormat }];
}

function numberKey(value: unknown, format: string): string {
  return `${String(value)} ${format}`;
}

/** A workbook can keep values under a merge that no one sees. */
function uncovered(cells: CellSnapshot[], merges: readonly CellRange[]): CellSnapshot[] {
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const isCovered = coverTest(merges);
  return cells.filter(({ row, column }) => !isCovered(row, column));
}

/** `withLinks` costs an object for every cell: it is for small sheets. */
function blockPiece(sheet: Excel.Worksheet, index: number, block: CellRange, options: BlockOptions): Piece<ReadCell[]> {
  const { date1904, withLinks } = options;
  return {
    weight: cellCount(block),
    queue() {
      const range = rangeAt(sheet, block).load(["values", "valueTypes", "text", "formulas", "numberFormat"]);
      const links = withLinks ? queueLinks(range) : undefined;
      return () => {
        const cells = blockCells(range, index, block, date1904);
        return links ? withHyperlinks(cells, block, links.value) : cells;
      };
    },
    split: () => halves(block).map((half) => blockPiece(sheet, index, half, options)),
  };
}

function blockCells(range: Excel.Range, index: number, { top, left }: CellRange, date1904: boolean): ReadCell[] {
  const { values, valueTypes, text, formulas, numberFormat } = range as unknown as AnsweredGrids;
  if (!values || !valueTypes || !text || !formulas || !numberFormat) throw new TooLargeError();
  const cells: ReadCell[] = [];
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
      cells.push({
        index,
        row: top + y,
        column: left + x,
        ...content,
        ...(isHashed(content) && { hashedFormat: format }),
      });
    }
  }
  return cells;
}

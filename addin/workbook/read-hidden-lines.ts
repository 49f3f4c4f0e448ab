import type { CellRange } from "../../core/workbook/snapshot.ts";
import { rangeAt } from "./range-area.ts";
import { type Piece, readPieces } from "./read-pieces.ts";

/** The hidden rows and columns of a sheet, counting from 1. */
export interface HiddenLines {
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

interface SheetArea {
  readonly sheet: Excel.Worksheet;
  /** From A1 to the last cell that holds something. */
  readonly area: CellRange;
}

const linesPerPiece = 5000;

/** Reads which rows and columns of each area are hidden; where none is, in a single sync for all sheets. */
export async function readHiddenLines(
  context: Excel.RequestContext,
  sheets: readonly SheetArea[],
): Promise<HiddenLines[]> {
  const ranges = sheets.map(({ sheet, area }) => rangeAt(sheet, area).load(["rowHidden", "columnHidden"]));
  await context.sync();
  const pieces = sheets.flatMap((sheetArea, index) => [
    ...(isNone(ranges[index]!.rowHidden) ? [] : linePieces(sheetArea, index, "row")),
    ...(isNone(ranges[index]!.columnHidden) ? [] : linePieces(sheetArea, index, "column")),
  ]);
  const found = await readPieces(context, pieces);
  const linesOf = (index: number, kind: Lines["kind"]): number[] =>
    found.flatMap((lines) => (lines.index === index && lines.kind === kind ? lines.hidden : []));
  return sheets.map((_, index) => ({ hiddenRows: linesOf(index, "row"), hiddenColumns: linesOf(index, "column") }));
}

/** Excel says `null` where some lines of a range are hidden, which Office.js' types leave out. */
function isNone(hidden: boolean | null): boolean {
  return hidden === false;
}

interface Lines {
  /** Position of the sheet. */
  readonly index: number;
  readonly kind: "row" | "column";
  readonly hidden: readonly number[];
}

function linePieces({ sheet, area }: SheetArea, index: number, kind: Lines["kind"]): Piece<Lines>[] {
  const last = kind === "row" ? area.bottom : area.right;
  const pieces: Piece<Lines>[] = [];
  for (let from = 1; from <= last; from += linesPerPiece) {
    pieces.push(linePiece(sheet, index, kind, from, Math.min(from + linesPerPiece - 1, last)));
  }
  return pieces;
}

function linePiece(sheet: Excel.Worksheet, index: number, kind: Lines["kind"], from: number, to: number): Piece<Lines> {
  return {
    weight: to - from + 1,
    queue() {
      const isHidden = kind === "row" ? queueRows(sheet, from, to) : queueColumns(sheet, from, to);
      return () => ({ index, kind, hidden: isHidden().flatMap((hidden, line) => (hidden ? [from + line] : [])) });
    },
    split: () => [],
  };
}

function queueRows(sheet: Excel.Worksheet, from: number, to: number): () => boolean[] {
  const rows = sheet.getRangeByIndexes(from - 1, 0, to - from + 1, 1).getRowProperties({ rowHidden: true });
  return () => rows.value.map(({ rowHidden }) => rowHidden === true);
}

function queueColumns(sheet: Excel.Worksheet, from: number, to: number): () => boolean[] {
  const columns = sheet.getRangeByIndexes(0, from - 1, 1, to - from + 1).getColumnProperties({ columnHidden: true });
  return () => columns.value.map(({ columnHidden }) => columnHidden === true);
}

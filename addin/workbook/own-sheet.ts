import { foldText } from "../../core/text/fold.ts";
import type { CellLook } from "../../core/workbook/sheet-description.ts";
import type { CellSnapshot } from "../../core/workbook/snapshot.ts";
import { textInput } from "./cell-input.ts";
import { inputPiece } from "./input-piece.ts";
import { paintColumns } from "./paint-columns.ts";
import { areaOf, areaProperties, rangeAt } from "./range-area.ts";
import { readCells } from "./read-cells.ts";
import { bytesOf, type WritePiece } from "./write-pieces.ts";

/** A sheet that this program and people keep together, as 「確認済み」: texts, line by line. */
export interface OwnSheet {
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  readonly cells: readonly CellSnapshot[];
  /** The last row that holds something; 0 on a blank sheet. */
  readonly lastRow: number;
}

/** A column of such a sheet. */
export interface OwnColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

/** Texts of a row by column, counting from 1. */
export interface OwnLine {
  readonly row: number;
  readonly texts: ReadonlyMap<number, string>;
}

const headingLook: CellLook = { bold: true, fill: "#E7E6E6", vertical: "middle", bottomLine: { style: "thin" } };
const look: CellLook = { vertical: "top" };

/** The sheet of this name with its texts; `undefined` where there is none. Two syncs, and one for each 10,000 cells. */
export async function readOwnSheet(context: Excel.RequestContext, name: string): Promise<OwnSheet | undefined> {
  const worksheets = context.workbook.worksheets.load(["items/name"]);
  await context.sync();
  const sheet = worksheets.items.find((item) => foldText(item.name) === foldText(name));
  if (!sheet) return undefined;
  const filled = sheet.getUsedRangeOrNullObject(true).load([...areaProperties]);
  const protection = sheet.protection.load(["protected"]);
  await context.sync();
  const isProtected = protection.protected;
  if (filled.isNullObject) return { sheet, isProtected, cells: [], lastRow: 0 };
  const area = areaOf(filled);
  const [cells = []] = await readCells(context, [{ sheet, area, merges: [] }], false);
  return { sheet, isProtected, cells, lastRow: area.bottom };
}

/** Writes a heading row into a sheet that has none; makes the sheet where there is none. */
export function headingPiece(
  sheet: Excel.Worksheet,
  row: number,
  columns: readonly OwnColumn[],
  lines: number,
): WritePiece {
  const titles = columns.map(({ title }) => title);
  return {
    bytes: bytesOf(titles) + columns.length * bytesOf(headingLook),
    queue() {
      rangeAt(sheet, { top: row, bottom: row, left: 1, right: columns.length }).values = [titles];
      const painted = columns.map(({ width }) => ({ width, headingLook, look }));
      paintColumns(sheet, painted, { heading: row, last: row + Math.max(lines, 1) });
      if (row === 1) sheet.freezePanes.freezeRows(1);
    },
  };
}

/** Writes texts into lines below one another; what lies between their columns is left alone. */
export function linesPiece(sheet: Excel.Worksheet, lines: readonly OwnLine[]): WritePiece {
  const columns = lines.flatMap(({ texts }) => [...texts.keys()]);
  const rows = lines.map(({ row }) => row);
  const area = {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  const textsOf = new Map(lines.map(({ row, texts }) => [row, texts]));
  const inputs = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => {
    const texts = textsOf.get(area.top + i);
    return Array.from({ length: area.right - area.left + 1 }, (__, j) => {
      const text = texts?.get(area.left + j);
      return text === undefined ? undefined : textInput(text);
    });
  });
  return inputPiece(sheet, area, inputs);
}

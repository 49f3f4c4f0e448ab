import type { CellRange } from "../../core/workbook/snapshot.ts";
import type { CellInput } from "./cell-input.ts";
import { rangeAt } from "./range-area.ts";
import { bytesOf, type WritePiece } from "./write-pieces.ts";

/** Writes a block of cells, row by row; those that are `undefined` are left alone. Formats come first. */
export function inputPiece(
  sheet: Excel.Worksheet,
  area: CellRange,
  inputs: readonly (readonly (CellInput | undefined)[])[],
): WritePiece {
  // Office.js leaves a cell alone for which a grid says null.
  const values = inputs.map((line) => line.map((input) => input?.value ?? null));
  const formats = inputs.map((line) => line.map((input) => input?.numberFormat ?? null));
  const hasFormats = formats.some((line) => line.some((format) => format !== null));
  return {
    bytes: bytesOf(values) + (hasFormats ? bytesOf(formats) : 0),
    queue() {
      const range = rangeAt(sheet, area);
      // A format that comes after its value does not undo what Excel made of it.
      if (hasFormats) range.numberFormat = formats;
      range.values = values;
    },
  };
}

import type ExcelJS from "exceljs";
import type { CellSnapshot, CellRange } from "../core/workbook/snapshot.ts";
import { type CellFormat, generalFormat } from "./cell-format.ts";
import { decodeText } from "./decode-text.ts";
import { cellKey, type MendedSheet } from "./mend-sheet.ts";
import { coverTest } from "../core/workbook/merges.ts";

/** `ValueType.Formula`, which only the whole of ExcelJS exports. */
const FORMULA = 6;

/** What the cells of a sheet need besides ExcelJS. */
export interface CellContext {
  readonly mended: MendedSheet;
  /** By cell format. */
  readonly formats: readonly CellFormat[];
  /** Distinct and sorted. */
  readonly merges: readonly CellRange[];
  /** Targets by `cellKey`. */
  readonly hyperlinks: ReadonlyMap<number, string>;
}

/**
 * The cells of a mended sheet that hold something, row by row, left to right. A value that a file keeps under a merge
 * is left out: Excel does not show it either.
 */
export function readCells(sheet: ExcelJS.Worksheet, context: CellContext): CellSnapshot[] {
  const isCovered = coverTest(context.merges);
  const cells: CellSnapshot[] = [];
  sheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, column) => {
      if (isCovered(rowNumber, column)) return;
      const key = cellKey(rowNumber, column);
      const format = context.formats[context.mended.formats.get(key) ?? 0] ?? generalFormat;
      const content = cellContent(cell, format, context.mended.emptyResults.has(key));
      if (content === undefined) return;
      const hyperlink = context.hyperlinks.get(key);
      cells.push({ row: rowNumber, column, ...content, ...(hyperlink === undefined ? {} : { hyperlink }) });
    });
  });
  return cells;
}

type CellContent = Omit<CellSnapshot, "row" | "column" | "hyperlink">;

function cellContent(cell: ExcelJS.Cell, format: CellFormat, emptyResult: boolean): CellContent | undefined {
  if ((cell.type as number) !== FORMULA) {
    const content = valueContent(cell.value, format);
    return content.value === "" ? undefined : content;
  }
  const formula = plainFormula(cell.formula);
  if (emptyResult) return { value: "", text: "", formula };
  // The type of ExcelJS does not say that a formula may have no result.
  const result = cell.result as ExcelJS.CellFormulaValue["result"];
  if (result === undefined) return { value: null, text: "", formula, uncalculated: true };
  return { ...valueContent(result, format), formula };
}

function valueContent(value: ExcelJS.CellValue, format: CellFormat): CellContent {
  if (typeof value === "number") return { value, ...format.number(value) };
  if (typeof value === "boolean") return { value, text: value ? "TRUE" : "FALSE" };
  if (typeof value === "string") {
    const text = decodeText(value);
    return { value: text, text: format.text(text) };
  }
  if (value !== null && typeof value === "object" && "error" in value) {
    return { value: null, text: value.error, error: value.error };
  }
  // Mending leaves ExcelJS nothing else to find.
  throw new TypeError(`unexpected cell value: ${JSON.stringify(value)}`);
}

/** Functions newer than the file format carry a prefix in the file that Excel does not show. */
function plainFormula(formula: string | undefined): string {
  return (formula ?? "").replace(/_xl(?:fn|ws|pm|udf)\./g, "");
}

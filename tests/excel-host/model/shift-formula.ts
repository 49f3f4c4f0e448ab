import { columnLetters, columnNumber } from "../../../core/workbook/address.ts";
import { lastColumn, lastRow, quotedSheet } from "./areas.ts";

/** Where cells were inserted (`by` > 0) or deleted (`by` < 0): whole rows or columns from a line on. */
export interface LineShift {
  readonly axis: "row" | "column";
  readonly from: number;
  readonly by: number;
}

/** Texts, then references with or without a sheet. Functions such as LOG10( are no references. */
const pieces =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(])/gu;

/**
 * A formula after rows or columns of a sheet were inserted or deleted. `home` is the sheet that the formula stands on.
 * References to whole rows and columns stay as they are.
 */
export function shiftFormula(formula: string, home: string, sheet: string, shift: LineShift): string {
  return formula.replace(pieces, (piece, prefix: string | undefined, from: string | undefined, to?: string) => {
    if (from === undefined) return piece;
    const target = prefix === undefined ? home : sheetOf(prefix);
    if (target !== sheet) return piece;
    const range = shiftReference(from, to ?? from, shift);
    if (!range) return `${prefix ?? ""}#REF!`;
    return `${prefix ?? ""}${range[0]}${to === undefined ? "" : `:${range[1]}`}`;
  });
}

/** A formula after a sheet was renamed. */
export function renameInFormula(formula: string, from: string, to: string): string {
  return formula.replace(pieces, (piece, prefix: string | undefined) =>
    prefix !== undefined && sheetOf(prefix) === from ? `${quotedSheet(to)}!${piece.slice(prefix.length)}` : piece,
  );
}

/** The first and last of some lines after the shift; `undefined` when all of them were deleted. */
export function shiftSpan(first: number, last: number, { from, by }: LineShift): [number, number] | undefined {
  if (by > 0) return [first >= from ? first + by : first, last >= from ? last + by : last];
  const end = from - by;
  if (first >= from && last < end) return undefined;
  return [first >= end ? first + by : Math.min(first, from), last >= end ? last + by : Math.min(last, from - 1)];
}

function shiftReference(first: string, last: string, shift: LineShift): [string, string] | undefined {
  const [from, to] = [parse(first), parse(last)];
  const span = shiftSpan(from[shift.axis], to[shift.axis], shift);
  if (!span || span[1] > (shift.axis === "row" ? lastRow : lastColumn)) return undefined;
  return [written({ ...from, [shift.axis]: span[0] }), written({ ...to, [shift.axis]: span[1] })];
}

interface Reference {
  readonly row: number;
  readonly column: number;
  readonly columnMark: string;
  readonly rowMark: string;
}

function parse(reference: string): Reference {
  const [, columnMark = "", letters = "", rowMark = "", row = ""] = /^(\$?)([A-Z]+)(\$?)(\d+)$/u.exec(reference)!;
  return { row: Number(row), column: columnNumber(letters), columnMark, rowMark };
}

function written({ row, column, columnMark, rowMark }: Reference): string {
  return `${columnMark}${columnLetters(column)}${rowMark}${row}`;
}

function sheetOf(prefix: string): string {
  return prefix.slice(0, -1).replace(/^'|'$/gu, "").replaceAll("''", "'");
}

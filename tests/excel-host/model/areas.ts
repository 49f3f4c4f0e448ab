import {
  columnLetters,
  columnNumber,
  parseRange,
  qualifiedCellName,
  rangeName,
} from "../../../core/workbook/address.ts";
import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { invalidArgument } from "./host-error.ts";

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** `A5:H17`, `$B$2`, whole columns `A:C` and whole rows `3:5`, without a sheet. */
export function parseArea(name: string): CellRange | undefined {
  const plain = name.replaceAll("$", "").trim();
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/iu.exec(plain);
  if (columns) {
    const [left, right] = sorted(columnNumber(columns[1]!), columnNumber(columns[2]!));
    return { top: 1, left, bottom: lastRow, right };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/u.exec(plain);
  if (rows) {
    const [top, bottom] = sorted(Number(rows[1]), Number(rows[2]));
    return { top, left: 1, bottom, right: lastColumn };
  }
  return parseRange(plain);
}

/** The name of an area as events give it: `3:5` for whole rows. */
export function areaName(area: CellRange): string {
  if (isWholeRows(area)) return `${area.top}:${area.bottom}`;
  if (isWholeColumns(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  return rangeName(area);
}

/** `A1:B2` → `$A$1:$B$2`. */
export function absoluteName(area: CellRange): string {
  return rangeName(area).replace(/([A-Z]+)(\d+)/gu, "$$$1$$$2");
}

/** `'第 1 表'!A1` → its sheet and the rest. */
export function splitAddress(address: string): { sheet: string | undefined; area: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/su.exec(address);
  if (!match) return { sheet: undefined, area: address };
  return { sheet: (match[1] ?? match[2]!).replaceAll("''", "'"), area: match[3]! };
}

/** The name of a sheet in an address: quoted unless it is a plain word. */
export function quotedSheet(name: string): string {
  return qualifiedCellName({ sheet: name, row: 1, column: 1 }).slice(0, -"!A1".length);
}

export function isWholeRows({ left, right }: CellRange): boolean {
  return left === 1 && right === lastColumn;
}

export function isWholeColumns({ top, bottom }: CellRange): boolean {
  return top === 1 && bottom === lastRow;
}

/** A range without end in some direction: Excel gives no grids for it. */
export function isUnbounded(area: CellRange): boolean {
  return isWholeRows(area) || isWholeColumns(area);
}

/** @throws HostError when the area leaves the sheet */
export function withinSheet(area: CellRange): CellRange {
  const { top, left, bottom, right } = area;
  if (top < 1 || left < 1 || bottom > lastRow || right > lastColumn || bottom < top || right < left) {
    throw invalidArgument("the range leaves the sheet");
  }
  return area;
}

export function areasMeet(one: CellRange, other: CellRange): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

export function intersection(one: CellRange, other: CellRange): CellRange | undefined {
  if (!areasMeet(one, other)) return undefined;
  return {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
}

export function boundingArea(one: CellRange, other: CellRange): CellRange {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

export function rowCount({ top, bottom }: CellRange): number {
  return bottom - top + 1;
}

export function columnCount({ left, right }: CellRange): number {
  return right - left + 1;
}

export function contains(outer: CellRange, inner: CellRange): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

export function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function sorted(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

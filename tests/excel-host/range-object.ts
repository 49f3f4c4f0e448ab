import type { CellRange } from "../../core/workbook/snapshot.ts";
import { HostError, type HostObject } from "./host-object.ts";
import type { SheetModel } from "./sheet-model.ts";

/** Excel refuses to list more merged areas than this. */
const mostMerges = 512;

/** A range of cells: what reading asks of it. */
export function rangeObject(sheet: SheetModel, area: CellRange): HostObject {
  const { top, left, bottom, right } = area;
  const rows = numbers(top, bottom);
  const columns = numbers(left, right);
  const grid = (answer: (row: number, column: number) => unknown) => () =>
    rows.map((row) => columns.map((column) => answer(row, column)));
  return {
    kind: "Range",
    properties: {
      RowIndex: () => top - 1,
      ColumnIndex: () => left - 1,
      RowCount: () => rows.length,
      ColumnCount: () => columns.length,
      RowHidden: () => whole(rows.map((row) => sheet.isRowHidden(row))),
      ColumnHidden: () => whole(columns.map((column) => sheet.isColumnHidden(column))),
      Values: grid((row, column) => sheet.cell(row, column).value),
      ValueTypes: grid((row, column) => sheet.cell(row, column).valueType),
      Formulas: grid((row, column) => sheet.cell(row, column).formula),
      NumberFormat: grid((row, column) => sheet.cell(row, column).numberFormat),
      Text: grid((row, column) => sheet.text(row, column)),
    },
    methods: {
      GetMergedAreasOrNullObject: () => mergedAreas(sheet, area),
      GetCellProperties: grid((row, column) => ({ hyperlink: linkOf(sheet, row, column) })),
      GetRowProperties: () => rows.map((row) => ({ rowHidden: sheet.isRowHidden(row) })),
      GetColumnProperties: () => columns.map((column) => ({ columnHidden: sheet.isColumnHidden(column) })),
    },
  };
}

function mergedAreas(sheet: SheetModel, area: CellRange): HostObject | null {
  const merges = sheet.merges.filter((merge) => meet(merge, area));
  if (merges.length > mostMerges) throw new HostError("InvalidArgument", "more than 512 merged areas");
  if (merges.length === 0) return null;
  const items = () => merges.map((merge) => rangeObject(sheet, merge));
  return { kind: "RangeAreas", children: { Areas: () => ({ kind: "RangeCollection", items }) } };
}

/** ExcelJS writes a place in the same workbook as `#様式1!A1`. */
function linkOf(sheet: SheetModel, row: number, column: number): object | null {
  // The type of ExcelJS does not say that a cell may have no link.
  const link = sheet.worksheet.findCell(row, column)?.hyperlink;
  if (link === undefined) return null;
  const [address, documentReference] = link.split("#");
  return { address, documentReference };
}

function meet(one: CellRange, other: CellRange): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** Excel says `null` where the cells of a range differ. */
function whole(values: readonly boolean[]): boolean | null {
  return values.every((value) => value === values[0]) ? values[0]! : null;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

import type ExcelJS from "exceljs";
import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { areaName, numbers } from "../model/areas.ts";
import type { HostWorkbook } from "../model/host-workbook.ts";
import type { SheetModel } from "../model/sheet-model.ts";
import { isCovered } from "../model/write-cells.ts";
import type { CellView, RowView, SheetView } from "./demo-messages.ts";

const standardWidth = 8.43;
const standardHeight = 15;
const digitPixels = 7;
const pixelsPerPoint = 96 / 72;
/** Blank rows and columns shown beyond the used ones. */
const margin = { rows: 3, columns: 1 };
/** More would make the page slow; the pane itself reads every row. */
const most = { rows: 500, columns: 40 };

/** The sheet that is shown, as the page draws it. */
export function sheetView(book: HostWorkbook): SheetView {
  const { active, selection } = book;
  const used = active.usedArea(false);
  const bottom = Math.min((used?.bottom ?? 1) + margin.rows, most.rows);
  const right = Math.min((used?.right ?? 1) + margin.columns, most.columns);
  const merges = new Map(active.merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  return {
    name: active.name,
    sheets: book.sheets.filter(({ worksheet }) => worksheet.state === "visible").map(({ name }) => name),
    columns: numbers(1, right).map((column) => columnPixels(active.worksheet.getColumn(column))),
    rows: numbers(1, bottom).map((row) => rowView(active, row, right, merges)),
    selection: areaName(selection.area),
    selected: selection.area,
  };
}

function columnPixels({ width, hidden }: Partial<ExcelJS.Column>): number {
  return hidden ? 0 : Math.round((width ?? standardWidth) * digitPixels) + 5;
}

function rowView(sheet: SheetModel, row: number, right: number, merges: ReadonlyMap<string, CellRange>): RowView {
  // The type of ExcelJS does not say that a row may have no height.
  const { height } = sheet.worksheet.getRow(row) as { height?: number };
  const cells = numbers(1, right).flatMap((column) => {
    const cell = sheet.worksheet.findCell(row, column);
    return cell && isCovered(cell) ? [] : [cellView(sheet, row, column, merges.get(`${row},${column}`))];
  });
  return { height: sheet.isRowHidden(row) ? 0 : Math.round((height ?? standardHeight) * pixelsPerPoint), cells };
}

function cellView(sheet: SheetModel, row: number, column: number, merge: CellRange | undefined): CellView {
  const { value, formula } = sheet.cell(row, column);
  const { font, fill, border, alignment } = sheet.worksheet.findCell(row, column)?.style ?? {};
  const argb = fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor?.argb : undefined;
  return {
    row,
    column,
    text: sheet.text(row, column),
    content: String(formula),
    rowSpan: merge ? merge.bottom - merge.top + 1 : 1,
    columnSpan: merge ? merge.right - merge.left + 1 : 1,
    isNumber: typeof value === "number",
    isBold: font?.bold === true,
    isBordered: Object.values(border ?? {}).some((line: Partial<ExcelJS.Border> | undefined) => line?.style),
    isCentred: alignment?.horizontal === "center",
    ...(argb !== undefined && { fill: `#${argb.slice(-6)}` }),
  };
}

import type { CellRange } from "../../../core/workbook/snapshot.ts";
import {
  areaName,
  areasMeet,
  boundingArea,
  columnCount,
  intersection,
  isUnbounded,
  isWholeColumns,
  isWholeRows,
  lastColumn,
  lastRow,
  numbers,
  quotedSheet,
  rowCount,
  withinSheet,
} from "../model/areas.ts";
import { cellProperties, setCellProperties } from "./cell-properties.ts";
import { restyle } from "../model/cell-style.ts";
import { clearCells, type ClearWhat } from "../model/clear-cells.ts";
import { dataValidation } from "./data-validation.ts";
import { HostError, itemNotFound } from "../model/host-error.ts";
import type { Place } from "../model/place.ts";
import { type HostObject, isHostObject } from "./host-object.ts";
import { rangeFormat } from "./range-format.ts";
import type { SheetModel } from "../model/sheet-model.ts";
import { sheetObject } from "./sheet-object.ts";
import { shiftLines } from "../model/shift-cells.ts";
import { tableObject } from "./table-object.ts";
import { gridOf, writeCells } from "../model/write-cells.ts";

/** Excel refuses to list more merged areas than this. */
const mostMerges = 512;
/** Excel on the web answers a read of more cells with `null`. */
const mostCells = 5_000_000;

/** A range of cells. */
export function rangeObject(sheet: SheetModel, area: CellRange): HostObject {
  return placeObject({ sheet, area: withinSheet(area) });
}

/** A range of cells that follows its place when rows are inserted above it. */
export function placeObject(place: Place): HostObject {
  return {
    kind: "Range",
    place,
    properties: { ...shapeProperties(place), ...contentProperties(place) },
    setters: contentSetters(place),
    children: {
      Worksheet: () => sheetObject(place.sheet),
      Format: () => rangeFormat(place),
      DataValidation: () => dataValidation(place),
    },
    methods: { ...readingMethods(place), ...navigationMethods(place), ...changingMethods(place) },
  };
}

function shapeProperties(place: Place): NonNullable<HostObject["properties"]> {
  const { sheet } = place;
  const lines = () => sheet.bounded(place.area) ?? place.area;
  return {
    Address: () => `${quotedSheet(sheet.name)}!${areaName(place.area)}`,
    RowIndex: () => place.area.top - 1,
    ColumnIndex: () => place.area.left - 1,
    RowCount: () => rowCount(place.area),
    ColumnCount: () => columnCount(place.area),
    CellCount: () => rowCount(place.area) * columnCount(place.area),
    IsEntireRow: () => isWholeRows(place.area),
    IsEntireColumn: () => isWholeColumns(place.area),
    RowHidden: () => whole(numbers(lines().top, lines().bottom).map((row) => sheet.isRowHidden(row))),
    ColumnHidden: () => whole(numbers(lines().left, lines().right).map((column) => sheet.isColumnHidden(column))),
  };
}

function contentProperties(place: Place): NonNullable<HostObject["properties"]> {
  const { sheet } = place;
  const grid = (answer: (row: number, column: number) => unknown) => () => gridAt(place, answer);
  return {
    Values: grid((row, column) => sheet.cell(row, column).value),
    ValueTypes: grid((row, column) => sheet.cell(row, column).valueType),
    Formulas: grid((row, column) => sheet.cell(row, column).formula),
    NumberFormat: grid((row, column) => sheet.cell(row, column).numberFormat),
    Text: grid((row, column) => sheet.text(row, column)),
  };
}

function contentSetters(place: Place): NonNullable<HostObject["setters"]> {
  const { sheet } = place;
  return {
    Values: (values: unknown) => {
      writeCells(place, values);
    },
    Formulas: (formulas: unknown) => {
      writeCells(place, formulas);
    },
    NumberFormat: (formats: unknown) => {
      setNumberFormats(place, formats);
    },
    RowHidden: (hidden: boolean) => {
      sheet.assertAllowed("allowFormatRows");
      for (const row of numbers(place.area.top, place.area.bottom)) sheet.worksheet.getRow(row).hidden = hidden;
      const what = { address: areaName(place.area), changeType: hidden ? "Hidden" : "Unhidden" };
      sheet.book.sheetEvent("onRowHiddenChanged", sheet, what);
    },
    ColumnHidden: (hidden: boolean) => {
      sheet.assertAllowed("allowFormatColumns");
      for (const column of numbers(place.area.left, place.area.right))
        sheet.worksheet.getColumn(column).hidden = hidden;
    },
  };
}

function readingMethods(place: Place): NonNullable<HostObject["methods"]> {
  const { sheet } = place;
  return {
    GetMergedAreasOrNullObject: () => mergedAreas(place),
    GetCellProperties: (wanted: Parameters<typeof cellProperties>[3]) =>
      gridAt(place, (row, column) => cellProperties(sheet, row, column, wanted)),
    GetRowProperties: () =>
      numbers(place.area.top, place.area.bottom).map((row) => ({ rowHidden: sheet.isRowHidden(row) })),
    GetColumnProperties: () =>
      numbers(place.area.left, place.area.right).map((column) => ({ columnHidden: sheet.isColumnHidden(column) })),
    GetTables: () => {
      const tables = sheet.book.tables.filter((table) => table.sheet === sheet && areasMeet(table.area, place.area));
      return { kind: "TableScopedCollection", items: () => tables.map(tableObject) };
    },
  };
}

function navigationMethods(place: Place): NonNullable<HostObject["methods"]> {
  const { sheet } = place;
  const at = (change: Partial<CellRange>): HostObject => rangeObject(sheet, { ...place.area, ...change });
  const used = (valuesOnly: boolean): HostObject | null => {
    const area = sheet.usedArea(valuesOnly);
    const part = area && intersection(area, place.area);
    return part ? rangeObject(sheet, part) : null;
  };
  return {
    GetCell: (row: number, column: number) => {
      const [top, left] = [place.area.top + row, place.area.left + column];
      return at({ top, left, bottom: top, right: left });
    },
    GetRow: (row: number) => at({ top: place.area.top + row, bottom: place.area.top + row }),
    GetColumn: (column: number) => at({ left: place.area.left + column, right: place.area.left + column }),
    GetLastRow: () => at({ top: place.area.bottom }),
    GetLastColumn: () => at({ left: place.area.right }),
    GetLastCell: () => at({ top: place.area.bottom, left: place.area.right }),
    GetEntireRow: () => at({ left: 1, right: lastColumn }),
    GetEntireColumn: () => at({ top: 1, bottom: lastRow }),
    GetOffsetRange: (rows: number, columns: number) => {
      const { top, left, bottom, right } = place.area;
      return at({ top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns });
    },
    GetResizedRange: (rows: number, columns: number) =>
      at({ bottom: place.area.bottom + rows, right: place.area.right + columns }),
    GetAbsoluteResizedRange: (rows: number, columns: number) =>
      at({ bottom: place.area.top + rows - 1, right: place.area.left + columns - 1 }),
    GetBoundingRect: (other: unknown) => rangeObject(sheet, boundingArea(place.area, otherArea(place, other))),
    GetIntersectionOrNullObject: (other: unknown) => {
      const area = intersection(place.area, otherArea(place, other));
      return area ? rangeObject(sheet, area) : null;
    },
    GetUsedRangeOrNullObject: used,
    GetUsedRange: (valuesOnly: boolean) => used(valuesOnly) ?? at({ bottom: place.area.top, right: place.area.left }),
  };
}

function changingMethods(place: Place): NonNullable<HostObject["methods"]> {
  const { sheet } = place;
  return {
    SetCellProperties: (values: unknown) => {
      setCellProperties(place, values);
      return null;
    },
    Select: () => {
      sheet.book.select(place);
      return null;
    },
    Clear: (what: ClearWhat = "All") => {
      clearCells(place, what);
      return null;
    },
    Insert: () => {
      const { area } = place;
      shiftLines({ sheet, area }, "insert");
      return rangeObject(sheet, area);
    },
    Delete: () => {
      shiftLines({ sheet, area: place.area }, "delete");
      return null;
    },
    Merge: (across: boolean) => {
      mergeCells(place, across);
      return null;
    },
    Unmerge: () => {
      sheet.assertAllowed("allowFormatCells");
      sheet.unmerge(place.area);
      sheet.book.formatChanged(place, "unmerge");
      return null;
    },
    _ValidateArraySize: (rows: number, columns: number) => {
      gridOf(
        Array.from({ length: rows }, () => Array<null>(columns)),
        rowCount(place.area),
        columnCount(place.area),
      );
      return null;
    },
  };
}

/** A grid of answers; Excel has none for ranges without end or with too many cells. */
function gridAt({ area }: Place, answer: (row: number, column: number) => unknown): unknown[][] | null {
  if (isUnbounded(area) || rowCount(area) * columnCount(area) > mostCells) return null;
  const columns = numbers(area.left, area.right);
  return numbers(area.top, area.bottom).map((row) => columns.map((column) => answer(row, column)));
}

function setNumberFormats(place: Place, formats: unknown): void {
  const { area } = place;
  const isGrid = Array.isArray(formats);
  const grid = isGrid ? gridOf(formats, rowCount(area), columnCount(area)) : undefined;
  restyle(place, "number format", (_, row, column) => {
    const format = grid ? grid[row - area.top]![column - area.left] : formats;
    return typeof format === "string" ? { numFmt: format } : {};
  });
}

function mergeCells(place: Place, across: boolean): void {
  const { sheet, area } = place;
  sheet.assertAllowed("allowFormatCells");
  sheet.unmerge(area);
  const areas = across ? numbers(area.top, area.bottom).map((row) => ({ ...area, top: row, bottom: row })) : [area];
  for (const merged of areas) sheet.merge(merged);
  sheet.book.formatChanged(place, "merge");
}

function mergedAreas({ sheet, area }: Place): HostObject | null {
  const merges = sheet.merges.filter((merge) => areasMeet(merge, area));
  if (merges.length > mostMerges) throw new HostError("InvalidArgument", "more than 512 merged areas");
  if (merges.length === 0) return null;
  const items = () => merges.map((merge) => rangeObject(sheet, merge));
  return { kind: "RangeAreas", children: { Areas: () => ({ kind: "RangeCollection", items }) } };
}

function otherArea({ sheet }: Place, other: unknown): CellRange {
  const place = isHostObject(other) ? other.place : sheet.book.place(String(other), sheet);
  if (place?.sheet !== sheet) throw itemNotFound("range on the same sheet");
  return place.area;
}

/** Excel says `null` where the cells of a range differ. */
function whole(values: readonly boolean[]): boolean | null {
  return values.every((value) => value === values[0]) ? values[0]! : null;
}

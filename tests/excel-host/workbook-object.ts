import type ExcelJS from "exceljs";
import { parseRange } from "../../core/workbook/address.ts";
import { dateSerial } from "../../xlsx/excel-date.ts";
import { cellFormat } from "../../xlsx/cell-format.ts";
import type { HostObject } from "./host-object.ts";
import { rangeObject } from "./range-object.ts";
import { SheetModel } from "./sheet-model.ts";

const visibility = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** A workbook read by ExcelJS as Excel's object model. */
export function workbookObject(workbook: ExcelJS.Workbook): HostObject {
  // The types of ExcelJS do not say that a workbook may have no properties.
  const date1904 = (workbook.properties as { date1904?: boolean } | undefined)?.date1904 === true;
  const models = workbook.worksheets.map((worksheet) => new SheetModel(worksheet, date1904));
  const sheets = models.map(sheetObject);
  return {
    kind: "Workbook",
    children: {
      Worksheets: () => ({ kind: "WorksheetCollection", items: () => sheets }),
      Tables: () => ({ kind: "TableCollection", items: () => models.flatMap(tableObjects) }),
      Functions: () => functionsObject(date1904),
    },
    methods: { _RemoveReference: () => null, _RemoveAllReferences: () => null },
  };
}

function sheetObject(sheet: SheetModel): HostObject {
  const { worksheet } = sheet;
  const used = (valuesOnly: boolean): HostObject | null => {
    const area = sheet.usedArea(valuesOnly);
    return area && rangeObject(sheet, area);
  };
  return {
    kind: "Worksheet",
    identity: { Id: `{sheet-${worksheet.id}}` },
    properties: { Name: () => worksheet.name, Visibility: () => visibility[worksheet.state] },
    children: { Tables: () => ({ kind: "TableCollection", items: () => tableObjects(sheet) }) },
    methods: {
      GetUsedRangeOrNullObject: used,
      GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        rangeObject(sheet, { top: row + 1, left: column + 1, bottom: row + rows, right: column + columns }),
    },
  };
}

/** What ExcelJS knows about a table of a file, which its types leave out. */
interface TableModel {
  readonly name: string;
  readonly tableRef: string;
  readonly headerRow?: boolean;
  readonly totalsRow?: boolean;
  readonly columns: readonly { readonly name: string }[];
}

function tableObjects(sheet: SheetModel): HostObject[] {
  const tables = sheet.worksheet.getTables() as unknown as readonly { readonly table: TableModel }[];
  return tables.map(({ table }, index): HostObject => {
    const columns = table.columns.map(({ name }): HostObject => ({
      kind: "TableColumn",
      properties: { Name: () => name },
    }));
    return {
      kind: "Table",
      identity: { Id: `${sheet.worksheet.id}-${index}` },
      properties: {
        Name: () => table.name,
        ShowHeaders: () => table.headerRow !== false,
        ShowTotals: () => table.totalsRow === true,
      },
      children: { Columns: () => ({ kind: "TableColumnCollection", items: () => columns }) },
      methods: { GetRange: () => rangeObject(sheet, parseRange(table.tableRef)!) },
    };
  });
}

/** The worksheet functions that reading asks for. */
function functionsObject(date1904: boolean): HostObject {
  const result = (value: unknown): HostObject => ({
    kind: "FunctionResult",
    properties: { Value: () => value, Error: () => null },
  });
  const pad = (number: number): string => String(number).padStart(2, "0");
  return {
    kind: "Functions",
    methods: {
      Date: (year: number, month: number, day: number) =>
        result(dateSerial(`${year}-${pad(month)}-${pad(day)}`, date1904)),
      Text: (value: number, format: string) => result(cellFormat(format, date1904).number(value).text),
    },
  };
}

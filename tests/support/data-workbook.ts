import type { StructuredTable, StructuredWorkbook } from "../../core/structure/structured-workbook.ts";
import { excelTableName } from "../../core/table/data-table.ts";
import type { CellSnapshot, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";

/** The data tables as the workbook that they are written to, without a file between. */
export function dataWorkbook({ tables }: StructuredWorkbook): WorkbookSnapshot {
  return { sheets: tables.map(dataSheet) };
}

function dataSheet({ name, title, columns, rows }: StructuredTable): SheetSnapshot {
  const headings = columns.map((column, c) => cell(1, c + 1, column.title));
  const cells = rows.flatMap((row, r) =>
    columns.flatMap((column, c) => {
      const found = row[column.name];
      return found ? [cell(r + 2, c + 1, found.value, found.text)] : [];
    }),
  );
  const range = { top: 1, left: 1, bottom: Math.max(rows.length, 1) + 1, right: columns.length };
  return {
    name: title,
    visibility: "visible",
    cells: [...headings, ...cells],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [{ name: excelTableName(name), range, columns: columns.map((column) => column.title), totalsRow: false }],
  };
}

function cell(row: number, column: number, value: CellValue, text = String(value)): CellSnapshot {
  return { row, column, value, text };
}

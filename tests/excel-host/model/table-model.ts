import { parseRange, rangeName } from "../../../core/workbook/address.ts";
import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { columnCount } from "./areas.ts";
import type { SheetModel } from "./sheet-model.ts";

/** What ExcelJS knows about a table of a file, which its types leave out. */
interface FileTable {
  readonly name: string;
  readonly displayName?: string;
  readonly tableRef: string;
  readonly headerRow?: boolean;
  readonly totalsRow?: boolean;
  readonly autoFilterRef?: string;
  readonly style?: { readonly theme?: string; readonly showRowStripes?: boolean; readonly showColumnStripes?: boolean };
  readonly columns: readonly FileColumn[];
}

interface FileColumn {
  readonly name: string;
  readonly filterButton?: boolean;
  readonly totalsRowLabel?: string;
  readonly totalsRowFunction?: string;
}

/** An Excel Table. Its area begins with the heading row, where it has one. */
export class TableModel {
  readonly id: string;
  readonly sheet: SheetModel;
  name: string;
  area: CellRange;
  showHeaders = true;
  showTotals = false;
  style = "TableStyleMedium2";
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  /** Columns as the file had them: names of a table without headings, and what stands in the totals row. */
  fileColumns: readonly FileColumn[] = [];

  constructor(id: string, sheet: SheetModel, name: string, area: CellRange) {
    this.id = id;
    this.sheet = sheet;
    this.name = name;
    this.area = area;
  }

  /** The rows between heading and totals. */
  get bodyArea(): CellRange {
    const { top, bottom } = this.area;
    return { ...this.area, top: this.showHeaders ? top + 1 : top, bottom: this.showTotals ? bottom - 1 : bottom };
  }

  get columnNames(): string[] {
    const { top, left } = this.area;
    return Array.from({ length: columnCount(this.area) }, (_, index) => {
      const heading = this.showHeaders ? this.sheet.cell(top, left + index).value : "";
      return heading === "" ? (this.fileColumns[index]?.name ?? `列${index + 1}`) : String(heading);
    });
  }

  /** The table as ExcelJS writes it into a file. */
  fileModel(): FileTable {
    const { top, bottom, left, right } = this.area;
    const filterArea = { top, left, right, bottom: this.showTotals ? bottom - 1 : bottom };
    return {
      name: this.name,
      displayName: this.name,
      tableRef: rangeName(this.area),
      headerRow: this.showHeaders,
      totalsRow: this.showTotals,
      ...(this.showHeaders && { autoFilterRef: rangeName(filterArea) }),
      style: { theme: this.style, showRowStripes: this.showBandedRows, showColumnStripes: this.showBandedColumns },
      columns: this.columnNames.map((name, index) => ({
        ...this.fileColumns[index],
        name,
        filterButton: this.showFilterButton,
      })),
    };
  }
}

/** The tables of a sheet as its file has them. */
export function fileTables(sheet: SheetModel): TableModel[] {
  const tables = sheet.worksheet.getTables() as unknown as readonly { readonly table: FileTable }[];
  return tables.map(({ table }, index) => {
    const model = new TableModel(`${sheet.worksheet.id}-${index}`, sheet, table.name, parseRange(table.tableRef)!);
    model.showHeaders = table.headerRow !== false;
    model.showTotals = table.totalsRow === true;
    model.fileColumns = table.columns;
    model.style = table.style?.theme ?? "";
    model.showBandedRows = table.style?.showRowStripes === true;
    model.showBandedColumns = table.style?.showColumnStripes === true;
    model.showFilterButton = table.autoFilterRef !== undefined && table.columns.some((column) => column.filterButton);
    return model;
  });
}

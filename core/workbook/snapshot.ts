/** The value that a cell holds. Dates are numbers (Excel serials) with `date` set beside them; errors are `null` with `error`. */
export type CellValue = string | number | boolean | null;

/** Where a cell stands. Rows and columns count from 1, as in Excel. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells on one sheet, both corners included, counting from 1. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One cell that holds something. Empty cells are absent from a snapshot. */
export interface CellSnapshot {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** What a person sees in the cell: number and date formats applied, rich text joined, furigana left out. Never trimmed. */
  readonly text: string;
  /** ISO date (`2022-03-31` or `2022-03-31T09:30:00`) when the cell is formatted as a date. */
  readonly date?: string;
  /** The formula without its leading `=`; present exactly for formula cells. */
  readonly formula?: string;
  /** `#REF!`, `#N/A` … for a cell (or cached result) that is an error. */
  readonly error?: string;
  /** Set on a formula cell whose file holds no cached result; `value` is then `null` and `text` empty. */
  readonly uncalculated?: true;
  readonly hyperlink?: string;
}

/** An Excel Table (ListObject). `range` includes its heading row. */
export interface TableSnapshot {
  readonly name: string;
  readonly range: CellRange;
  readonly columns: readonly string[];
  /** The last row of `range` is a totals row. */
  readonly totalsRow: boolean;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Row by row, left to right. In a merge only the top-left cell appears. */
  readonly cells: readonly CellSnapshot[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly TableSnapshot[];
}

/** A workbook as plain data, free of any Excel library: the same from ExcelJS and from Office.js. */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
}

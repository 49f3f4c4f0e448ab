/** How much of a workbook is read before it is refused. Each limit has its own sentence for the user. */
export interface WorkbookLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Entries in the zip package. */
  readonly entries: number;
  /** Bytes of one part after inflating. */
  readonly partBytes: number;
  /** Bytes of all inflated parts together. */
  readonly totalBytes: number;
  /** Rows of one sheet in which a cell holds something. */
  readonly rowsPerSheet: number;
  /** Cells of the whole workbook that hold something. */
  readonly cells: number;
}

const mebibyte = 1024 * 1024;

/**
 * Evaluation tables have at most a few thousand rows. The limits stand far above that, and below what would exhaust
 * a desk PC: a million cells take about 7 seconds and 1.3 GB, and a report of 100,000 rows could not be printed anyway.
 * Cells that are only formatted do not count.
 */
export const defaultWorkbookLimits: WorkbookLimits = {
  // Photographs make workbooks large; they are never inflated.
  fileBytes: 200 * mebibyte,
  entries: 20_000,
  // A JavaScript string holds 512 Mi characters; half of that leaves room to work.
  partBytes: 256 * mebibyte,
  totalBytes: 512 * mebibyte,
  rowsPerSheet: 100_000,
  cells: 1_000_000,
};

import type ExcelJS from "exceljs";
// @ts-expect-error ExcelJS has types for its whole only.
import WholeWorkbook from "exceljs/lib/doc/workbook.js";

/**
 * The class of ExcelJS without the rest of the package, whose streaming half takes most of the time that loading it takes (120 of
 * 200 ms at every start of the program). For the browser, vite.config.ts puts the package's own build for browsers in its place.
 */
export const Workbook = WholeWorkbook as typeof ExcelJS.Workbook;

import type ExcelJS from "exceljs";

/** A4 for `pageSetup.paperSize`: ExcelJS declares an enum of paper sizes but does not export it to running code. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
export const A4_PAPER = 9 as ExcelJS.PaperSize;

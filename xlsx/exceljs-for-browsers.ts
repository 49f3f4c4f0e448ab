import ExcelJS from "exceljs";

/** Stands for `exceljs/lib/doc/workbook.js` in the browser, which could not load that file's parts of Node. */
export default ExcelJS.Workbook;

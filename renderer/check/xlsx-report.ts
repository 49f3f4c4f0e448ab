import { basename } from "node:path";
import { findingSheet } from "../../core/validation/finding-sheet.ts";
import { addDescribedSheets } from "../workbook/add-described-sheets.ts";
import type { CheckedWorkbook } from "./check-workbook.ts";
import { Workbook } from "../../xlsx/exceljs-workbook.ts";

/** The .xlsx of the list of findings. */
export async function xlsxReport(checked: readonly CheckedWorkbook[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = "Hyoka";
  const listed = checked.map(({ path, result }) => ({ file: basename(path), result }));
  addDescribedSheets(workbook, [findingSheet(listed)]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

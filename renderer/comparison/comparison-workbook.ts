import { basename } from "node:path";
import { comparisonSheets } from "../../core/report/comparison-sheets.ts";
import { findingSheet } from "../../core/validation/finding-sheet.ts";
import { addDescribedSheets } from "../workbook/add-described-sheets.ts";
import type { ComparedWorkbooks } from "./compare-workbooks.ts";
import { Workbook } from "../../xlsx/exceljs-workbook.ts";

/** The comparison as an .xlsx, with the list of findings that `check --format xlsx` makes as its last sheet. */
export async function comparisonWorkbook({ model, checked }: ComparedWorkbooks): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = "Hyoka";
  workbook.title = model.title;
  const findings = findingSheet([{ file: basename(checked.path), result: checked.result }]);
  addDescribedSheets(workbook, [...comparisonSheets(model), findings]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

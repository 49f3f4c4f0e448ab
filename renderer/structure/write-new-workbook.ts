import type { NewWorkbook } from "../../core/new-workbook/new-workbook.ts";
import { newWorkbookSheets } from "../../core/new-workbook/new-workbook-sheets.ts";
import { fiscalYearLabel } from "../../core/text/fiscal-year.ts";
import { addDescribedSheets } from "../workbook/add-described-sheets.ts";
import { withGrowingRows } from "../workbook/growing-rows.ts";
import { withoutClock } from "../workbook/without-clock.ts";
import { Workbook } from "../../xlsx/exceljs-workbook.ts";

/**
 * The .xlsx of a new workbook. The same input gives the same bytes.
 * @param madeOn ISO date that the file keeps as the day of its making.
 * @throws UserError `output-not-writable` for a text that no cell of Excel can hold.
 */
export async function writeNewWorkbook(made: NewWorkbook, madeOn: string): Promise<Uint8Array> {
  const workbook = new Workbook();
  const day = new Date(`${madeOn}T00:00:00Z`);
  workbook.creator = "Hyoka";
  workbook.lastModifiedBy = "Hyoka";
  workbook.created = day;
  workbook.modified = day;
  workbook.title = `${made.form.title}（${fiscalYearLabel(made.fiscalYear)}）`;
  addDescribedSheets(workbook, newWorkbookSheets(made));
  return withoutClock(withGrowingRows(new Uint8Array(await workbook.xlsx.writeBuffer())));
}

import type ExcelJS from "exceljs";
import type { StructureSource } from "../../core/structure/cover-table.ts";
import { structuredSheets } from "../../core/structure/structured-sheets.ts";
import type { StructuredWorkbook } from "../../core/structure/structured-workbook.ts";
import type { SheetSnapshot } from "../../core/workbook/snapshot.ts";
import { addDescribedSheets, FILE_FONT } from "../workbook/add-described-sheets.ts";
import { escapedText } from "../workbook/escaped-text.ts";
import { withoutClockQuickly } from "../workbook/without-clock.ts";
import { Workbook } from "../../xlsx/exceljs-workbook.ts";

/**
 * The .xlsx of a structured document: a cover, then one sheet with one Excel Table for each data table. The same input
 * gives the same bytes.
 * @param acceptances the sheet 「確認済み」 of the source, which goes along.
 * @throws UserError `output-not-writable` for a text that no cell of Excel can hold.
 */
export async function writeStructuredWorkbook(
  structured: StructuredWorkbook,
  source: StructureSource,
  acceptances?: SheetSnapshot,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  const madeOn = new Date(`${source.madeOn}T00:00:00Z`);
  workbook.creator = "Hyoka";
  workbook.lastModifiedBy = "Hyoka";
  workbook.created = madeOn;
  workbook.modified = madeOn;
  workbook.title = `${structured.form.title}（データ）`;
  addDescribedSheets(workbook, structuredSheets(structured, source));
  if (acceptances) copySheet(workbook, acceptances);
  // The parts are compressed once, when their clock is taken off.
  const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } });
  return await withoutClockQuickly(new Uint8Array(bytes));
}

function copySheet(workbook: ExcelJS.Workbook, { name, cells }: SheetSnapshot): void {
  const worksheet = workbook.addWorksheet(name);
  for (const { row, column, text } of cells) {
    const cell = worksheet.getCell(row, column);
    cell.value = escapedText(text);
    cell.style = { font: FILE_FONT, alignment: { vertical: "top", wrapText: true } };
  }
}

import type ExcelJS from "exceljs";
import { withoutClock } from "../workbook/without-clock.ts";
import { addDropdowns } from "./add-dropdowns.ts";
import { cellStyle } from "./cell-styles.ts";
import { placeCells } from "./place-cells.ts";
import type { PlacedCell } from "./place-cells.ts";
import { rowHeights } from "./row-heights.ts";
import type { SampleSheet, SampleSource } from "./sample-source.ts";
import { A4_PAPER } from "../workbook/a4-paper.ts";
import { Workbook } from "../../xlsx/exceljs-workbook.ts";

const madeOn = new Date("2026-04-01T00:00:00Z");
const margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/** The .xlsx of a sample; the same source always gives the same bytes. */
export async function writeSampleWorkbook(source: SampleSource): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = "Hyoka";
  workbook.lastModifiedBy = "Hyoka";
  workbook.created = madeOn;
  workbook.modified = madeOn;
  for (const sheet of source.sheets) addSheet(workbook, sheet);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addSheet(workbook: ExcelJS.Workbook, sheet: SampleSheet): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    pageSetup: {
      paperSize: A4_PAPER,
      orientation: sheet.orientation,
      margins,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.repeatRows ? { printTitlesRow: sheet.repeatRows } : {}),
    },
    headerFooter: { oddFooter: "&C&P / &N" },
  });
  sheet.columns.forEach((column, index) => (worksheet.getColumn(index + 1).width = column.width));
  const cells = placeCells(sheet);
  for (const cell of cells) writeCell(worksheet, sheet, cell);
  addDropdowns(worksheet, cells);
  rowHeights(sheet, cells).forEach((height, index) => (worksheet.getRow(index + 1).height = height));
}

function writeCell(worksheet: ExcelJS.Worksheet, sheet: SampleSheet, placed: PlacedCell): void {
  const cell = worksheet.getCell(placed.row, placed.column);
  if (placed.value !== "") cell.value = placed.value;
  cell.style = cellStyle(placed.role, sheet.fontSize);
  if (placed.bottom === placed.row && placed.right === placed.column) return;
  worksheet.mergeCells(placed.row, placed.column, placed.bottom, placed.right);
}

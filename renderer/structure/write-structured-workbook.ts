import ExcelJS from "exceljs";
import type {
  StructuredCell,
  StructuredColumn,
  StructuredTable,
  StructuredWorkbook,
} from "../../core/structure/structured-workbook.ts";
import { excelTableName } from "../../core/table/data-table.ts";
import { UserError } from "../../core/user-error.ts";
import { qualifiedCellName } from "../../core/workbook/address.ts";
import type { SheetSnapshot } from "../../core/workbook/snapshot.ts";
import { withoutClock } from "../workbook/without-clock.ts";
import { addValidations } from "./add-validations.ts";
import { columnWidth, headingFill, rowHeight, textColour } from "./column-look.ts";
import { coverTable, type StructureSource } from "./cover-table.ts";
import { A4_PAPER } from "../workbook/a4-paper.ts";

/** The longest text that a cell of Excel holds. */
export const CELL_LIMIT = 32_767;

const FONT = { name: "BIZ UDPゴシック", charset: 128, size: 10 } as const;

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
  const workbook = new ExcelJS.Workbook();
  const madeOn = new Date(`${source.madeOn}T00:00:00Z`);
  workbook.creator = "Hyoka";
  workbook.lastModifiedBy = "Hyoka";
  workbook.created = madeOn;
  workbook.modified = madeOn;
  workbook.title = `${structured.form.title}（データ）`;
  const names = sheetNames(["表紙", ...structured.tables.map(({ title }) => title)]);
  const sheetOf = new Map(structured.tables.map(({ name }, i) => [name, names[i + 1]!]));
  addTableSheet(workbook, coverTable(structured, source), names[0]!, () => undefined);
  const listOf = codeLists(structured.tables, sheetOf.get("codes"));
  for (const table of structured.tables) {
    addTableSheet(workbook, table, sheetOf.get(table.name)!, (column) => listOf(table, column));
  }
  if (acceptances) copySheet(workbook, acceptances);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addTableSheet(
  workbook: ExcelJS.Workbook,
  table: StructuredTable,
  sheetName: string,
  listOf: (column: StructuredColumn) => string | undefined,
): void {
  const { columns, rows, name } = table;
  const worksheet = workbook.addWorksheet(sheetName, { views: [{ state: "frozen", ySplit: 1, xSplit: 0 }] });
  worksheet.columns = columns.map((column) => ({ width: columnWidth(column) }));
  worksheet.addTable({
    name: excelTableName(name),
    ref: "A1",
    headerRow: true,
    style: { theme: "TableStyleLight1", showRowStripes: true },
    columns: columns.map(({ title }) => ({ name: escaped(title), filterButton: true })),
    // A table of Excel has at least one row.
    rows: (rows.length > 0 ? rows : [{}]).map((row) => columns.map((column) => cellContent(row[column.name], table))),
  });
  columns.forEach((column, i) => {
    styleColumn(worksheet, column, i + 1, rows);
  });
  setHeights(worksheet, table);
  addValidations(worksheet, columns, Math.max(rows.length, 1), listOf);
  worksheet.pageSetup = {
    paperSize: A4_PAPER,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "1:1",
  };
  // A view is made anew each time: what people write into it would be lost.
  if (table.isView) Object.assign(worksheet, { sheetProtection: { sheet: true, sort: false, autoFilter: false } });
}

function styleColumn(
  worksheet: ExcelJS.Worksheet,
  column: StructuredColumn,
  index: number,
  rows: StructuredTable["rows"],
): void {
  const heading = worksheet.getCell(1, index);
  heading.style = {
    font: { ...FONT, bold: true },
    fill: headingFill(column),
    alignment: { vertical: "middle", wrapText: true },
    border: { bottom: { style: "thin" } },
  };
  const font = { ...FONT, color: { argb: textColour(column) } };
  const number = column.purpose === "identity" || column.kind === "code" ? "center" : "right";
  const horizontal = column.type === "string" ? "left" : number;
  const plain = {
    font,
    alignment: { horizontal, vertical: "top", wrapText: true },
    border: { bottom: { style: "hair", color: { argb: "FFA6A6A6" } } },
  } satisfies Partial<ExcelJS.Style>;
  const asText = { ...plain, numFmt: "@" };
  for (let i = 0; i < rows.length; i++) {
    const content = rows[i]![column.name];
    const cell = worksheet.getCell(i + 2, index);
    if (content?.format !== undefined) cell.style = { ...plain, numFmt: content.format };
    // Excel keeps =1+1 a text as long as nobody opens the cell; the format keeps it one then too.
    else cell.style = typeof content?.value === "string" && /^[=+\-@]/u.test(content.value) ? asText : plain;
  }
}

/** A file that names no heights shows one line of every text in some programs. */
function setHeights(worksheet: ExcelJS.Worksheet, { columns, rows }: StructuredTable): void {
  const widths = columns.map((column) => ({ column, width: columnWidth(column) }));
  const height = (textOf: (column: StructuredColumn) => string) =>
    rowHeight(widths.map(({ column, width }) => ({ text: textOf(column), width })));
  worksheet.getRow(1).height = height(({ title }) => title);
  rows.forEach((row, i) => {
    worksheet.getRow(i + 2).height = height(({ name }) => row[name]?.text ?? "");
  });
}

function cellContent(cell: StructuredCell | undefined, { title }: StructuredTable): string | number | boolean | null {
  if (!cell) return null;
  if (typeof cell.value !== "string") return cell.value;
  if (cell.value.length > CELL_LIMIT) {
    const place = cell.source ? `セル ${qualifiedCellName(cell.source)} ` : `表「${title}」`;
    throw new UserError(
      "output-not-writable",
      `${place}の文が長すぎて、Excel のセルに入りません（${cell.value.length.toLocaleString("ja-JP")} 文字。上限は 32,767 文字です）。`,
      "文を分けてください。",
    );
  }
  return escaped(cell.value);
}

/** _x0041_ in a file stands for A: a text that looks like it is written so that it is read as it is; so are control characters. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return `_x${code}_`;
    });
}

/** References to the choices of each column on the sheet that lists them. */
function codeLists(
  tables: readonly StructuredTable[],
  sheet: string | undefined,
): (table: StructuredTable, column: StructuredColumn) => string | undefined {
  const ranges = new Map<string, { first: number; last: number }>();
  tables
    .find(({ name }) => name === "codes")
    ?.rows.forEach((row, i) => {
      const key = JSON.stringify([row.table?.text, row.field?.text]);
      const known = ranges.get(key);
      if (known) known.last = i + 2;
      else ranges.set(key, { first: i + 2, last: i + 2 });
    });
  return ({ title }, column) => {
    const range = ranges.get(JSON.stringify([title, column.title]));
    return range && sheet !== undefined
      ? `'${sheet.replaceAll("'", "''")}'!$C$${range.first}:$C$${range.last}`
      : undefined;
  };
}

/** Names that Excel takes for sheets: at most 31 characters, some of them forbidden, no two alike. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(["確認済み"]);
  return titles.map((title) => {
    const plain =
      title
        .replace(/[[\]:*?/\\]/gu, "・")
        .replace(/^'+|'+$/gu, "")
        .slice(0, 28) || "表";
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function copySheet(workbook: ExcelJS.Workbook, { name, cells }: SheetSnapshot): void {
  const worksheet = workbook.addWorksheet(name);
  for (const { row, column, text } of cells) {
    const cell = worksheet.getCell(row, column);
    cell.value = escaped(text);
    cell.style = { font: FONT, alignment: { vertical: "top", wrapText: true } };
  }
}

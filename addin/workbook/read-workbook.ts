import type { CellRange, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { areaOf, areaProperties } from "./range-area.ts";
import { readCells } from "./read-cells.ts";
import { readHiddenLines } from "./read-hidden-lines.ts";
import { readMerges } from "./read-merges.ts";

/** A sheet of which the properties, used ranges and tables are loaded. */
interface SheetOutline {
  readonly sheet: Excel.Worksheet;
  /** What holds a value; null object for a blank sheet. */
  readonly filled: Excel.Range;
  /** What holds a value or a format: merged cells may be blank. */
  readonly formatted: Excel.Range;
  readonly tables: Excel.TableCollection;
}

/** 2000-01-01 in the 1900 date system. */
const serialOf2000 = 36_526;

/**
 * Reads the open workbook: the same snapshot that its saved file gives. Five to seven syncs for a workbook of up to
 * 10,000 cells, and one more for each further 10,000. Nothing is written, nothing selected. Hidden rows and columns are
 * those up to the last cell that holds something, and links those of sheets of up to 10,000 cells.
 */
export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookSnapshot> {
  const { sheets, date1904 } = await readSheets(context);
  const tables = await readTables(context, sheets);
  const merged = sheets.filter(({ formatted }) => !formatted.isNullObject);
  const merges = await readMerges(
    context,
    merged.map(({ sheet, formatted }) => ({ sheet, area: areaOf(formatted) })),
  );
  const mergesOf = (sheet: SheetOutline): CellRange[] => merges[merged.indexOf(sheet)] ?? [];

  const filled = sheets.filter((sheet) => !sheet.filled.isNullObject);
  const areas = filled.map((outline) => ({ ...outline, area: areaOf(outline.filled), merges: mergesOf(outline) }));
  const hidden = await readHiddenLines(
    context,
    areas.map(({ sheet, area }) => ({ sheet, area: { ...area, top: 1, left: 1 } })),
  );
  const cells = await readCells(context, areas, date1904);
  return {
    sheets: sheets.map((outline, index): SheetSnapshot => {
      const position = filled.indexOf(outline);
      return {
        name: outline.sheet.name,
        visibility: visibilityOf(outline.sheet),
        cells: cells[position] ?? [],
        merges: mergesOf(outline),
        hiddenRows: hidden[position]?.hiddenRows ?? [],
        hiddenColumns: hidden[position]?.hiddenColumns ?? [],
        tables: tables[index]!,
      };
    }),
  };
}

/** The sheets in the order of their tabs, and the date system: Office.js has no property for it, but DATE follows it. */
async function readSheets(context: Excel.RequestContext): Promise<{ sheets: SheetOutline[]; date1904: boolean }> {
  const worksheets = context.workbook.worksheets.load(["items/name", "items/visibility"]);
  const day = context.workbook.functions.date(2000, 1, 1).load(["value", "error"]);
  await context.sync();
  const sheets = worksheets.items.map((sheet): SheetOutline => ({
    sheet,
    filled: sheet.getUsedRangeOrNullObject(true).load([...areaProperties]),
    formatted: sheet.getUsedRangeOrNullObject(false).load([...areaProperties]),
    tables: sheet.tables.load(["items/name", "items/showHeaders", "items/showTotals", "items/columns/items/name"]),
  }));
  await context.sync();
  return { sheets, date1904: day.value < serialOf2000 };
}

/** The Excel Tables of each sheet. One without a heading row is read like the cells around it. */
async function readTables(context: Excel.RequestContext, sheets: readonly SheetOutline[]): Promise<TableSnapshot[][]> {
  const tables = sheets.map((sheet) =>
    sheet.tables.items
      .filter(({ showHeaders }) => showHeaders)
      .map((table) => ({ table, range: table.getRange().load([...areaProperties]) })),
  );
  if (tables.some(({ length }) => length > 0)) await context.sync();
  return tables.map((list) =>
    list.map(({ table, range }) => ({
      name: table.name,
      range: areaOf(range),
      columns: table.columns.items.map(({ name }) => name),
      totalsRow: table.showTotals,
    })),
  );
}

function visibilityOf({ visibility }: Excel.Worksheet): SheetSnapshot["visibility"] {
  if (visibility === "Hidden") return "hidden";
  return visibility === "VeryHidden" ? "veryHidden" : "visible";
}

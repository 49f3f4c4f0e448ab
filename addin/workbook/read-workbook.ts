import type { CellRange, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import type { WorkbookPart } from "../review/review-protocol.ts";
import { outlineSheets, type SheetOutline } from "./outline-sheets.ts";
import { areaOf, areaProperties } from "./range-area.ts";
import { readCells } from "./read-cells.ts";
import { readHiddenLines } from "./read-hidden-lines.ts";
import { readMerges } from "./read-merges.ts";

/**
 * Reads the open workbook: the same snapshot that its saved file gives. Five to seven syncs for a workbook of up to
 * 10,000 cells, and one more for each further 10,000. Nothing is written, nothing selected. Hidden rows and columns are
 * those up to the last cell that holds something, and links those of sheets of up to 10,000 cells.
 * @param onPart told what has been read of the cells while more is to come.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  onPart?: (part: WorkbookPart) => void,
): Promise<WorkbookSnapshot> {
  const { sheets, date1904 } = await outlineSheets(context);
  return { sheets: await readOutlinedSheets(context, sheets, date1904, onPart) };
}

/**
 * Reads some sheets of the open workbook, after an edit; names of which there is no sheet are left out. As many syncs as
 * `readWorkbook` for the same cells.
 */
export async function readSheets(context: Excel.RequestContext, names: readonly string[]): Promise<SheetSnapshot[]> {
  const { sheets, date1904 } = await outlineSheets(context, new Set(names));
  return await readOutlinedSheets(context, sheets, date1904);
}

async function readOutlinedSheets(
  context: Excel.RequestContext,
  sheets: readonly SheetOutline[],
  date1904: boolean,
  onPart?: (part: WorkbookPart) => void,
): Promise<SheetSnapshot[]> {
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
  const snapshotOf = (outline: SheetOutline, cells: SheetSnapshot["cells"]): SheetSnapshot => {
    const position = filled.indexOf(outline);
    return {
      name: outline.sheet.name,
      visibility: visibilityOf(outline.sheet),
      cells,
      merges: mergesOf(outline),
      hiddenRows: hidden[position]?.hiddenRows ?? [],
      hiddenColumns: hidden[position]?.hiddenColumns ?? [],
      tables: tables[sheets.indexOf(outline)]!,
    };
  };
  const begun = new Set<number>();
  const cells = await readCells(context, areas, date1904, (index, next, share) => {
    const outline = filled[index]!;
    const part = begun.has(index) ? { name: outline.sheet.name, cells: next } : snapshotOf(outline, next);
    onPart?.({ sheet: part, isFirst: begun.size === 0, share });
    begun.add(index);
  });
  return sheets.map((outline) => snapshotOf(outline, cells[filled.indexOf(outline)] ?? []));
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

import { areaProperties } from "./range-area.ts";

/** A sheet of which the properties, used ranges and tables are loaded. */
export interface SheetOutline {
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
 * The sheets in the order of their tabs, and the date system: Office.js has no property for it, but DATE follows it.
 * Two syncs.
 * @param names the sheets wanted; all where it is left out.
 */
export async function outlineSheets(
  context: Excel.RequestContext,
  names?: ReadonlySet<string>,
): Promise<{ sheets: SheetOutline[]; date1904: boolean }> {
  const worksheets = context.workbook.worksheets.load(["items/name", "items/visibility"]);
  const day = context.workbook.functions.date(2000, 1, 1).load(["value", "error"]);
  await context.sync();
  const wanted = worksheets.items.filter(({ name }) => names?.has(name) ?? true);
  const sheets = wanted.map((sheet): SheetOutline => ({
    sheet,
    filled: sheet.getUsedRangeOrNullObject(true).load([...areaProperties]),
    formatted: sheet.getUsedRangeOrNullObject(false).load([...areaProperties]),
    tables: sheet.tables.load(["items/name", "items/showHeaders", "items/showTotals", "items/columns/items/name"]),
  }));
  await context.sync();
  return { sheets, date1904: day.value < serialOf2000 };
}

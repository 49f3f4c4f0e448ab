import { sheetRegions, type SheetRegion } from "../table/sheet-regions.ts";
import type { SheetGrid } from "../workbook/sheet-grid.ts";
import type { CellAddress, SheetSnapshot, TableSnapshot } from "../workbook/snapshot.ts";
import type { Severity } from "./diagnostic.ts";
import { isOwnSheet } from "./own-sheets.ts";
import type { RuleContext } from "./rule.ts";

/** A sheet as the machine-readability rules see it. */
export interface StandardSheet {
  readonly sheet: SheetSnapshot;
  readonly grid: SheetGrid;
  readonly regions: readonly SheetRegion[];
  /** The Excel Table, on a sheet that holds data (データ) and not a form (様式). */
  readonly table: TableSnapshot | undefined;
  /** `info` on a form sheet, which breaks the standard by nature and is mended by 整形; otherwise the rule's own. */
  readonly severity: Severity | undefined;
}

const analysed = new WeakMap<RuleContext["workbook"], readonly Omit<StandardSheet, "severity">[]>();

/** The visible sheets with something on them, analysed once for all rules. */
export function standardSheets({ workbook, isStandardCheck }: RuleContext): StandardSheet[] {
  let sheets = analysed.get(workbook);
  if (!sheets) {
    sheets = workbook.sheets
      .filter(({ visibility, name, cells }) => visibility === "visible" && !isOwnSheet(name) && cells.length > 0)
      .map((sheet) => ({ sheet, ...sheetRegions(sheet), table: sheet.tables[0] }));
    analysed.set(workbook, sheets);
  }
  return sheets.map((found) => ({ ...found, severity: isStandardCheck || found.table ? undefined : "info" }));
}

/** Where a remark on the whole sheet, or on one of its cells, is shown. */
export function placeOn(sheet: SheetSnapshot, row: number, column: number): CellAddress {
  return { sheet: sheet.name, row, column };
}

/** The sentence that points people to the remedy on a form sheet. */
export const STRUCTURING_REMEDY =
  "様式のままで構いません。公開や集計に使うときは、整形（hyoka structure）でデータの表にします。";

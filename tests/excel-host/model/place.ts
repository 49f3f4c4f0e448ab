import type { CellRange } from "../../../core/workbook/snapshot.ts";
import type { SheetModel } from "./sheet-model.ts";

/** A rectangle of cells. One that office.js keeps hold of moves with the cells when rows are inserted above it. */
export interface Place {
  readonly sheet: SheetModel;
  area: CellRange;
}

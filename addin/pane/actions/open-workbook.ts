import type { CellEdit } from "../../../core/validation/diagnostic.ts";
import type { Acceptance } from "../../../core/validation/acceptance.ts";
import type { ManualPair } from "../../../core/validation/previous-year.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import type { NewSheet, WorkbookPart } from "../../review/review-protocol.ts";
import type { NewAcceptance } from "../../workbook/append-acceptances.ts";
import type { AppliedEdits } from "../../workbook/apply-edits.ts";
import type { WorkbookDescription } from "../../workbook/describe-workbook.ts";
import type { Selection } from "../../workbook/select-cell.ts";
import type { WorkbookListener } from "../../workbook/watch-workbook.ts";
import type { Place } from "../state/pane-state.ts";

/** The workbook that is open in Excel, as the pane uses it. What a promise rejects with has a text in `problemOf`. */
export interface OpenWorkbook {
  describe(): Promise<WorkbookDescription>;
  /** @param onPart told what has been read of the cells while more is to come. */
  read(onPart: (part: WorkbookPart) => void): Promise<WorkbookSnapshot>;
  /** Sheets that no longer exist are left out. */
  readSheets(names: readonly string[]): Promise<readonly SheetSnapshot[]>;
  select(place: Place): Promise<Selection>;
  applyEdits(edits: readonly CellEdit[]): Promise<AppliedEdits>;
  accept(acceptance: NewAcceptance): Promise<"written" | "protected">;
  withdraw(acceptance: Acceptance): Promise<"removed" | "missing" | "protected">;
  pair(pair: ManualPair): Promise<"written" | "protected">;
  /** @returns the names that the sheets were given. */
  addSheets(sheets: readonly NewSheet[]): Promise<readonly string[]>;
  /** Tells what people do in Excel, from now on; what is written through this workbook is not told. */
  watch(listener: WorkbookListener): Promise<void>;
}

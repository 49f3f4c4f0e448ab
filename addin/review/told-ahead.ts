import type { CellSnapshot, SheetSnapshot } from "../../core/workbook/snapshot.ts";
import type { OpenRequest, WorkbookPart } from "./review-protocol.ts";

/** What a worker has been told of a workbook before the workbook is opened. */
export class ToldAhead {
  /** Parts that the worker has not been told yet: it is busy with those before. */
  #waiting: WorkbookPart[] = [];
  readonly #told = new Map<string, CellSnapshot[]>();
  isBusy = false;

  add(parts: readonly WorkbookPart[]): void {
    this.#waiting.push(...parts);
  }

  /** What to tell the worker next. */
  take(): readonly WorkbookPart[] {
    const parts = this.#waiting;
    this.#waiting = [];
    for (const { sheet } of parts) {
      const told = this.#told.get(sheet.name);
      if (told) for (const cell of sheet.cells) told.push(cell);
      else this.#told.set(sheet.name, sheet.cells.slice());
    }
    return parts;
  }

  /** What remains to be told of a workbook. */
  rest(request: OpenRequest): OpenRequest {
    const ahead = new Map<string, number>();
    const sheets = request.snapshot.sheets.map((sheet): SheetSnapshot => {
      const told = this.#told.get(sheet.name);
      if (!told?.every((cell, i) => cell === sheet.cells[i])) return sheet;
      ahead.set(sheet.name, told.length);
      return { ...sheet, cells: sheet.cells.slice(told.length) };
    });
    return { ...request, snapshot: { sheets }, ahead };
  }
}

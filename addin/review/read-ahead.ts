import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import type { WorkbookPart } from "./review-protocol.ts";

/** By how much more must have been read before another look is worth it: the looks together then take as long as three. */
const GROWTH = 1.4;
/** Later than this the look would not be over when the rest is there. */
const LAST_LOOK = 0.8;

/** What has been read of a workbook of which the rest is still to come. */
export class ReadAhead {
  readonly #sheets = new Map<string, { readonly frame: SheetSnapshot; readonly cells: CellSnapshot[] }>();
  #count = 0;
  #seen = 0;
  #share = 0;

  add({ sheet, share }: WorkbookPart): void {
    let known = this.#sheets.get(sheet.name);
    if (!known && "merges" in sheet) this.#sheets.set(sheet.name, (known = { frame: sheet, cells: [] }));
    for (const cell of sheet.cells) known?.cells.push(cell);
    this.#count += sheet.cells.length;
    this.#share = share;
  }

  /** The workbook as far as it is known, where so much has come since that it is worth a look. */
  look(): WorkbookSnapshot | undefined {
    if (this.#count < this.#seen * GROWTH || this.#share > LAST_LOOK) return undefined;
    this.#seen = this.#count;
    return { sheets: Array.from(this.#sheets.values(), ({ frame, cells }) => ({ ...frame, cells: cells.slice() })) };
  }

  /** A whole workbook of which the first cells were read ahead. @param counts how many of each sheet. */
  complete({ sheets }: WorkbookSnapshot, counts: ReadonlyMap<string, number>): WorkbookSnapshot {
    return {
      sheets: sheets.map((sheet) => {
        const first = this.#sheets.get(sheet.name)?.cells.slice(0, counts.get(sheet.name) ?? 0) ?? [];
        return first.length === 0 ? sheet : { ...sheet, cells: first.concat(sheet.cells) };
      }),
    };
  }
}

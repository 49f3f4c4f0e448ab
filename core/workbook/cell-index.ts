import type { CellAddress, CellSnapshot, SheetSnapshot } from "./snapshot.ts";

/** Columns of an Excel sheet. */
const MAX_COLUMNS = 16_384;

/** One number for a place on a sheet. */
export function placeNumber({ row, column }: Pick<CellAddress, "row" | "column">): number {
  return row * MAX_COLUMNS + column;
}

const indexes = new WeakMap<SheetSnapshot, ReadonlyMap<number, CellSnapshot>>();

/** The cells of a sheet by `placeNumber`; made once for a snapshot, which never changes. */
export function cellIndex(sheet: SheetSnapshot): ReadonlyMap<number, CellSnapshot> {
  let index = indexes.get(sheet);
  if (!index) indexes.set(sheet, (index = new Map(sheet.cells.map((cell) => [placeNumber(cell), cell]))));
  return index;
}

/** A set of cells that may stand on several sheets. */
export class CellSet {
  readonly #sheets = new Map<string, Set<number>>();

  add({ sheet, row, column }: CellAddress): void {
    let places = this.#sheets.get(sheet);
    if (!places) this.#sheets.set(sheet, (places = new Set()));
    places.add(placeNumber({ row, column }));
  }

  has({ sheet, row, column }: CellAddress): boolean {
    return this.#sheets.get(sheet)?.has(placeNumber({ row, column })) ?? false;
  }
}

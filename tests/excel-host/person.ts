import { clearCells } from "./model/clear-cells.ts";
import type { Actor } from "./model/host-events.ts";
import type { Place } from "./model/place.ts";
import type { HostWorkbook } from "./model/host-workbook.ts";
import { addSheet, deleteSheet, moveSheet, protectSheet, renameSheet, showSheet } from "./model/sheet-acts.ts";
import type { SheetModel } from "./model/sheet-model.ts";
import { shiftLines } from "./model/shift-cells.ts";
import { sortRows } from "./model/sort-rows.ts";
import { writeCells } from "./model/write-cells.ts";

/** What a person does in Excel, at this machine or at another that has the same workbook open. */
export interface Person {
  /** Types into cells: one value for all, or a grid. `様式1!F8`, or `F8` of the sheet that is shown. */
  type(address: string, values: unknown): void;
  /** Empties cells with the Delete key. */
  clear(address: string): void;
  /** Inserts rows above: `3:5`. */
  insertRows(rows: string): void;
  deleteRows(rows: string): void;
  insertColumns(columns: string): void;
  deleteColumns(columns: string): void;
  /** Sorts the rows of a range, without its headings, by the column with this letter. */
  sort(address: string, column: string, order?: "ascending" | "descending"): void;
  select(address: string): void;
  activate(sheet: string): void;
  addSheet(name: string): void;
  deleteSheet(name: string): void;
  renameSheet(from: string, to: string): void;
  /** Moves a sheet to a position, counting from 0. */
  moveSheet(name: string, position: number): void;
  hideSheet(name: string): void;
  protectSheet(name: string, options?: Readonly<Record<string, unknown>>): void;
  unprotectSheet(name: string): void;
  /** No sheet can be added, deleted or renamed any more. */
  protectStructure(): void;
}

/** The hands of a person. `afterwards` runs after each act, to deliver what it caused. */
export function createPerson(book: HostWorkbook, actor: Exclude<Actor, "add-in">, afterwards: () => void): Person {
  const act = (work: () => void): void => {
    book.act(actor, work);
    afterwards();
  };
  const at = (address: string): Place => book.place(address);
  const sheet = (name: string): SheetModel => {
    const found = book.sheet(name);
    if (!found) throw new Error(`there is no sheet 「${name}」`);
    return found;
  };
  const lines = (address: string, direction: "insert" | "delete") => () => {
    act(() => {
      shiftLines(at(address), direction);
    });
  };
  return {
    type: (address, values) => {
      act(() => {
        writeCells(at(address), values);
      });
    },
    clear: (address) => {
      act(() => {
        clearCells(at(address), "Contents");
      });
    },
    insertRows: (rows) => {
      lines(rows, "insert")();
    },
    deleteRows: (rows) => {
      lines(rows, "delete")();
    },
    insertColumns: (columns) => {
      lines(columns, "insert")();
    },
    deleteColumns: (columns) => {
      lines(columns, "delete")();
    },
    sort: (address, column, order) => {
      act(() => {
        const place = at(address);
        sortRows(place, book.place(`${column}1`, place.sheet).area.left, order);
      });
    },
    ...sheetActs(book, sheet, act),
    select: (address) => {
      act(() => {
        book.select(at(address));
      });
    },
  };
}

type SheetActs = Omit<
  Person,
  "type" | "clear" | "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns" | "sort" | "select"
>;

function sheetActs(
  book: HostWorkbook,
  sheet: (name: string) => SheetModel,
  act: (work: () => void) => void,
): SheetActs {
  return {
    activate: (name) => {
      act(() => {
        book.activate(sheet(name));
      });
    },
    addSheet: (name) => {
      act(() => {
        addSheet(book, name);
      });
    },
    deleteSheet: (name) => {
      act(() => {
        deleteSheet(sheet(name));
      });
    },
    renameSheet: (from, to) => {
      act(() => {
        renameSheet(sheet(from), to);
      });
    },
    moveSheet: (name, position) => {
      act(() => {
        moveSheet(sheet(name), position);
      });
    },
    hideSheet: (name) => {
      act(() => {
        showSheet(sheet(name), "Hidden");
      });
    },
    protectSheet: (name, options = {}) => {
      act(() => {
        protectSheet(sheet(name), options);
      });
    },
    unprotectSheet: (name) => {
      act(() => {
        protectSheet(sheet(name), undefined);
      });
    },
    protectStructure: () => {
      act(() => {
        book.structureProtected = true;
      });
    },
  };
}

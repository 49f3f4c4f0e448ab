import { parseRange } from "../../../core/workbook/address.ts";
import { isWholeColumns, isWholeRows, lastColumn, lastRow } from "../model/areas.ts";
import { HostError, itemNotFound } from "../model/host-error.ts";
import type { Place } from "../model/place.ts";
import { type HostObject, isHostObject } from "./host-object.ts";
import type { HostWorkbook } from "../model/host-workbook.ts";
import { nameCollection } from "./name-object.ts";
import { pageLayout } from "./page-layout.ts";
import { placeObject, rangeObject } from "./range-object.ts";
import {
  addSheet,
  assertStructure,
  deleteSheet,
  moveSheet,
  protectSheet,
  renameSheet,
  showSheet,
  shownSheets,
  visibilities,
} from "../model/sheet-acts.ts";
import type { SheetModel } from "../model/sheet-model.ts";
import { tableCollection } from "./table-object.ts";
import { validColour } from "../model/cell-style.ts";

/** The worksheets of the workbook, in the order of their tabs. */
export function sheetCollection(book: HostWorkbook): HostObject {
  return {
    kind: "WorksheetCollection",
    eventTarget: "Workbook",
    items: () => book.sheets.map(sheetObject),
    item: (key) => {
      const sheet = book.sheet(key);
      return sheet && sheetObject(sheet);
    },
    methods: {
      Add: (name?: string | null) => sheetObject(addSheet(book, name ?? freeName(book))),
      GetActiveWorksheet: () => sheetObject(book.active),
      GetFirst: (visibleOnly?: boolean) => sheetObject(shownSheets(book, visibleOnly)[0]!),
      GetLast: (visibleOnly?: boolean) => sheetObject(shownSheets(book, visibleOnly).at(-1)!),
      GetCount: (visibleOnly?: boolean) => shownSheets(book, visibleOnly).length,
    },
  };
}

/** A worksheet. */
export function sheetObject(sheet: SheetModel): HostObject {
  const { worksheet, book } = sheet;
  return {
    kind: "Worksheet",
    identity: { Id: sheet.id },
    eventTarget: sheet.id,
    properties: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => book.sheets.indexOf(sheet),
      Visibility: () => visibilities[worksheet.state],
      ShowGridlines: () => viewOf(sheet).showGridLines !== false,
    },
    setters: sheetSetters(sheet),
    children: {
      Tables: () => tableCollection(book, sheet),
      Names: () => nameCollection(book, sheet),
      Protection: () => protectionObject(sheet),
      FreezePanes: () => freezePanes(sheet),
      PageLayout: () => pageLayout(sheet),
    },
    methods: { ...rangeMethods(sheet), ...sheetMethods(sheet) },
  };
}

function sheetSetters(sheet: SheetModel): NonNullable<HostObject["setters"]> {
  const { worksheet, book } = sheet;
  return {
    Name: (name: string) => {
      renameSheet(sheet, name);
    },
    Position: (position: number) => {
      moveSheet(sheet, position);
    },
    Visibility: (visibility: string) => {
      showSheet(sheet, visibility);
    },
    TabColor: (text: string) => {
      assertStructure(book);
      worksheet.properties = { ...worksheet.properties, tabColor: validColour(text) };
      book.undo.record(book.actor, `tab colour ${sheet.name}`);
    },
    ShowGridlines: (showGridLines: boolean) => {
      setView(sheet, { showGridLines });
    },
  };
}

function rangeMethods(sheet: SheetModel): NonNullable<HostObject["methods"]> {
  const whole = { top: 1, left: 1, bottom: lastRow, right: lastColumn };
  const used = (valuesOnly: boolean): HostObject | null => {
    const area = sheet.usedArea(valuesOnly);
    return area && rangeObject(sheet, area);
  };
  return {
    GetUsedRangeOrNullObject: used,
    GetUsedRange: (valuesOnly: boolean) => used(valuesOnly) ?? rangeObject(sheet, parseRange("A1")!),
    GetRange: (address?: string | null) =>
      address ? placeObject(sheet.book.place(address, sheet)) : rangeObject(sheet, whole),
    GetCell: (row: number, column: number) =>
      rangeObject(sheet, { top: row + 1, left: column + 1, bottom: row + 1, right: column + 1 }),
    GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
      rangeObject(sheet, { top: row + 1, left: column + 1, bottom: row + rows, right: column + columns }),
  };
}

function sheetMethods(sheet: SheetModel): NonNullable<HostObject["methods"]> {
  const { book } = sheet;
  const neighbour = (step: number, visibleOnly = false): HostObject => {
    const sheets = book.sheets.filter(
      (other) => !visibleOnly || other === sheet || other.worksheet.state === "visible",
    );
    const found = sheets[sheets.indexOf(sheet) + step];
    if (!found) throw itemNotFound("sheet beside this one");
    return sheetObject(found);
  };
  return {
    Activate: () => {
      book.activate(sheet);
      return null;
    },
    Delete: () => {
      deleteSheet(sheet);
      return null;
    },
    GetNext: (visibleOnly?: boolean) => neighbour(1, visibleOnly),
    GetPrevious: (visibleOnly?: boolean) => neighbour(-1, visibleOnly),
    Calculate: () => null,
    _GetSheetById: (id: string) => {
      const other = book.sheet(id);
      if (!other) throw itemNotFound(`sheet ${id}`);
      return sheetObject(other);
    },
  };
}

function protectionObject(sheet: SheetModel): HostObject {
  return {
    kind: "WorksheetProtection",
    properties: { Protected: () => sheet.protection !== undefined, Options: () => sheet.protection ?? null },
    methods: {
      Protect: (options?: Record<string, unknown> | null) => {
        if (sheet.protection) throw new HostError("AccessDenied", `the sheet 「${sheet.name}」 is protected already`);
        protectSheet(sheet, options ?? {});
        return null;
      },
      Unprotect: () => {
        protectSheet(sheet, undefined);
        return null;
      },
    },
  };
}

interface SheetView {
  readonly state?: string;
  readonly showGridLines?: boolean;
  readonly xSplit?: number;
  readonly ySplit?: number;
}

/** The types of ExcelJS do not say that a sheet may have no views. */
function viewOf({ worksheet }: SheetModel): SheetView {
  return (worksheet.views as readonly SheetView[] | null)?.[0] ?? {};
}

function setView(sheet: SheetModel, view: SheetView): void {
  sheet.worksheet.views = [{ ...viewOf(sheet), ...view }] as typeof sheet.worksheet.views;
}

function freezePanes(sheet: SheetModel): HostObject {
  const { book } = sheet;
  const freeze = (xSplit: number, ySplit: number): null => {
    setView(sheet, { state: xSplit + ySplit > 0 ? "frozen" : "normal", xSplit, ySplit });
    book.undo.record(book.actor, `freeze panes ${sheet.name}`);
    return null;
  };
  const frozen = (): Place | null => {
    const view = viewOf(sheet);
    if (view.state !== "frozen") return null;
    const [bottom, right] = [view.ySplit ?? 0, view.xSplit ?? 0];
    return { sheet, area: { top: 1, left: 1, bottom: bottom || lastRow, right: right || lastColumn } };
  };
  return {
    kind: "WorksheetFreezePanes",
    methods: {
      FreezeRows: (count: number) => freeze(0, count),
      FreezeColumns: (count: number) => freeze(count, 0),
      FreezeAt: (range: unknown) => {
        const place = isHostObject(range) ? range.place! : book.place(String(range), sheet);
        const { bottom, right } = place.area;
        return freeze(isWholeRows(place.area) ? 0 : right, isWholeColumns(place.area) ? 0 : bottom);
      },
      Unfreeze: () => freeze(0, 0),
      GetLocationOrNullObject: () => {
        const place = frozen();
        return place && placeObject(place);
      },
    },
  };
}

function freeName(book: HostWorkbook): string {
  let number = book.sheets.length + 1;
  while (book.sheet(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}

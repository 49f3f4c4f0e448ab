import ExcelJS from "exceljs";
import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { areaName, areasMeet, parseArea, splitAddress } from "./areas.ts";
import { type Actor, HostEvents, workbookTarget } from "./host-events.ts";
import { invalidArgument, itemNotFound } from "./host-error.ts";
import type { Place } from "./place.ts";
import type { HostObject } from "../objects/host-object.ts";
import { SheetModel } from "./sheet-model.ts";
import { fileTables, type TableModel } from "./table-model.ts";
import { UndoStack } from "./undo-stack.ts";

/** A name of the workbook, or of one sheet. */
export interface NameModel {
  readonly name: string;
  /** `=評価表!$A$1:$B$2` */
  formula: string;
  readonly sheet?: SheetModel;
}

/** The workbook that is open in the simulated Excel, and what has happened to it. */
export class HostWorkbook {
  readonly file: ExcelJS.Workbook;
  readonly date1904: boolean;
  readonly events = new HostEvents();
  readonly undo = new UndoStack();
  /** Objects that office.js keeps hold of, by the name given to them. */
  readonly references = new Map<string, HostObject>();
  /** In the order of their tabs. */
  readonly sheets: SheetModel[] = [];
  tables: TableModel[] = [];
  names: NameModel[] = [];
  active: SheetModel;
  selection: Place;
  /** Sheets cannot be added, deleted, renamed or moved. */
  structureProtected = false;
  /** Who is at work just now. */
  actor: Actor = "add-in";
  /** The year of a date that is typed without one. */
  readonly year: number;
  #nextReference = 1;

  constructor(file: ExcelJS.Workbook, year: number) {
    this.file = file;
    this.year = year;
    // The types of ExcelJS do not say that a workbook may have no properties.
    this.date1904 = (file.properties as { date1904?: boolean } | undefined)?.date1904 === true;
    for (const worksheet of file.worksheets) this.sheets.push(new SheetModel(worksheet, this));
    this.tables = this.sheets.flatMap(fileTables);
    this.names = namesOf(file);
    const visible = this.sheets.find(({ worksheet }) => worksheet.state === "visible");
    if (!visible) throw new Error("a workbook needs a visible sheet");
    // The types of ExcelJS do not say that a file may have no views.
    const tab = (file.views as readonly { activeTab?: number }[] | undefined)?.[0]?.activeTab;
    this.active = this.sheets[tab ?? -1] ?? visible;
    this.selection = { sheet: this.active, area: { top: 1, left: 1, bottom: 1, right: 1 } };
  }

  /** A sheet by its name, in any case, or id. */
  sheet(key: string): SheetModel | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
  }

  table(key: string): TableModel | undefined {
    return this.tables.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  /** The cells at an address: `評価表!A1`, `A1` of the given sheet, a name, or a table. @throws HostError */
  place(address: string, sheet: SheetModel = this.active): Place {
    const { sheet: sheetName, area: text } = splitAddress(address);
    const target = sheetName === undefined ? sheet : this.sheet(sheetName);
    if (!target) throw invalidArgument(`there is no sheet 「${sheetName ?? ""}」`);
    const area = parseArea(text);
    if (area) return { sheet: target, area };
    const name = this.names.find((entry) => entry.name.toLowerCase() === text.toLowerCase());
    if (name) return this.place(name.formula.slice(1), target);
    const table = this.table(text);
    if (table) return { sheet: table.sheet, area: table.bodyArea };
    throw invalidArgument(`「${address}」 is no address`);
  }

  /** Does something as a person would, in one undo step. */
  act(actor: Actor, work: () => void): void {
    this.actor = actor;
    try {
      work();
    } finally {
      this.undo.endStep(actor);
      this.actor = "add-in";
    }
  }

  /** Tells that cells hold something else now. `details` are those of a single cell. */
  cellsChanged({ sheet, area }: Place, changeType: string, details?: object): void {
    const address = areaName(area);
    this.undo.record(this.actor, `${changeType} ${sheet.name}!${address}`);
    const what = {
      ...this.#origin(),
      type: "WorksheetChanged",
      changeType,
      worksheetId: sheet.id,
      address,
      referenceId: this.#eventRange({ sheet, area }),
      shiftDirection: "None",
      ...details,
    };
    this.events.raiseOfSheet("onChanged", [sheet.id, workbookTarget], what);
    for (const table of this.tables) {
      if (table.sheet !== sheet || !areasMeet(table.area, area)) continue;
      const targets = [table.id, sheet.id, workbookTarget];
      this.events.raiseOfTable("onChanged", targets, { ...what, type: "TableChanged", tableId: table.id });
    }
  }

  /** Tells that cells look different now. */
  formatChanged({ sheet, area }: Place, what: string): void {
    const address = areaName(area);
    this.undo.record(this.actor, `${what} ${sheet.name}!${address}`);
    const told = { ...this.#origin(), type: "WorksheetFormatChanged", worksheetId: sheet.id, address };
    this.events.raiseOfSheet("onFormatChanged", [sheet.id, workbookTarget], told);
  }

  /** Tells something about a sheet: that it was added, renamed, shown, sorted. */
  sheetEvent(name: Parameters<HostEvents["raiseOfSheet"]>[0], sheet: SheetModel, what: object = {}): void {
    const type = `Worksheet${name.slice("on".length)}`;
    this.events.raiseOfSheet(name, [sheet.id, workbookTarget], {
      ...this.#origin(),
      type,
      worksheetId: sheet.id,
      ...what,
    });
  }

  tableEvent(name: "onAdded" | "onDeleted", table: TableModel): void {
    const what = { ...this.#origin(), type: `Table${name.slice(2)}`, tableId: table.id, worksheetId: table.sheet.id };
    this.events.raiseOfTable(name, [table.sheet.id, workbookTarget], { ...what, tableName: table.name });
  }

  /** Shows another sheet. Only what happens at this Excel is told. */
  activate(sheet: SheetModel): void {
    if (this.active === sheet || this.actor === "remote") return;
    if (sheet.worksheet.state !== "visible") throw invalidArgument(`the sheet 「${sheet.name}」 is hidden`);
    const before = this.active;
    this.active = sheet;
    this.selection = { sheet, area: { top: 1, left: 1, bottom: 1, right: 1 } };
    this.sheetEvent("onDeactivated", before);
    this.sheetEvent("onActivated", sheet);
  }

  select(place: Place): void {
    if (this.actor === "remote") return;
    this.activate(place.sheet);
    this.selection = { sheet: place.sheet, area: place.area };
    const { sheet, area } = place;
    const address = areaName(area);
    const tables = this.tables.filter((table) => table.sheet === sheet && areasMeet(table.area, area));
    this.sheetEvent("onSelectionChanged", sheet, { address });
    for (const { id } of tables) {
      const what = { type: "TableSelectionChanged", address, worksheetId: sheet.id, tableId: id, isInsideTable: true };
      this.events.raiseOfTable("onSelectionChanged", [id], what);
    }
  }

  /** Keeps hold of an object for office.js. */
  reference(object: HostObject): string {
    const name = `reference-${this.#nextReference++}`;
    this.references.set(name, object);
    return name;
  }

  removeSheet(sheet: SheetModel): void {
    const position = this.sheets.indexOf(sheet);
    this.sheets.splice(position, 1);
    this.file.removeWorksheet(sheet.worksheet.id);
    this.tables = this.tables.filter((table) => table.sheet !== sheet);
    this.names = this.names.filter((name) => name.sheet !== sheet);
    this.undo.clear(`delete ${sheet.name}`);
    if (this.active === sheet) this.#leave(sheet, position);
    this.sheetEvent("onDeleted", sheet);
  }

  /** Ranges that office.js keeps hold of, and what is selected: they move with their cells. */
  placesOn(sheet: SheetModel): Place[] {
    const kept = [...this.references.values()].flatMap(({ place }) => place ?? []);
    return [...new Set([...kept, this.selection])].filter((place) => place.sheet === sheet);
  }

  #leave(sheet: SheetModel, position: number): void {
    const visible = (at: SheetModel): boolean => at.worksheet.state === "visible";
    const next = this.sheets.slice(position).find(visible) ?? this.sheets.findLast(visible);
    if (!next) throw itemNotFound("visible sheet");
    this.active = next;
    this.selection = { sheet: next, area: { top: 1, left: 1, bottom: 1, right: 1 } };
    this.sheetEvent("onDeactivated", sheet);
    this.sheetEvent("onActivated", next);
  }

  #eventRange(place: Place): string {
    // The object itself is made when an add-in asks for it.
    return this.reference({ kind: "Range", place: { sheet: place.sheet, area: place.area } });
  }

  #origin(): { source: string; triggerSource: string } {
    return {
      source: this.actor === "remote" ? "Remote" : "Local",
      triggerSource: this.actor === "add-in" ? "ThisLocalAddin" : "Unknown",
    };
  }
}

function namesOf(file: ExcelJS.Workbook): NameModel[] {
  const model = file.definedNames.model as readonly { name: string; ranges: readonly string[] }[];
  return model
    .filter(({ name, ranges }) => !name.startsWith("_xlnm.") && ranges.length > 0)
    .map(({ name, ranges }) => ({ name, formula: `=${ranges[0]!}` }));
}

/** An area of one cell. */
export function cellArea(row: number, column: number): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}

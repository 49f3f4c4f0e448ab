import type ExcelJS from "exceljs";
import { HostError, invalidArgument } from "./host-error.ts";
import type { HostWorkbook } from "./host-workbook.ts";
import { SheetModel } from "./sheet-model.ts";
import { plainFormulas } from "./shift-cells.ts";
import { renameInFormula } from "./shift-formula.ts";

/** Names of states in office.js, by those of a file. */
export const visibilities = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** Adds a sheet behind the others. @throws HostError when its name is taken or cannot be one */
export function addSheet(book: HostWorkbook, name: string): SheetModel {
  assertFreeName(book, name);
  const sheet = new SheetModel(book.file.addWorksheet(name), book);
  book.sheets.push(sheet);
  book.undo.record(book.actor, `add sheet ${name}`);
  book.sheetEvent("onAdded", sheet);
  return sheet;
}

/** @throws HostError for the last visible sheet, or while the structure of the workbook is protected */
export function deleteSheet(sheet: SheetModel): void {
  const { book, worksheet } = sheet;
  assertStructure(book);
  if (worksheet.state === "visible" && shownSheets(book, true).length === 1) {
    throw new HostError("InvalidOperation", "a workbook needs a visible sheet");
  }
  book.removeSheet(sheet);
}

/** @throws HostError when Excel refuses the name */
function assertFreeName(book: HostWorkbook, name: string, self?: SheetModel): void {
  assertStructure(book);
  if (name === "" || name.length > 31 || /[:\\/?*[\]]|^'|'$/u.test(name)) throw invalidArgument(`a sheet 「${name}」`);
  const holder = book.sheet(name);
  if (holder && holder !== self) throw new HostError("ItemAlreadyExists", `there is a sheet 「${name}」 already`);
}

/** @throws HostError while the structure of the workbook is protected */
export function assertStructure({ structureProtected }: HostWorkbook): void {
  if (structureProtected) throw new HostError("AccessDenied", "the structure of the workbook is protected");
}

/** Renames a sheet: formulas and names follow. @throws HostError when Excel refuses the name */
export function renameSheet(sheet: SheetModel, name: string): void {
  const { book } = sheet;
  assertFreeName(book, name, sheet);
  const before = sheet.name;
  if (name === before) return;
  for (const other of book.sheets) renameInFormulas(other, before, name);
  for (const entry of book.names) entry.formula = renameInFormula(entry.formula, before, name);
  sheet.worksheet.name = name;
  book.undo.record(book.actor, `rename ${before}`);
  book.sheetEvent("onNameChanged", sheet, { nameBefore: before, nameAfter: name });
}

function renameInFormulas(sheet: SheetModel, before: string, name: string): void {
  plainFormulas(sheet);
  sheet.worksheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (!cell.formula) return;
      const formula = renameInFormula(cell.formula, before, name);
      if (formula !== cell.formula) cell.value = { ...(cell.value as ExcelJS.CellFormulaValue), formula };
    });
  });
}

/** Moves a sheet to a position, counting from 0. @throws HostError when there is none */
export function moveSheet(sheet: SheetModel, position: number): void {
  const { book } = sheet;
  assertStructure(book);
  if (position < 0 || position >= book.sheets.length) throw invalidArgument(`a sheet at ${position}`);
  const before = book.sheets.indexOf(sheet);
  book.sheets.splice(before, 1);
  book.sheets.splice(position, 0, sheet);
  book.undo.record(book.actor, `move ${sheet.name}`);
  book.sheetEvent("onMoved", sheet, { positionBefore: before, positionAfter: position });
}

/** Shows or hides a sheet: `Visible`, `Hidden`, `VeryHidden`. */
export function showSheet(sheet: SheetModel, visibility: string): void {
  const { book, worksheet } = sheet;
  assertStructure(book);
  const state = Object.entries(visibilities).find(([, name]) => name === visibility)?.[0];
  if (state === undefined) throw invalidArgument(`a visibility 「${visibility}」`);
  worksheet.state = state as keyof typeof visibilities;
  book.undo.record(book.actor, `visibility ${sheet.name}`);
  book.sheetEvent("onVisibilityChanged", sheet, { visibilityAfter: visibility });
}

/** Protects a sheet with what people may still do, or takes the protection away. */
export function protectSheet(sheet: SheetModel, options: Readonly<Record<string, unknown>> | undefined): void {
  const { book } = sheet;
  sheet.protection = options;
  book.undo.clear(`${options ? "protect" : "unprotect"} ${sheet.name}`);
  book.sheetEvent("onProtectionChanged", sheet, { isProtected: options !== undefined });
}

/** All sheets, or those that are to be seen. */
export function shownSheets(book: HostWorkbook, visibleOnly = false): SheetModel[] {
  return visibleOnly ? book.sheets.filter(({ worksheet }) => worksheet.state === "visible") : book.sheets;
}

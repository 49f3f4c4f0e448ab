import { freeSheetNames, freeTableNames } from "../../core/workbook/free-names.ts";
import { linkReference } from "../../core/workbook/link-reference.ts";
import type { CellLink, DescribedCell, SheetDescription } from "../../core/workbook/sheet-description.ts";
import { sheetPermissions } from "../../core/workbook/sheet-permissions.ts";
import { type CellInput, cellInput, textFormat, textInput } from "./cell-input.ts";
import { inputPiece } from "./input-piece.ts";
import { paintColumns } from "./paint-columns.ts";
import { rangeAt } from "./range-area.ts";
import { setValidation, type SheetsByKey } from "./set-validation.ts";
import { hasCode } from "./read-pieces.ts";
import { bytesOf, bytesOfCall, type WritePiece, writePieces } from "./write-pieces.ts";

export interface AddedSheets {
  /** In the order of the descriptions, with the names that they were given. */
  readonly sheets: readonly { readonly key: string; readonly name: string }[];
  /** `false` where Excel refused to set up the printed page, as it does on a machine without any printer. */
  readonly hasPrintSetup: boolean;
}

/** A sheet that is being made. */
interface NewSheet {
  readonly description: SheetDescription;
  readonly sheet: Excel.Worksheet;
  readonly tableName: string;
}

/** Rows written in one piece at most; a batch holds as many pieces as its payload allows. */
const rowsPerPiece = 500;
/** About how many calls give a column its looks and validation. */
const callsPerColumn = 12;

/**
 * Adds sheets behind those that are there, which stay untouched: Excel Tables with their formats, validations and
 * widths. Names that are taken get a number. Four syncs for up to 3.5 MB of values, and one more for each further 3.5 MB.
 * Where one fails, the sheets made so far are removed again. A protected sheet among them empties Excel's list of steps
 * to undo, as adding a sheet does.
 */
export async function addSheets(
  context: Excel.RequestContext,
  descriptions: readonly SheetDescription[],
): Promise<AddedSheets> {
  if (descriptions.length === 0) return { sheets: [], hasPrintSetup: true };
  const { sheetNames, tableNames } = await chooseNames(context, descriptions);
  const made = descriptions.map((description, i): NewSheet => {
    const sheet = context.workbook.worksheets.add(sheetNames[i]);
    return { description, sheet, tableName: tableNames[i]! };
  });
  await context.sync();
  const byKey: SheetsByKey = new Map(made.map(({ description, sheet }) => [description.key, sheet]));
  try {
    await writePieces(
      context,
      made.flatMap((sheet) => sheetPieces(sheet, byKey)),
    );
  } catch (error) {
    await removeAgain(context, made, error);
  }
  const sheets = descriptions.map(({ key }, i) => ({ key, name: sheetNames[i]! }));
  return { sheets, hasPrintSetup: await setUpPrint(context, made) };
}

async function chooseNames(
  context: Excel.RequestContext,
  descriptions: readonly SheetDescription[],
): Promise<{ sheetNames: string[]; tableNames: string[] }> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load(["items/name"]);
  tables.load(["items/name"]);
  names.load(["items/name"]);
  await context.sync();
  const nameOf = ({ name }: { readonly name: string }) => name;
  return {
    sheetNames: freeSheetNames(descriptions.map(nameOf), worksheets.items.map(nameOf)),
    tableNames: freeTableNames(
      descriptions.map(({ tableName }) => tableName),
      [...tables.items, ...names.items].map(nameOf),
    ),
  };
}

/** What could not be written whole is taken away; the first error counts. */
async function removeAgain(context: Excel.RequestContext, made: readonly NewSheet[], error: unknown): Promise<never> {
  for (const { sheet } of made) sheet.delete();
  try {
    await context.sync();
  } catch (second) {
    throw new AggregateError([error, second], "the sheets could neither be written nor removed", { cause: error });
  }
  throw error;
}

function sheetPieces({ description, sheet, tableName }: NewSheet, byKey: SheetsByKey): WritePiece[] {
  const { columns, rows } = description;
  const last = Math.max(rows.length, 1) + 1;
  const pieces = [linesPiece(sheet, 1, [columns.map(({ title }) => textInput(title))])];
  for (let from = 0; from < rows.length; from += rowsPerPiece) {
    const lines = rows.slice(from, from + rowsPerPiece).map((row) => row.map(inputOf));
    pieces.push(linesPiece(sheet, from + 2, lines));
  }
  const whole = { top: 1, bottom: last, left: 1, right: columns.length };
  pieces.push({
    bytes: columns.length * callsPerColumn * bytesOfCall,
    queue() {
      const table = sheet.tables.add(rangeAt(sheet, whole), true);
      table.name = tableName;
      table.style = description.tableStyle;
      table.showBandedRows = true;
      paintColumns(sheet, columns, { heading: 1, last });
      sheet.freezePanes.freezeRows(1);
      columns.forEach(({ validation, isUnlocked }, i) => {
        const body = rangeAt(sheet, { top: 2, bottom: last, left: i + 1, right: i + 1 });
        if (validation) setValidation(body, validation, byKey);
        if (isUnlocked) body.format.protection.locked = false;
      });
    },
  });
  pieces.push(...linkPieces(sheet, description), ...cellPieces(sheet, description, byKey));
  if (description.isProtected) pieces.push(protectionPiece(sheet, description));
  return pieces;
}

function inputOf(cell: DescribedCell | undefined): CellInput | undefined {
  if (!cell) return undefined;
  const { value, format } = cell;
  if (format === textFormat && typeof value === "string") return textInput(value);
  if (format === undefined) return cellInput(value, "General");
  return { ...cellInput(value, format, false)!, numberFormat: format };
}

/** Lines of cells from column A on; `undefined` leaves a cell blank. */
function linesPiece(
  sheet: Excel.Worksheet,
  top: number,
  lines: readonly (readonly (CellInput | undefined)[])[],
): WritePiece {
  return inputPiece(sheet, { top, bottom: top + lines.length - 1, left: 1, right: lines[0]!.length }, lines);
}

/** The links of each column that has some. */
function linkPieces(sheet: Excel.Worksheet, { columns, rows }: SheetDescription): WritePiece[] {
  return columns.flatMap((_, i): WritePiece[] => {
    const links = rows.map((row): Excel.SettableCellProperties[] => {
      const link = row[i]?.link;
      return [link ? { hyperlink: officeLink(link) } : {}];
    });
    if (links.every(([cell]) => cell?.hyperlink === undefined)) return [];
    const area = { top: 2, bottom: rows.length + 1, left: i + 1, right: i + 1 };
    const queue = (): void => {
      rangeAt(sheet, area).setCellProperties(links);
    };
    return [{ bytes: bytesOf(links), queue }];
  });
}

function officeLink(link: CellLink): Excel.RangeHyperlink {
  const documentReference = linkReference(link);
  return link.file === undefined ? { documentReference } : { address: encodeURI(link.file), documentReference };
}

/** What single cells have of their own. */
function cellPieces(sheet: Excel.Worksheet, { rows }: SheetDescription, byKey: SheetsByKey): WritePiece[] {
  return rows.flatMap((row, y) =>
    row.flatMap((cell, x): WritePiece[] => {
      if (!cell?.validation && !cell?.isUnlocked && cell?.fill === undefined) return [];
      return [
        {
          bytes: 4 * bytesOfCall,
          queue() {
            const range = sheet.getRangeByIndexes(y + 1, x, 1, 1);
            if (cell.validation) setValidation(range, cell.validation, byKey);
            if (cell.isUnlocked) range.format.protection.locked = false;
            if (cell.fill !== undefined) range.format.fill.color = cell.fill;
          },
        },
      ];
    }),
  );
}

function protectionPiece(sheet: Excel.Worksheet, description: SheetDescription): WritePiece {
  const { sort, autoFilter, formatColumns, formatRows, insertRows, deleteRows } = sheetPermissions(description);
  return {
    bytes: bytesOfCall,
    queue() {
      sheet.protection.protect({
        allowSort: sort,
        allowAutoFilter: autoFilter,
        allowFormatColumns: formatColumns,
        allowFormatRows: formatRows,
        allowInsertRows: insertRows,
        allowDeleteRows: deleteRows,
      });
    },
  };
}

/** One sync. What is printed is not worth losing the sheets for. */
async function setUpPrint(context: Excel.RequestContext, made: readonly NewSheet[]): Promise<boolean> {
  for (const { sheet } of made) {
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4";
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintTitleRows("$1:$1");
  }
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (hasCode(error, /./)) return false;
    throw error;
  }
}

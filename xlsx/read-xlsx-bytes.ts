import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from "../core/workbook/snapshot.ts";
import { UserError } from "../core/user-error.ts";
import { type CellFormat, cellFormat } from "./cell-format.ts";
import { loadWithExcelJs } from "./load-with-exceljs.ts";
import { findWorkbookPart } from "./find-workbook-part.ts";
import { hyperlinkTargets } from "./hyperlink-targets.ts";
import { type MendedSheet, mendSheet } from "./mend-sheet.ts";
import { sharedStringsXml, sharedTexts } from "./mend-texts.ts";
import { distinctMerges } from "../core/workbook/merges.ts";
import { numberFormatCodes } from "./number-formats.ts";
import { brokenWorkbookError, openPackage } from "./open-package.ts";
import { readCells } from "./read-cells.ts";
import { readParts, type WorkbookParts } from "./read-parts.ts";
import { readTable } from "./read-table.ts";
import { defaultWorkbookLimits, type WorkbookLimits } from "./workbook-limits.ts";

/**
 * Reads the bytes of an `.xlsx` or `.xlsm` file; its macros are never looked at. Runs in Node and in a browser.
 * Throws a UserError that names the file when it cannot be read, is no workbook, or is larger than `limits` allow.
 * @param fileName what messages call the workbook.
 */
export async function readXlsxBytes(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkbookLimits = defaultWorkbookLimits,
): Promise<WorkbookSnapshot> {
  const file = openPackage(bytes, fileName, limits);
  try {
    const parts = readParts(file, findWorkbookPart(file, fileName));
    const texts = parts.sharedStrings === undefined ? [] : sharedTexts(parts.sharedStrings);
    const mended = mendSheets(parts, texts, fileName, limits);
    if (mended.every(({ cellCount }) => cellCount === 0)) throw emptyWorkbookError(fileName);
    return await snapshot(parts, mended, sharedStringsXml(texts));
  } catch (error) {
    // Scanners throw SyntaxError, decoders RangeError.
    if (error instanceof SyntaxError || error instanceof RangeError) throw brokenWorkbookError(fileName, error);
    throw error;
  }
}

function mendSheets(
  parts: WorkbookParts,
  texts: readonly string[],
  fileName: string,
  limits: WorkbookLimits,
): MendedSheet[] {
  let cellsBefore = 0;
  return parts.sheets.map((sheet) => {
    const checkSize = (rows: number, cells: number): void => {
      if (rows > limits.rowsPerSheet) {
        throw tooLargeError(fileName, sheet.name, `${limits.rowsPerSheet.toLocaleString("ja-JP")} 行`);
      }
      if (cellsBefore + cells > limits.cells) {
        throw tooLargeError(fileName, sheet.name, `${limits.cells.toLocaleString("ja-JP")} セル`);
      }
    };
    const mended = mendSheet(sheet.xml, { date1904: parts.date1904, sharedTexts: texts, checkSize });
    cellsBefore += mended.cellCount;
    return mended;
  });
}

async function snapshot(
  parts: WorkbookParts,
  mended: readonly MendedSheet[],
  sharedStrings: string,
): Promise<WorkbookSnapshot> {
  const worksheets = await loadWithExcelJs(
    mended.map(({ xml }) => xml),
    sharedStrings,
  );
  const formats = cellFormats(parts);
  const tables = readTables(parts, mended);
  const sheets = parts.sheets.map((sheet, index): SheetSnapshot => {
    const { hiddenRows, hiddenColumns, ...rest } = mended[index]!;
    const merges = distinctMerges(rest.merges);
    const hyperlinks = hyperlinkTargets(rest.hyperlinks, sheet.relationships);
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      cells: readCells(worksheets[index]!, { mended: mended[index]!, formats, merges, hyperlinks }),
      merges,
      hiddenRows,
      hiddenColumns,
      tables: tables[index]!,
    };
  });
  return { sheets };
}

/** Many cell formats share a number format: each code is compiled once. */
function cellFormats({ styles, date1904 }: WorkbookParts): CellFormat[] {
  const compiled = new Map<string, CellFormat>();
  return (styles === undefined ? [] : numberFormatCodes(styles)).map((code) => {
    let format = compiled.get(code);
    if (!format) compiled.set(code, (format = cellFormat(code, date1904)));
    return format;
  });
}

/** The tables of each sheet, in the order of the sheets. */
function readTables(parts: WorkbookParts, mended: readonly MendedSheet[]): TableSnapshot[][] {
  const names = parts.sheets.map(({ relationships }, index) =>
    mended[index]!.tableIds.flatMap((id) => relationships.get(id)?.target ?? []),
  );
  if (names.every(({ length }) => length === 0)) return names.map(() => []);
  const xml = parts.read(names.flat());
  return names.map((tables) => tables.flatMap((name) => readTable(xml.get(name) ?? "") ?? []));
}

function tooLargeError(fileName: string, sheet: string, limit: string): UserError {
  return new UserError(
    "workbook-too-large",
    `「${fileName}」のシート「${sheet}」まで読んだところで ${limit}を超えたため、読むのを止めました。`,
    "評価表に使っていない行やシートを消すか、評価表のシートだけを新しいブックにコピーしてから指定してください。",
  );
}

function emptyWorkbookError(fileName: string): UserError {
  return new UserError(
    "workbook-empty",
    `「${fileName}」のどのシートにも、何も入力されていません。`,
    "評価表が入っているブックかどうか確かめてください。",
  );
}

import type ExcelJS from "exceljs";
import { columnLetters } from "../../core/workbook/address.ts";
import { linkReference } from "../../core/workbook/link-reference.ts";
import {
  type CellLink,
  type CellLook,
  type CellValidation,
  type DescribedCell,
  type SheetDescription,
  SHEET_FONT,
  type ValidationRule,
} from "../../core/workbook/sheet-description.ts";
import { sheetPermissions } from "../../core/workbook/sheet-permissions.ts";
import { A4_PAPER } from "./a4-paper.ts";
import { escapedText } from "./escaped-text.ts";

/** ExcelJS takes validations of ranges here, which its types leave out; `any` only shows its input message. */
interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: object): void };
}

/** The font of the sheets for a file: 128 is the character set of Japanese. */
export const FILE_FONT = { ...SHEET_FONT, charset: 128 } as const;

/** Adds sheets to a workbook of ExcelJS under the names that they wish for. */
export function addDescribedSheets(workbook: ExcelJS.Workbook, sheets: readonly SheetDescription[]): void {
  const nameOf = new Map(sheets.map(({ key, name }) => [key, name]));
  for (const sheet of sheets) addSheet(workbook, sheet, nameOf);
}

function addSheet(workbook: ExcelJS.Workbook, sheet: SheetDescription, nameOf: ReadonlyMap<string, string>): void {
  const { columns, rows } = sheet;
  const worksheet = workbook.addWorksheet(sheet.name, { views: [{ state: "frozen", ySplit: 1, xSplit: 0 }] });
  worksheet.columns = columns.map(({ width }) => ({ width }));
  worksheet.addTable({
    name: sheet.tableName,
    ref: "A1",
    headerRow: true,
    style: { theme: sheet.tableStyle, showRowStripes: true },
    columns: columns.map(({ title }) => ({ name: escapedText(title), filterButton: true })),
    // A table of Excel has at least one row.
    rows: (rows.length > 0 ? rows : [[]]).map((row) => columns.map((_, i) => contentOf(row[i]))),
  });
  addLooks(worksheet, sheet);
  worksheet.getRow(1).height = sheet.headingHeight;
  sheet.rowHeights.forEach((height, i) => {
    worksheet.getRow(i + 2).height = height;
  });
  addValidations(worksheet, sheet, nameOf);
  worksheet.pageSetup = {
    paperSize: A4_PAPER,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "1:1",
  };
  // ExcelJS's types leave out protection without a password.
  if (sheet.isProtected) Object.assign(worksheet, { sheetProtection: { sheet: true, ...sheetPermissions(sheet) } });
}

function contentOf(cell: DescribedCell | undefined): string | number | boolean | null {
  if (!cell) return null;
  return typeof cell.value === "string" ? escapedText(cell.value) : cell.value;
}

function addLooks(worksheet: ExcelJS.Worksheet, { columns, rows }: SheetDescription): void {
  columns.forEach(({ headingLook, look, isUnlocked: isOpenColumn }, i) => {
    worksheet.getCell(1, i + 1).style = styleOf(headingLook);
    const plain = styleOf(look);
    // ExcelJS looks a style up by its object: cells that look alike have the same one.
    const styles = new Map<string, Partial<ExcelJS.Style>>();
    rows.forEach((row, line) => {
      const content = row[i];
      const cell = worksheet.getCell(line + 2, i + 1);
      const isUnlocked = isOpenColumn ?? content?.isUnlocked;
      const key = `${content?.fill ?? ""}|${isUnlocked ? "open" : ""}|${content?.format ?? ""}`;
      const known = styles.get(key);
      cell.style = known ?? {
        ...plain,
        ...(content?.fill === undefined ? {} : { fill: solid(content.fill) }),
        ...(content?.format === undefined ? {} : { numFmt: content.format }),
        ...(isUnlocked ? { protection: { locked: false } } : {}),
      };
      if (!known) styles.set(key, cell.style);
      if (content?.link) cell.value = { text: String(content.value), hyperlink: linkTarget(content.link) };
    });
  });
}

function styleOf({ horizontal, vertical, bold, colour, fill, bottomLine }: CellLook): Partial<ExcelJS.Style> {
  return {
    font: { ...FILE_FONT, ...(bold ? { bold } : {}), ...(colour === undefined ? {} : { color: argb(colour) }) },
    alignment: { ...(horizontal === undefined ? {} : { horizontal }), vertical, wrapText: true },
    ...(fill === undefined ? {} : { fill: solid(fill) }),
    ...(bottomLine === undefined ? {} : { border: { bottom: borderOf(bottomLine) } }),
  };
}

function borderOf({ style, colour }: NonNullable<CellLook["bottomLine"]>): Partial<ExcelJS.Border> {
  return { style, ...(colour === undefined ? {} : { color: argb(colour) }) };
}

function solid(colour: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: argb(colour) };
}

/** `#D9E1F2` → opaque. */
function argb(colour: string): { argb: string } {
  return { argb: `FF${colour.slice(1)}` };
}

function linkTarget(link: CellLink): string {
  return `${encodeURI(link.file ?? "")}#${linkReference(link)}`;
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** One validation a range: set cell by cell, ExcelJS joins them into ranges that overlap. */
function addValidations(
  worksheet: ExcelJS.Worksheet,
  { columns, rows }: SheetDescription,
  nameOf: ReadonlyMap<string, string>,
): void {
  const { dataValidations } = worksheet as ExcelJS.Worksheet & RangeValidations;
  columns.forEach(({ validation }, i) => {
    const letters = columnLetters(i + 1);
    if (validation) {
      dataValidations.add(`${letters}2:${letters}${Math.max(rows.length, 1) + 1}`, fileValidation(validation, nameOf));
    }
    rows.forEach((row, line) => {
      const own = row[i]?.validation;
      if (own) dataValidations.add(`${letters}${line + 2}`, fileValidation(own, nameOf));
    });
  });
}

function fileValidation({ rule, prompt }: CellValidation, nameOf: ReadonlyMap<string, string>): object {
  return {
    allowBlank: true,
    ...(rule ? fileRule(rule, nameOf) : { type: "any" }),
    ...(prompt ? { showInputMessage: true, promptTitle: prompt.title, prompt: prompt.message } : {}),
  };
}

function fileRule(rule: ValidationRule, nameOf: ReadonlyMap<string, string>): object {
  const shown = { showErrorMessage: true, error: rule.error };
  const asked = { showErrorMessage: true, errorStyle: "warning", error: rule.error };
  switch (rule.kind) {
    case "list":
      return { type: "list", formulae: [`"${rule.choices.join(",")}"`], ...shown };
    case "listed": {
      const { key, column, first, last } = rule.on;
      const letters = columnLetters(column);
      const range = `${quoted(nameOf.get(key)!)}!$${letters}$${first}:$${letters}$${last}`;
      return { type: "list", formulae: [range], ...shown };
    }
    case "date":
      return {
        type: "date",
        operator: "between",
        formulae: [new Date(rule.minimum), new Date(rule.maximum)],
        ...asked,
      };
    case "length":
      return { type: "textLength", operator: "lessThanOrEqual", formulae: [rule.maximum], ...asked };
    default:
      return { type: rule.kind, operator: "between", formulae: [rule.minimum, rule.maximum], ...asked };
  }
}

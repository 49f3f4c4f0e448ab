import type { CellValue } from "./snapshot.ts";

/**
 * A sheet to be made, as plain data: one Excel Table from A1 on, one datum a cell. What is on it and how it looks is
 * decided once; ExcelJS and Office.js write the same. Every sheet is printed on A4 landscape, one page wide, with its
 * heading row on each page, which also stays in view.
 */
export interface SheetDescription {
  /** By which the choices of another sheet refer to this one. */
  readonly key: string;
  /** The name wished for: one that Excel takes, and that no other sheet of the same description has. */
  readonly name: string;
  /** Name of the Excel Table, as wished for. */
  readonly tableName: string;
  readonly tableStyle: "TableStyleLight1" | "TableStyleLight9";
  readonly columns: readonly DescribedColumn[];
  /** Cells in the order of the columns; a blank one is `undefined`. */
  readonly rows: readonly (readonly (DescribedCell | undefined)[])[];
  /** Height of the heading row, in points. */
  readonly headingHeight: number;
  /** Height of each of `rows`, in points. */
  readonly rowHeights: readonly number[];
  /** Only unlocked cells can be changed, and the table can be sorted and filtered; no password. */
  readonly isProtected: boolean;
}

export interface DescribedColumn {
  readonly title: string;
  /** In characters, as Excel counts them. */
  readonly width: number;
  readonly headingLook: CellLook;
  readonly look: CellLook;
  /** Of the cells below the heading. */
  readonly validation?: CellValidation;
  /** The cells below the heading can be changed on a protected sheet. */
  readonly isUnlocked?: true;
}

export interface DescribedCell {
  readonly value: CellValue;
  /** Number format of Excel; `General` where there is none. */
  readonly format?: string;
  readonly link?: CellLink;
  /** `#RRGGBB`, instead of that of the column. */
  readonly fill?: string;
  /** Instead of that of the column. */
  readonly validation?: CellValidation;
  /** Can be changed on a protected sheet. */
  readonly isUnlocked?: true;
}

/** A cell to jump to; in another workbook where `file` is its name. */
export interface CellLink {
  readonly file?: string;
  readonly sheet: string;
  /** `F8` */
  readonly address: string;
}

/** How a cell looks. Text wraps; colours are `#RRGGBB`. */
export interface CellLook {
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical: "top" | "middle";
  readonly bold?: true;
  readonly colour?: string;
  readonly fill?: string;
  readonly bottomLine?: { readonly style: "thin" | "hair"; readonly colour?: string };
}

/** What may be put into a cell, and what Excel says beside it. */
export interface CellValidation {
  readonly rule?: ValidationRule;
  readonly prompt?: { readonly title: string; readonly message: string };
}

export type ValidationRule =
  | { readonly kind: "list"; readonly choices: readonly string[]; readonly error: string }
  /** A list longer than Excel takes as a text: the choices stand on the sheet with this key. */
  | {
      readonly kind: "listed";
      readonly on: { readonly key: string; readonly column: number; readonly first: number; readonly last: number };
      readonly error: string;
    }
  /** What does not fit is asked about, not refused. */
  | { readonly kind: "whole" | "decimal"; readonly minimum: number; readonly maximum: number; readonly error: string }
  | { readonly kind: "length"; readonly maximum: number; readonly error: string }
  /** ISO dates. */
  | { readonly kind: "date"; readonly minimum: string; readonly maximum: string; readonly error: string };

/** The font of all sheets that are made: Windows has it from version 10 on. */
export const SHEET_FONT = { name: "BIZ UDPゴシック", size: 10 } as const;

import type { LayoutDefinition, TextRole } from "../form/form-definition.ts";
import type { FiscalYear } from "../text/fiscal-year.ts";
import type { CellAddress, CellRange, CellValue } from "../workbook/snapshot.ts";

/** A value with the cell it came from. A blank has `value: null`, `text: ""` and the cell where it would stand. */
export interface SourcedValue {
  readonly value: CellValue;
  /** As the cell shows it, never trimmed. */
  readonly text: string;
  readonly cell: CellAddress;
  readonly date?: string;
  /** Taken over from the first row of its group: by a merge, or by a cell left blank below it. */
  readonly inherited?: true;
}

/** One column of years, as its heading names it: 現状(計画策定時), 2011年度, 2014年度以降. */
export interface Period {
  readonly label: SourcedValue;
  readonly fiscalYear: FiscalYear | undefined;
}

/** A column of a list or yearly plan as the sheet has it. */
export interface TableColumn {
  /** Absent for a column that the form does not know. */
  readonly field: string | undefined;
  /** Index into the table's `periods` for a column of years. */
  readonly period: number | undefined;
  /** Absent for a column without heading. */
  readonly heading: SourcedValue | undefined;
  readonly under: SourcedValue | undefined;
  /** First and last sheet column. */
  readonly left: number;
  readonly right: number;
  readonly grouped: boolean;
}

/** One record of a table: a row of a list, a block of a card layout, a cell of a matrix. */
export interface EvaluationRecord {
  /** `record`, or the name of the row kind (cost, group, total). */
  readonly kind: string;
  readonly range: CellRange;
  /** By field name; every field of the layout that holds one value is present, blank or not. */
  readonly values: Readonly<Record<string, SourcedValue>>;
  /** By field name, one value a period; `null` where the form sheet has no cell for that period. */
  readonly series: Readonly<Record<string, readonly (SourcedValue | null)[]>>;
  /** Values of columns that the form does not know, by index into the table's `columns`. */
  readonly extras: Readonly<Record<number, SourcedValue>>;
}

/** A recognised table. Its `range` covers headings and records. */
export interface EvaluationTable {
  readonly layout: LayoutDefinition["type"];
  readonly resource: string;
  readonly sheet: string;
  readonly range: CellRange;
  /** Empty for cards. */
  readonly columns: readonly TableColumn[];
  readonly periods: readonly Period[];
  /** The text in the corner of a yearly plan or matrix; the label of the periods of cards (年度). */
  readonly corner: SourcedValue | undefined;
  /** Labels of a card by field, as the first card spells them; headings of a matrix. */
  readonly labels: Readonly<Record<string, SourcedValue>>;
  readonly records: readonly EvaluationRecord[];
  /** Headings that the form asks for and this table lacks. */
  readonly missingHeadings: readonly string[];
}

export interface TextPart {
  readonly kind: "text";
  /** `unclassified` when no entry of the form takes it: still printed, never dropped. */
  readonly role: TextRole | "unclassified";
  readonly level: number;
  readonly text: SourcedValue;
}

export interface TablePart {
  readonly kind: "table";
  readonly table: EvaluationTable;
}

export type DocumentPart = TextPart | TablePart;

/** A row of an indicator table (指標) as people left it. */
export interface IndicatorReview {
  readonly resource: string;
  /** What the figure was taken from: 項目, 期, 元の文 and the key of the record. */
  readonly found: readonly string[];
  /** By name of the column: the figure, and what the person says of it. */
  readonly cells: Readonly<Record<string, SourcedValue>>;
}

/** A workbook read as one form: its texts and tables in the order of the sheets. */
export interface EvaluationDocument {
  readonly form: string;
  /** Gregorian year in which the fiscal year begins. */
  readonly fiscalYear: number | undefined;
  readonly parts: readonly DocumentPart[];
  /** All rows of the indicator tables, in order, where a person has confirmed or ruled out any. */
  readonly reviews?: readonly IndicatorReview[];
}

/** The tables of a document, in order. */
export function documentTables(document: EvaluationDocument): EvaluationTable[] {
  return document.parts.flatMap((part) => (part.kind === "table" ? [part.table] : []));
}

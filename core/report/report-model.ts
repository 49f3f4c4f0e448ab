import type { FieldKind, TextRole } from "../form/form-definition.ts";

/** A text on its way to the page, with the cell that it came from (`進捗!F8`). */
export interface ReportValue {
  readonly text: string;
  readonly cell: string;
}

export interface ReportText extends ReportValue {
  readonly kind: "text";
  readonly role: TextRole | "unclassified";
  /** 1–6 for headings, otherwise 0. */
  readonly level: number;
}

export interface ReportColumn {
  /** Field name, or empty for a column that the form does not know. */
  readonly field: string;
  readonly kind: FieldKind;
  /** Share of the table's width in per cent. */
  readonly width: number;
}

export interface ReportHeading extends ReportValue {
  readonly colspan: number;
  readonly rowspan: number;
}

export interface ReportCell extends ReportValue {
  readonly field: string;
  readonly kind: FieldKind;
  readonly colspan: number;
  /** Rows that the cell stands for; cells that it covers are left out of the rows below. */
  readonly rowspan: number;
  readonly grouped: boolean;
  /** The cell holds a number and nothing else. */
  readonly numeric: boolean;
}

export interface ReportRow {
  /** `record` or the name of the row kind in `form.json`. */
  readonly kind: string;
  readonly cells: readonly ReportCell[];
}

/** Rows that share the values of the grouped columns; without grouped columns every row is a group. */
export interface ReportGroup {
  readonly rows: readonly ReportRow[];
}

/** A list or yearly plan. */
export interface ReportList {
  readonly kind: "list" | "yearly-plan";
  readonly resource: string;
  readonly columns: readonly ReportColumn[];
  readonly headingRows: readonly (readonly ReportHeading[])[];
  readonly groups: readonly ReportGroup[];
}

export interface ReportSeries {
  readonly field: string;
  readonly kind: FieldKind;
  readonly label: ReportValue;
  /** Columns that the label takes: more than one where the first periods have no cell. */
  readonly labelSpan: number;
  readonly cells: readonly ReportValue[];
}

export interface ReportCard {
  /** By field name. */
  readonly values: Readonly<Record<string, ReportValue>>;
  readonly series: readonly ReportSeries[];
}

/** All cards (個票) of one sheet. */
export interface ReportCards {
  readonly kind: "card";
  readonly resource: string;
  /** Labels by field name, as the sheet spells them. */
  readonly labels: Readonly<Record<string, ReportValue>>;
  readonly periods: readonly ReportValue[];
  readonly periodCount: number;
  readonly cards: readonly ReportCard[];
}

/** A matrix: row headings down, column headings across, several values where they meet. */
export interface ReportMatrix {
  readonly kind: "matrix";
  readonly resource: string;
  readonly corner: ReportValue;
  readonly columnHeadings: readonly (ReportValue & { readonly colspan: number })[];
  readonly rows: readonly { readonly heading: ReportValue; readonly cells: readonly ReportCell[] }[];
}

export type ReportPart = ReportText | ReportList | ReportCards | ReportMatrix;

/** Everything that `report.hbs` may use. */
export interface ReportModel {
  readonly title: string;
  readonly subject: string;
  readonly municipality: string;
  readonly form: { readonly name: string; readonly title: string };
  /** `null` where the workbook states no fiscal year. */
  readonly fiscalYear: { readonly gregorian: number; readonly label: string } | null;
  /** ISO date. */
  readonly issuedOn: string;
  /** File name of the workbook without extension. */
  readonly workbook: string;
  /** Printed in spite of errors: every page bears a visible 「未確認」. */
  readonly unconfirmed: boolean;
  readonly parts: readonly ReportPart[];
}

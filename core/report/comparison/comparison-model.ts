import type { FieldKind } from "../../form/form-definition.ts";
import type { Severity } from "../../validation/diagnostic.ts";
import type { ReportValue } from "../report-model.ts";

/** A run of a text of one year: as the other year has it, or not. */
export interface MarkedPiece {
  readonly isChanged: boolean;
  readonly text: string;
}

/** One line as it is laid out. */
export interface MarkedLine {
  /** `①`, `●` … or empty. */
  readonly marker: string;
  readonly pieces: readonly MarkedPiece[];
}

/** What one year says, with what the other year does not say marked in it. */
export interface MarkedText extends ReportValue {
  readonly lines: readonly MarkedLine[];
}

/**
 * `same` to the letter; `notation` but for spaces and the width of letters; `nearly` but for a letter or two; `changed`
 * with the changes marked; `rewritten` with so little in common that marks would cover everything; `filled` and `emptied`
 * where one year is blank; `blank` where both are.
 */
export type RowState = "same" | "notation" | "nearly" | "changed" | "rewritten" | "filled" | "emptied" | "blank";

/** A finding of the check, beside the words that it is about. */
export interface PlacedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** 誤り, 警告, 情報 */
  readonly severityName: string;
  readonly message: string;
  readonly cell: string;
  /** Why somebody has accepted it; empty for an open one. */
  readonly accepted: string;
}

/** One field of a record, or one text outside the tables, of both years. */
export interface ComparedRow {
  /** Field name; empty outside the tables. */
  readonly field: string;
  readonly title: string;
  readonly kind: FieldKind;
  readonly state: RowState;
  /** 「前年と同じ」 and the like; empty where the marks say enough. */
  readonly mark: string;
  /** The mark asks for attention: an evaluation that stayed as it was. */
  readonly isStriking: boolean;
  /** Nothing differs: one year's text stands for both. */
  readonly isJoined: boolean;
  /** `null` where that year has no such field or text. */
  readonly previous: MarkedText | null;
  readonly current: MarkedText | null;
  readonly findings: readonly PlacedFinding[];
}

/** A line chart of a few values in pixels; drawn in black, dots hollow but for the last. */
export interface LineChart {
  readonly width: number;
  readonly height: number;
  /** Height of the line of nought. */
  readonly base: number;
  /** `x,y x,y …` as `<polyline>` takes it. */
  readonly line: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly isLast: boolean }[];
  /** The values in words, for who cannot see it. */
  readonly alternative: string;
}

export type IndicatorState = "same" | "moved" | "unit" | "renamed" | "new" | "gone";

/** A figure of the results in both years. */
export interface ComparedIndicator {
  readonly label: string;
  readonly state: IndicatorState;
  /** 「前年は「婦人相談」」, 「前年になし」; empty where there is nothing to say. */
  readonly mark: string;
  /** As the cell writes it: 延べ1,200人. Empty where that year has none. */
  readonly previous: ReportValue;
  readonly current: ReportValue;
  /** The bare figures; `null` where a year has none. */
  readonly values: { readonly previous: number | null; readonly current: number | null };
  readonly unit: string;
  /** 「+60（+24.7 %）」, or why nothing can be said. */
  readonly change: string;
  /** `null` where there is a single value, or values that cannot be compared. */
  readonly chart: LineChart | null;
}

/** `kept` under its name, `renamed`, `new` or `ended`. */
export type RecordState = "kept" | "renamed" | "new" | "ended";

export interface ComparedRecord {
  /** Its name of this year, of last year for one that ended, in one line. */
  readonly title: string;
  /** In one line; empty where the form has no such field. */
  readonly department: string;
  readonly key: string;
  readonly state: RecordState;
  /** 「名称変更」「新規」「終了」; empty for a kept one. */
  readonly mark: string;
  /** Last year's name of a renamed one, the other half of one that was replaced; or empty. */
  readonly note: string;
  /** A row of totals or costs is shown but not counted. */
  readonly isCounted: boolean;
  /** Every value is the same as last year. */
  readonly isUnchanged: boolean;
  /** Short values that stayed, such as numbers and names: they are shown together. */
  readonly brief: readonly ComparedRow[];
  /** All others, in the order of the form. */
  readonly rows: readonly ComparedRow[];
  readonly indicators: readonly ComparedIndicator[];
  /** Those of cells that no row shows. */
  readonly findings: readonly PlacedFinding[];
}

/** The records of one table. */
export interface ComparedSection {
  readonly title: string;
  readonly records: readonly ComparedRecord[];
}

export interface SummaryRow {
  readonly label: string;
  readonly count: number;
  /** The records that are meant; empty where they would be nearly all. */
  readonly names: readonly string[];
  /** A part of the line above. */
  readonly isPart: boolean;
}

export interface ComparedYear {
  /** 令和5年度; empty where the workbook states none. */
  readonly label: string;
  /** What stands over its column: 前年（令和5年度）. */
  readonly heading: string;
  /** File name of the workbook. */
  readonly workbook: string;
}

/** Everything that the comparison's template may use. */
export interface ComparisonModel {
  readonly title: string;
  readonly subject: string;
  readonly municipality: string;
  readonly form: { readonly name: string; readonly title: string };
  readonly previous: ComparedYear;
  readonly current: ComparedYear;
  /** ISO date. */
  readonly issuedOn: string;
  /** Findings forbid no comparison: it is made to work with them. */
  readonly unconfirmed: false;
  readonly summary: readonly SummaryRow[];
  readonly sections: readonly ComparedSection[];
  /** Texts outside the tables, headings among them. */
  readonly texts: readonly ComparedRow[];
  /** Findings of the workbook as a whole. */
  readonly findings: readonly PlacedFinding[];
}

import type { CellValue } from "../workbook/snapshot.ts";

/** `error`: wrong for sure. `warning`: a reviewer would ask. `info`: notation. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What people read. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "誤り", warning: "警告", info: "情報" };

/** Sets one cell, if it still holds what was expected when the fix was offered. */
export interface CellEdit {
  readonly sheet: string;
  /** `F8` */
  readonly address: string;
  readonly expected: CellValue;
  readonly value: CellValue;
}

/** A named correction. `fix` keeps the meaning and may be applied in bulk; `suggestion` changes it: a person decides. */
export interface QuickFix {
  readonly kind: "fix" | "suggestion";
  /** Says the result: 「計を 203 に直す」. */
  readonly title: string;
  readonly edits: readonly CellEdit[];
}

/** One problem at one place. */
export interface Diagnostic {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly sheet: string;
  /** `F8` */
  readonly address: string;
  /** The offending words; empty for a blank cell. */
  readonly text: string;
  /** Where `text` begins in the cell, in UTF-16 units; 0 when the whole cell is meant. */
  readonly offset: number;
  /** The whole text of the cell, by which an acceptance recognises it. */
  readonly cellText: string;
  /** Name of the field, where the cell belongs to a record. */
  readonly field: string | undefined;
  /** Key of the record: its primary key values joined by `/`. */
  readonly record: string | undefined;
  /** Clause of デジタル庁「行政データにおける機械可読性に関するルール」, such as `L2-04`. */
  readonly standard: string | undefined;
  readonly fixes: readonly QuickFix[];
}

import type { FieldKind } from "../../form/form-definition.ts";
import type { SourcedValue } from "../../table/evaluation-document.ts";
import type { FieldValue } from "../../validation/field-value.ts";
import { isUnchanged } from "../../validation/unchanged-text.ts";
import { reportValue } from "../build-report-model.ts";
import type { ComparedRow, MarkedLine, MarkedText, PlacedFinding, RowState } from "./comparison-model.ts";
import { markDifferences, unmarkedLines } from "./mark-differences.ts";
import type { FindingPool } from "./finding-pool.ts";
import type { DifferenceFinder } from "./text-difference.ts";

/** The same place of both years; a year that has no such place leaves it out. */
export interface ValuePair {
  readonly field: string;
  readonly title: string;
  readonly kind: FieldKind;
  readonly previous: SourcedValue | undefined;
  readonly current: SourcedValue | undefined;
}

const MARKS: Readonly<Record<RowState, string>> = {
  same: "前年と同じ",
  notation: "空白や字の幅だけの違い",
  nearly: "前年とほぼ同じ",
  changed: "",
  rewritten: "書き換え",
  filled: "前年は空欄",
  emptied: "今年は空欄",
  blank: "どちらも空欄",
};

/** Puts two years' values side by side, with what the check says of this year's cell. */
export function compareValues(pair: ValuePair, find: DifferenceFinder, pool: FindingPool): ComparedRow {
  const { field, title, kind, previous, current } = pair;
  const marked = markDifferences(previous?.text ?? "", current?.text ?? "", find);
  const state = marked.state === "changed" && isNearlySame(pair) ? "nearly" : marked.state;
  const findings = current ? pool.ofCell(current.cell) : [];
  const isStale = findings.some(({ ruleId }) => ruleId === "evaluation-unchanged");
  const isBoth = previous !== undefined && current !== undefined;
  return {
    field,
    title,
    kind,
    state,
    mark: isBoth ? MARKS[state] + (isStale ? "（実績は変わった）" : "") : "",
    isStriking: isBoth && isKeptEvaluation(kind, state),
    isJoined: isBoth && state === "same" && previous.text.trim() === current.text.trim(),
    previous: previous ? markedText(previous, marked.previous) : null,
    current: current ? markedText(current, marked.current) : null,
    findings,
  };
}

/** A value of one year alone: of a record that is new or has ended. */
export function singleValue(pair: ValuePair, findings: readonly PlacedFinding[]): ComparedRow {
  const { field, title, kind, previous, current } = pair;
  const side = (value: SourcedValue | undefined) => (value ? markedText(value, unmarkedLines(value.text)) : null);
  const isBlank = ((current ?? previous)?.text ?? "").trim() === "";
  return {
    field,
    title,
    kind,
    state: isBlank ? "blank" : current ? "filled" : "emptied",
    mark: "",
    isStriking: false,
    isJoined: false,
    previous: side(previous),
    current: side(current),
    findings,
  };
}

/** An evaluation that says what last year's said. */
export function isKeptEvaluation(kind: FieldKind, state: RowState): boolean {
  return kind === "evaluation" && (state === "same" || state === "notation" || state === "nearly");
}

function isNearlySame({ previous, current }: ValuePair): boolean {
  return isFieldValue(previous) && isFieldValue(current) && isUnchanged({ previous, current });
}

function isFieldValue(value: SourcedValue | undefined): value is FieldValue {
  return value !== undefined && "reading" in value;
}

function markedText(value: SourcedValue, lines: readonly MarkedLine[]): MarkedText {
  return { ...reportValue(value), lines };
}

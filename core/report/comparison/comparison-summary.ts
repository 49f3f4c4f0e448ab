import type { CheckedDocument } from "../../validation/check-document.ts";
import { SEVERITIES, SEVERITY_NAMES } from "../../validation/diagnostic.ts";
import { isKeptEvaluation } from "./compare-values.ts";
import type { ComparedRecord, ComparedRow, ComparedSection, RecordState, SummaryRow } from "./comparison-model.ts";

/** What changed in a few lines: counts, with the names of the records where they are worth naming. */
export function comparisonSummary(
  sections: readonly ComparedSection[],
  { open, accepted }: Pick<CheckedDocument, "open" | "accepted">,
): SummaryRow[] {
  const records = sections.flatMap((section) => section.records).filter(({ isCounted }) => isCounted);
  const inState = (...states: readonly RecordState[]) => records.filter(({ state }) => states.includes(state));
  const kept = records.filter((record) => record.rows.some(isKept));
  const stale = records.filter((record) => record.rows.some(isStale));
  return [
    summaryRow("前年の件数", inState("kept", "renamed", "ended"), []),
    summaryRow("今年の件数", inState("kept", "renamed", "new"), []),
    summaryRow("前年から続くもの（名称も同じ）", inState("kept"), []),
    summaryRow("名称が変わったもの", inState("renamed"), inState("renamed").map(withNote)),
    summaryRow("今年からのもの", inState("new"), inState("new").map(withNote)),
    summaryRow("前年で終わったもの", inState("ended"), inState("ended").map(withNote)),
    summaryRow("評価の文が前年と同じもの", kept, kept.map(nameOf)),
    { ...summaryRow("うち、実績の数値が変わったもの", stale, stale.map(nameOf)), isPart: true },
    ...SEVERITIES.map((severity) => ({
      label: `検査の指摘（${SEVERITY_NAMES[severity]}）`,
      count: open.filter((diagnostic) => diagnostic.severity === severity).length,
      names: [],
      isPart: false,
    })),
    { label: "検査の指摘（確認済み）", count: accepted.length, names: [], isPart: false },
  ];
}

function summaryRow(label: string, { length: count }: readonly unknown[], names: readonly string[]): SummaryRow {
  return { label, count, names, isPart: false };
}

function isKept({ kind, state }: ComparedRow): boolean {
  return isKeptEvaluation(kind, state);
}

function isStale(row: ComparedRow): boolean {
  return isKept(row) && row.findings.some(({ ruleId }) => ruleId === "evaluation-unchanged");
}

function nameOf({ title }: ComparedRecord): string {
  return title;
}

function withNote({ title, note }: ComparedRecord): string {
  return note === "" ? title : `${title}（${note}）`;
}

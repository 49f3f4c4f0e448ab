import type { Severity } from "../../../core/validation/diagnostic.ts";
import type { Finding, RuleInfo } from "../../review/review-protocol.ts";
import type { ListView } from "../state/pane-state.ts";

/** Findings of one record, or of one rule. */
export interface FindingGroup {
  readonly key: string;
  readonly title: string;
  /** 担当課 of a record; category of a rule. */
  readonly subtitle: string | undefined;
  /** The highest among its findings. */
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The findings that the list shows, in its order: records as they stand on the sheets, and behind them what is about
 * whole sheets; rules by severity and then as they first appear.
 */
export function groupFindings(
  findings: readonly Finding[],
  view: Pick<ListView, "grouping" | "severities" | "department" | "state">,
  rules: Readonly<Record<string, RuleInfo>>,
): FindingGroup[] {
  const shown = findings.filter((finding) => view.severities.includes(finding.severity) && isAskedFor(finding, view));
  const groups = new Map<string, Finding[]>();
  for (const finding of shown) {
    const key = view.grouping === "rule" ? finding.ruleId : recordKey(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const described = [...groups].map(([key, own]) => ({
    key,
    ...(view.grouping === "rule" ? describeRule(own[0]!, rules) : describeRecord(own[0]!)),
    severity: highest(own),
    findings: own,
  }));
  if (view.grouping === "rule") return described.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const isOfSheet = ({ findings: [first] }: FindingGroup) => (first!.record === undefined ? 1 : 0);
  return described.sort((a, b) => isOfSheet(a) - isOfSheet(b));
}

/** How many findings there are of each severity, whatever severities the list shows. */
export function countBySeverity(
  findings: readonly Finding[],
  view: Pick<ListView, "department" | "state">,
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) if (isAskedFor(finding, view)) counts[finding.severity] += 1;
  return counts;
}

/** Every 担当課 with a finding, in the order of the sheets. */
export function departmentsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ department }) => (department === undefined ? [] : [department])))];
}

function isAskedFor(finding: Finding, { department, state }: Pick<ListView, "department" | "state">): boolean {
  if (state !== "all" && finding.state !== state) return false;
  return department === undefined || finding.department === department;
}

function recordKey({ record, sheet }: Finding): string {
  return record === undefined ? `sheet ${sheet}` : `record ${record}`;
}

function describeRecord({ record, recordTitle, sheet, department }: Finding): Pick<FindingGroup, "title" | "subtitle"> {
  if (record === undefined) return { title: `シート「${sheet}」`, subtitle: "表の外・表全体" };
  return { title: recordTitle ?? record, subtitle: department };
}

function describeRule(
  { ruleId }: Finding,
  rules: Readonly<Record<string, RuleInfo>>,
): Pick<FindingGroup, "title" | "subtitle"> {
  const rule = rules[ruleId];
  return { title: rule?.title ?? ruleId, subtitle: rule?.categoryTitle };
}

function highest(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>((top, { severity }) => (RANK[severity] < RANK[top] ? severity : top), "info");
}

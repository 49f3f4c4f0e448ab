import { foldText } from "../../core/text/fold.ts";
import { longestCommonRun } from "../../core/text/similarity.ts";
import type { Finding, Misses, RuleMap } from "./quality-data.ts";
import type { SampleDiagnostic } from "./sample-diagnostics.ts";

/** Characters between two places that still count as one: people and rules cut words out differently. */
const SLACK = 8;
/** Letters in common from which two texts are about the same words, where the place does not tell. */
const COMMON = 4;

/** A finding with the diagnostics that are about it. */
export interface MatchedFinding {
  readonly finding: Finding;
  /** Same cell, same words, a rule of the same idea; empty when not found. */
  readonly diagnostics: readonly SampleDiagnostic[];
}

/** Finds for each finding the diagnostics that say the same; `misses` withdraws what people judged to be something else. */
export function matchFindings(
  findings: readonly Finding[],
  diagnostics: readonly SampleDiagnostic[],
  ruleMap: RuleMap,
  misses: Misses,
): MatchedFinding[] {
  return findings.map((finding) => ({
    finding,
    diagnostics:
      misses[finding.id]?.isSomethingElse === true
        ? []
        : diagnostics.filter((diagnostic) => isAbout(diagnostic, finding, ruleMap)),
  }));
}

function isAbout(diagnostic: SampleDiagnostic, finding: Finding, ruleMap: RuleMap): boolean {
  return (
    diagnostic.document === finding.document &&
    finding.cells.includes(diagnostic.address) &&
    (ruleMap[finding.rule] ?? []).includes(diagnostic.ruleId) &&
    isSamePlace(diagnostic, finding.text)
  );
}

function isSamePlace({ text, offset, cellText, message }: SampleDiagnostic, words: string): boolean {
  const cell = foldText(cellText);
  const marked = foldText(text);
  const wanted = foldText(words);
  if (marked === "" || wanted === "" || marked === cell) return true;
  // Of two cells that disagree the message quotes the other.
  if (wanted.length >= COMMON && foldText(message).includes(wanted)) return true;
  const start = foldText(cellText.slice(0, offset)).length;
  const places = occurrences(cell, wanted);
  if (places.length === 0) {
    return longestCommonRun(marked, wanted).length >= Math.min(COMMON, marked.length, wanted.length);
  }
  return places.some((at) => start <= at + wanted.length + SLACK && at <= start + marked.length + SLACK);
}

function occurrences(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

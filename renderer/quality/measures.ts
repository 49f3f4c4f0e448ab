import type { Severity } from "../../core/validation/diagnostic.ts";
import { SEVERITIES } from "../../core/validation/diagnostic.ts";
import { judgeDiagnostics, type JudgedDiagnostic } from "./judge-diagnostics.ts";
import { matchFindings, type MatchedFinding } from "./match-findings.ts";
import { CERTAINTIES, type Certainty, type Finding, type Judgements, type QualityData } from "./quality-data.ts";
import type { SampleDiagnostic } from "./sample-diagnostics.ts";

/** How many of how many. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How good the diagnostics of some documents are, against what people found and judged. */
export interface Quality {
  readonly matched: readonly MatchedFinding[];
  readonly judged: readonly JudgedDiagnostic[];
  /** Found of those to be found, by certainty. Controls are not to be found. */
  readonly recall: Readonly<Record<Exclude<Certainty, "control">, Share>>;
  /** Right of those judged, by severity. */
  readonly precision: Readonly<Record<Severity, Share>>;
  /** Controls at which a rule spoke. */
  readonly disturbed: readonly MatchedFinding[];
  readonly missed: readonly Finding[];
  readonly wrong: readonly JudgedDiagnostic[];
  readonly unjudged: readonly SampleDiagnostic[];
}

/** Measures diagnostics against findings and judgements. */
export function measureQuality(
  diagnostics: readonly SampleDiagnostic[],
  { findings, ruleMap, misses, judgements }: QualityData,
): Quality {
  const matched = matchFindings(findings, diagnostics, ruleMap, misses);
  const judged = judgeDiagnostics(diagnostics, judgements);
  return {
    matched,
    judged,
    recall: recallOf(matched),
    precision: Object.fromEntries(
      SEVERITIES.map((severity) => [
        severity,
        precisionOf(judged.filter((one) => one.diagnostic.severity === severity)),
      ]),
    ) as Quality["precision"],
    disturbed: matched.filter((one) => one.finding.certainty === "control" && one.diagnostics.length > 0),
    missed: matched
      .filter((one) => one.finding.certainty !== "control" && one.diagnostics.length === 0)
      .map(({ finding }) => finding),
    wrong: judged.filter(({ isRight }) => isRight === false),
    unjudged: judged.filter(({ isRight }) => isRight === undefined).map(({ diagnostic }) => diagnostic),
  };
}

/** Found of those to be found, by certainty. */
export function recallOf(matched: readonly MatchedFinding[]): Quality["recall"] {
  return Object.fromEntries(
    CERTAINTIES.filter((certainty) => certainty !== "control").map((certainty) => {
      const own = matched.filter(({ finding }) => finding.certainty === certainty);
      return [certainty, { part: own.filter(({ diagnostics }) => diagnostics.length > 0).length, whole: own.length }];
    }),
  ) as Quality["recall"];
}

/** Right of those that somebody judged. */
export function precisionOf(judged: readonly JudgedDiagnostic[]): Share {
  const known = judged.filter(({ isRight }) => isRight !== undefined);
  return { part: known.filter(({ isRight }) => isRight).length, whole: known.length };
}

/** Judgements that no diagnostic needs any more: a rule has changed since. */
export function idleJudgements(diagnostics: readonly SampleDiagnostic[], { documents }: Judgements): string[] {
  const used = new Set(
    judgeDiagnostics(diagnostics, { groups: [], documents })
      .filter(({ isRight }) => isRight !== undefined)
      .map(({ diagnostic: { document, ruleId, address } }) => `${document} ${ruleId} ${address}`),
  );
  return Object.entries(documents).flatMap(([document, rules]) =>
    Object.entries(rules).flatMap(([rule, judgements]) =>
      judgements.map(({ at }) => `${document} ${rule} ${at}`).filter((name) => !used.has(name)),
    ),
  );
}

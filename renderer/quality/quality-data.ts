import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Severity } from "../../core/validation/diagnostic.ts";

export const CERTAINTIES = ["certain", "likely", "style", "control"] as const;
/** How sure the people were who read the documents; a `control` is a place where a rule must stay silent. */
export type Certainty = (typeof CERTAINTIES)[number];

/** Something that people found in one of the sample documents. */
export interface Finding {
  readonly id: string;
  readonly document: string;
  /** Addresses of the sample's cells at which a diagnostic may point: two where the finding is about two cells. */
  readonly cells: readonly string[];
  readonly certainty: Certainty;
  /** The people's own name of the idea; `rule-map.json` says which of our rules are about it. */
  readonly rule: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly note?: string;
}

/** Finding's `rule` → ids of our rules that are about the same thing. */
export type RuleMap = Readonly<Record<string, readonly string[]>>;

/** Why a finding is not found. */
export interface Miss {
  readonly reason: string;
  /** A diagnostic stands there, but is about something else: judged by hand. */
  readonly isSomethingElse?: boolean;
}
export type Misses = Readonly<Record<string, Miss>>;

/** What a careful reviewer says of one diagnostic. */
export interface Judgement {
  readonly at: string;
  /** The offending words, as `judgedText` shortens them. */
  readonly text: string;
  readonly isRight: boolean;
  readonly reason?: string;
}

/** Diagnostics of the same kind, judged together: every info of a rule's category. */
export interface GroupJudgement {
  readonly category: string;
  readonly severity: Severity;
  readonly isRight: boolean;
  readonly reason: string;
}

export interface Judgements {
  readonly groups: readonly GroupJudgement[];
  /** By document, then by rule. */
  readonly documents: Readonly<Record<string, Readonly<Record<string, readonly Judgement[]>>>>;
}

/** Everything that people wrote down about the samples. */
export interface QualityData {
  readonly findings: readonly Finding[];
  readonly ruleMap: RuleMap;
  readonly misses: Misses;
  readonly judgements: Judgements;
}

export const QUALITY_FOLDER = join(import.meta.dirname, "..", "..", "tests", "quality");

/** Reads what people found and judged. */
export function readQualityData(folder = QUALITY_FOLDER): QualityData {
  return {
    findings: readJson(folder, "findings.json") as readonly Finding[],
    ruleMap: readJson(folder, "rule-map.json") as RuleMap,
    misses: readJson(folder, "misses.json") as Misses,
    judgements: readJson(folder, "judgements.json") as Judgements,
  };
}

function readJson(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

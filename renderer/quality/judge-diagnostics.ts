import { RULES } from "../../core/validation/rules/index.ts";
import type { Judgements } from "./quality-data.ts";
import type { SampleDiagnostic } from "./sample-diagnostics.ts";

const SHOWN_LENGTH = 40;

/** A diagnostic with what a reviewer said of it; `isRight` is absent while nobody has judged it. */
export interface JudgedDiagnostic {
  readonly diagnostic: SampleDiagnostic;
  readonly isRight: boolean | undefined;
  readonly reason: string | undefined;
}

/** The offending words as judgements note them: on one line and short. */
export function judgedText(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
}

/** Puts people's judgements to the diagnostics: by document, rule, address and words, so that messages may be reworded. */
export function judgeDiagnostics(
  diagnostics: readonly SampleDiagnostic[],
  { groups, documents }: Judgements,
): JudgedDiagnostic[] {
  const categories = new Map(RULES.map(({ meta }) => [meta.id, meta.category]));
  return diagnostics.map((diagnostic) => {
    const { document, ruleId, address, text, severity } = diagnostic;
    const own = documents[document]?.[ruleId]?.find(
      (judgement) => judgement.at === address && judgement.text === judgedText(text),
    );
    const group = groups.find((one) => one.category === categories.get(ruleId) && one.severity === severity);
    const judgement = own ?? group;
    return { diagnostic, isRight: judgement?.isRight, reason: judgement?.reason };
  });
}

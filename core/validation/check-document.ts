import { applyAcceptances, readAcceptances, type AcceptedDiagnostic } from "./acceptance.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { departmentsByRecord } from "./field-value.ts";
import type { Rule } from "./rule.ts";
import type { RuleFault } from "./run-rules.ts";
import { validate, type ValidationInput, type ValidationResult } from "./validate.ts";

export interface CheckSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
}

/** The result of a check, as every list, report and pane shows it. */
export interface CheckedDocument {
  /** What nobody has accepted, by sheet, row and column; remarks on acceptances come last. */
  readonly open: readonly Diagnostic[];
  readonly accepted: readonly AcceptedDiagnostic[];
  readonly faults: readonly RuleFault[];
  readonly summary: CheckSummary;
  /** 担当課 by record key, for lists that are mailed round. */
  readonly departments: ReadonlyMap<string, string>;
}

/**
 * Validates a document and sets aside what the workbook's 「確認済み」 sheet accepts.
 * @param onProgress told how many rules are done, of how many.
 */
export function checkDocument(
  input: ValidationInput,
  rules: readonly Rule[],
  onProgress?: (done: number, total: number) => void,
): CheckedDocument {
  return withAcceptances(input, validate(input, rules, onProgress));
}

/** Sets aside what the workbook's 「確認済み」 sheet accepts of what rules have found. */
export function withAcceptances(
  { workbook, document, form }: Pick<ValidationInput, "workbook" | "document" | "form">,
  { diagnostics, faults }: ValidationResult,
): CheckedDocument {
  const { open, accepted } = applyAcceptances(diagnostics, readAcceptances(workbook));
  const count = (severity: Severity) => open.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    open,
    accepted,
    faults,
    summary: { errors: count("error"), warnings: count("warning"), infos: count("info"), suppressed: accepted.length },
    departments: departmentsByRecord(document, form),
  };
}

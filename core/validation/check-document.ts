import { applyAcceptances, readAcceptances, type AcceptedDiagnostic } from "./acceptance.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { departmentsByRecord } from "./field-value.ts";
import type { Rule } from "./rule.ts";
import { validate, type RuleFault, type ValidationInput } from "./validate.ts";

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

/** Validates a document and sets aside what the workbook's 「確認済み」 sheet accepts. */
export function checkDocument(input: ValidationInput, rules: readonly Rule[]): CheckedDocument {
  const { diagnostics, faults } = validate(input, rules);
  const { open, accepted } = applyAcceptances(diagnostics, readAcceptances(input.workbook));
  const count = (severity: Severity) => open.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    open,
    accepted,
    faults,
    summary: { errors: count("error"), warnings: count("warning"), infos: count("info"), suppressed: accepted.length },
    departments: departmentsByRecord(input.document, input.form),
  };
}

import type { FormDefinition } from "../form/form-definition.ts";
import { documentTables, type EvaluationDocument, type TextPart } from "../table/evaluation-document.ts";
import type { WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { fieldValues, type FieldValue } from "./field-value.ts";
import type { PreviousYear } from "./previous-year.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { ruleRunner, runRules, type PlacedDiagnostic, type RuleFault, type RuleRun } from "./run-rules.ts";
import { writtenByKind } from "./written-values.ts";

/** What is checked, and with what knowledge. */
export interface ValidationInput {
  readonly workbook: WorkbookSnapshot;
  readonly form: FormDefinition;
  readonly document: EvaluationDocument;
  /** `fieldValues` of the document, where they are known already. */
  readonly values?: readonly FieldValue[];
  readonly dictionaries: Dictionaries;
  readonly previous?: PreviousYear;
  /** Hold every sheet to the machine-readability standard (`--standard machine-readability`). */
  readonly isStandardCheck?: boolean;
}

export interface ValidationResult {
  /** By sheet, row, column, then rule. */
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly RuleFault[];
}

/**
 * Runs rules over a document. Pure: the same input gives the same list in the same order.
 * @param onProgress told after each rule how many are done, of how many.
 */
export function validate(
  input: ValidationInput,
  rules: readonly Rule[],
  onProgress?: (done: number, total: number) => void,
): ValidationResult {
  const run = ruleRunner(input);
  const context = ruleContext(input);
  return validationResult(runRules(rules, (rule) => run(rule, context), onProgress));
}

/** What some rules found, in the order in which people read a workbook. */
export function validationResult(runs: readonly RuleRun[]): ValidationResult {
  const found: PlacedDiagnostic[] = [];
  for (const { found: own } of runs) for (const placed of own) found.push(placed);
  return { diagnostics: sortDiagnostics(found), faults: runs.flatMap(({ fault }) => fault ?? []) };
}

/** What rules may see of an input, their own options aside. */
export function ruleContext({
  workbook,
  form,
  document,
  values = fieldValues(document, form),
  dictionaries,
  previous,
  isStandardCheck = false,
}: ValidationInput): Omit<RuleContext, "options"> {
  return {
    document,
    form,
    workbook,
    tables: documentTables(document),
    texts: document.parts.filter((part): part is TextPart => part.kind === "text"),
    values,
    written: writtenByKind(values),
    fiscalYear: document.fiscalYear,
    isStandardCheck,
    dictionaries,
    previous,
  };
}

function sortDiagnostics(diagnostics: PlacedDiagnostic[]): Diagnostic[] {
  return diagnostics
    .sort(
      (a, b) =>
        a.sheet - b.sheet ||
        a.row - b.row ||
        a.column - b.column ||
        a.item.offset - b.item.offset ||
        compare(a.item.ruleId, b.item.ruleId) ||
        compare(a.item.message, b.item.message),
    )
    .map(({ item }) => item);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { FormDefinition } from "../form/form-definition.ts";
import type { WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { checkDocument, type CheckedDocument } from "./check-document.ts";
import { NO_DICTIONARIES } from "./dictionaries.ts";
import { machineReadabilityRules } from "./rules/machine-readability-rules.ts";

/** Stands for the form of a workbook that is held to the standard alone: it knows no table. */
export const STANDARD_FORM: FormDefinition = {
  name: "machine-readability",
  title: "行政データにおける機械可読性に関するルール",
  municipality: "デジタル庁",
  resources: [],
  layouts: [],
  texts: [],
  report: {
    size: "A4",
    orientation: "portrait",
    margin: { top: 15, right: 15, bottom: 15, left: 15 },
    typeface: "gothic",
    fontSize: 9,
    title: "機械可読性の検査",
    subject: "機械可読性の検査",
  },
};

/** Holds every visible sheet of any workbook to the machine-readability standard, at full severity. */
export function checkStandard(workbook: WorkbookSnapshot): {
  readonly form: FormDefinition;
  readonly document: EvaluationDocument;
  readonly result: CheckedDocument;
} {
  const document: EvaluationDocument = { form: STANDARD_FORM.name, fiscalYear: undefined, parts: [] };
  const input = { workbook, form: STANDARD_FORM, document, dictionaries: NO_DICTIONARIES, isStandardCheck: true };
  return { form: STANDARD_FORM, document, result: checkDocument(input, machineReadabilityRules) };
}

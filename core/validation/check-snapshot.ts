import type { FormDefinition } from "../form/form-definition.ts";
import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { recogniseForm, type RecognisedForm } from "../table/recognise-form.ts";
import type { WorkbookSnapshot } from "../workbook/snapshot.ts";
import { checkDocument, type CheckedDocument } from "./check-document.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { fieldValues, type FieldValue } from "./field-value.ts";
import { readManualPairs } from "./manual-pairs.ts";
import { pairRecords } from "./pair-records.ts";
import type { PreviousYear } from "./previous-year.ts";
import type { Rule } from "./rule.ts";

/** Last year's workbook, read as the form of this year's. */
export interface PreviousDocument {
  readonly document: EvaluationDocument;
  readonly values: readonly FieldValue[];
}

export interface SnapshotCheck {
  readonly forms: readonly FormDefinition[];
  /** The form that a person named. */
  readonly chosen: FormDefinition | undefined;
  readonly dictionariesOf: (form: FormDefinition) => Dictionaries;
  /** Last year's workbook of the same form. */
  readonly previous: WorkbookSnapshot | undefined;
  readonly rulesOf: (form: FormDefinition) => readonly Rule[];
}

/**
 * Recognises a workbook, pairs its records with last year's, and checks it: what the command line and the pane both do.
 * @throws UserError when either workbook is not recognised.
 */
export function checkSnapshot(
  workbook: WorkbookSnapshot,
  { forms, chosen, dictionariesOf, previous, rulesOf }: SnapshotCheck,
): RecognisedForm & { readonly result: CheckedDocument } {
  const recognised = recogniseForm(workbook, forms, chosen);
  const { form, document } = recognised;
  const dictionaries = dictionariesOf(form);
  const values = fieldValues(document, form);
  const pairing = previous && compareWithPrevious(workbook, values, readPreviousYear(previous, form), dictionaries);
  const input = { workbook, form, document, values, dictionaries, ...(pairing ? { previous: pairing } : {}) };
  return { ...recognised, result: checkDocument(input, rulesOf(form)) };
}

/** @throws UserError when the workbook is not one of the form. */
export function readPreviousYear(workbook: WorkbookSnapshot, form: FormDefinition): PreviousDocument {
  const { document } = recogniseForm(workbook, [form], form);
  return { document, values: fieldValues(document, form) };
}

/** Pairs the records of a workbook with last year's; what its sheet 「前年対応」 says wins. */
export function compareWithPrevious(
  workbook: WorkbookSnapshot,
  current: readonly FieldValue[],
  previous: PreviousDocument,
  { aliases }: Pick<Dictionaries, "aliases">,
): PreviousYear {
  return pairRecords({
    current,
    previous: previous.values,
    document: previous.document,
    aliases,
    manual: readManualPairs(workbook),
  });
}

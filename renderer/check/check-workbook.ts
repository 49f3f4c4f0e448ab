import type { FormDefinition } from "../../core/form/form-definition.ts";
import type { RecognisedForm } from "../../core/table/recognise-form.ts";
import type { CheckedDocument } from "../../core/validation/check-document.ts";
import { checkSnapshot } from "../../core/validation/check-snapshot.ts";
import { checkStandard } from "../../core/validation/check-standard.ts";
import type { Dictionaries } from "../../core/validation/dictionaries.ts";
import type { Rule } from "../../core/validation/rule.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { loadDictionaries } from "../forms/load-dictionaries.ts";
import { findForm, type FormFolder } from "../forms/load-forms.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";

export interface CheckRequest {
  readonly forms: readonly FormFolder[];
  /** The form that a person named. */
  readonly chosen: FormFolder | undefined;
  /** Last year's workbook of the same form. */
  readonly previous: WorkbookSnapshot | undefined;
  /** Only rules that can find an error: enough for deciding whether a report may be printed. */
  readonly errorsOnly?: boolean;
  /** Hold the workbook to the machine-readability standard alone, whatever its form. */
  readonly standardOnly?: boolean;
}

/** A workbook read, recognised and checked. */
export interface CheckedWorkbook extends RecognisedForm {
  readonly path: string;
  readonly workbook: WorkbookSnapshot;
  readonly result: CheckedDocument;
}

/** Reads a workbook and checks it. @throws UserError when it cannot be read or recognised. */
export async function checkWorkbook(
  path: string,
  { forms, chosen, previous, errorsOnly = false, standardOnly = false }: CheckRequest,
): Promise<CheckedWorkbook> {
  const workbook = await readXlsx(path);
  if (standardOnly) return { path, workbook, ...checkStandard(workbook) };
  const checked = checkSnapshot(workbook, {
    forms: forms.map(({ definition }) => definition),
    chosen: chosen?.definition,
    dictionariesOf: ({ name }) => dictionariesOf(findForm(forms, name)),
    previous,
    rulesOf: errorsOnly ? errorRules : () => RULES,
  });
  return { path, workbook, ...checked };
}

/** Read once a form: whoever watches for changes loads the forms anew. */
const loaded = new WeakMap<FormFolder, Dictionaries>();

function dictionariesOf(form: FormFolder): Dictionaries {
  let dictionaries = loaded.get(form);
  if (!dictionaries) loaded.set(form, (dictionaries = loadDictionaries(form)));
  return dictionaries;
}

function errorRules({ rules }: FormDefinition): readonly Rule[] {
  return RULES.filter(({ meta }) => (rules?.[meta.id]?.severity ?? meta.severity) === "error");
}

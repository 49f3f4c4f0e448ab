import { recogniseForm } from "../../core/table/recognise-form.ts";
import type { RecognisedForm } from "../../core/table/recognise-form.ts";
import { checkStandard } from "../../core/validation/check-standard.ts";
import { checkDocument, type CheckedDocument } from "../../core/validation/check-document.ts";
import { fieldValues } from "../../core/validation/field-value.ts";
import { readManualPairs } from "../../core/validation/manual-pairs.ts";
import { pairRecords } from "../../core/validation/pair-records.ts";
import type { PreviousYear } from "../../core/validation/previous-year.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { findForm, type FormFolder } from "../forms/load-forms.ts";
import { loadDictionaries } from "../forms/load-dictionaries.ts";
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
  const definitions = forms.map(({ definition }) => definition);
  const { form, document } = recogniseForm(workbook, definitions, chosen?.definition);
  const dictionaries = loadDictionaries(findForm(forms, form.name));
  const pairing = previous && lastYear(previous, workbook, { form, document }, dictionaries.aliases);
  const result = checkDocument(
    { workbook, form, document, dictionaries, ...(pairing ? { previous: pairing } : {}) },
    errorsOnly ? RULES.filter(({ meta }) => (form.rules?.[meta.id]?.severity ?? meta.severity) === "error") : RULES,
  );
  return { path, workbook, form, document, result };
}

function lastYear(
  previous: WorkbookSnapshot,
  workbook: WorkbookSnapshot,
  { form, document: current }: RecognisedForm,
  aliases: Parameters<typeof pairRecords>[0]["aliases"],
): PreviousYear {
  const { document } = recogniseForm(previous, [form], form);
  return pairRecords({
    current: fieldValues(current, form),
    previous: fieldValues(document, form),
    document,
    aliases,
    manual: readManualPairs(workbook),
  });
}

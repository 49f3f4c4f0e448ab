import { newWorkbook } from "../../core/new-workbook/new-workbook.ts";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { recogniseForm, type RecognisedForm } from "../../core/table/recognise-form.ts";
import { loadForms } from "../../renderer/forms/load-forms.ts";
import { writeNewWorkbook } from "../../renderer/structure/write-new-workbook.ts";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import { readSample, type SampleName } from "../support/samples.ts";

/** The built-in forms. */
export const FORMS: readonly FormDefinition[] = loadForms().map(({ definition }) => definition);

export function formNamed(name: string): FormDefinition {
  return FORMS.find((form) => form.name === name)!;
}

/** The file of a new workbook. */
export async function madeFile(
  form: string,
  { fiscalYear, from, rows = 5 }: { readonly fiscalYear: number; readonly from?: SampleName; readonly rows?: number },
): Promise<Uint8Array> {
  const definition = formNamed(form);
  const last = from && recogniseForm(await readSample(from), FORMS).document;
  return await writeNewWorkbook(newWorkbook(definition, { fiscalYear, rows, last }), "2026-04-01");
}

/** What the reader makes of a file, without being told the form. */
export async function readBack(bytes: Uint8Array): Promise<RecognisedForm> {
  return recogniseForm(await readXlsxBytes(bytes, "新しい.xlsx"), FORMS);
}

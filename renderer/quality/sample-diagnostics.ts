import { join } from "node:path";
import type { Diagnostic } from "../../core/validation/diagnostic.ts";
import { checkWorkbook } from "../check/check-workbook.ts";
import { BUILT_IN_TEMPLATES, loadForms } from "../forms/load-forms.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";

interface Sample {
  readonly document: string;
  readonly title: string;
  readonly form: string;
  readonly previous?: string;
}

/** The five sample documents, in the order of the page. */
export const SAMPLES: readonly Sample[] = [
  { document: "sendai-r5", title: "仙台市（令和5年度）", form: "sendai-projects" },
  { document: "sendai-r6", title: "仙台市（令和6年度、前年度と比較）", form: "sendai-projects", previous: "sendai-r5" },
  { document: "nerima", title: "練馬区", form: "nerima-action-plan" },
  { document: "kawasaki", title: "川崎市", form: "kawasaki-evaluation" },
  { document: "ogori", title: "小郡市", form: "ogori-progress" },
];

/** A diagnostic with the sample that it was found in. */
export interface SampleDiagnostic extends Diagnostic {
  readonly document: string;
}

/** Checks the five samples as `hyoka check` does. @throws Error when a rule fails: its silence would look like precision. */
export async function sampleDiagnostics(): Promise<SampleDiagnostic[]> {
  const forms = loadForms();
  const found: SampleDiagnostic[] = [];
  for (const { document, form, previous } of SAMPLES) {
    const path = (name: string) => join(BUILT_IN_TEMPLATES, form, "samples", `${name}.xlsx`);
    const { result } = await checkWorkbook(path(document), {
      forms,
      chosen: undefined,
      previous: previous === undefined ? undefined : await readXlsx(path(previous)),
    });
    const [fault] = result.faults;
    if (fault) throw new Error(`${document}: rule ${fault.ruleId} failed`, { cause: fault.error });
    found.push(...result.open.map((diagnostic) => ({ ...diagnostic, document })));
  }
  return found;
}

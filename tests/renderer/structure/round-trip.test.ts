import { describe, expect, test } from "vitest";
import type { FormDefinition } from "../../../core/form/form-definition.ts";
import { buildReportModel } from "../../../core/report/build-report-model.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import type { EvaluationDocument } from "../../../core/table/evaluation-document.ts";
import { recogniseForm, type RecognisedForm } from "../../../core/table/recognise-form.ts";
import { NO_DICTIONARIES } from "../../../core/validation/dictionaries.ts";
import { machineReadabilityRules } from "../../../core/validation/rules/machine-readability-rules.ts";
import { RULES } from "../../../core/validation/rules/index.ts";
import { validate } from "../../../core/validation/validate.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { writeStructuredWorkbook } from "../../../renderer/structure/write-structured-workbook.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { placeless } from "../../support/placeless.ts";
import { readSample, SAMPLES, type SampleName } from "../../support/samples.ts";
import { FORMS } from "../../support/sheet.ts";

const SOURCE = { file: "元.xlsx", sha256: "0".repeat(64), madeOn: "2026-04-01" };

interface RoundTrip {
  readonly form: FormDefinition;
  readonly sheet: { readonly workbook: WorkbookSnapshot; readonly document: EvaluationDocument };
  readonly data: { readonly workbook: WorkbookSnapshot; readonly document: EvaluationDocument };
}

async function roundTrip(name: SampleName): Promise<RoundTrip> {
  const workbook = await readSample(name);
  const { form, document } = recogniseForm(workbook, Object.values(FORMS));
  const bytes = await writeStructuredWorkbook(structureDocument(document, form), SOURCE);
  const written = await readXlsxBytes(bytes, "データ.xlsx");
  const again: RecognisedForm = recogniseForm(written, Object.values(FORMS));
  expect(again.form.name).toBe(form.name);
  return { form, sheet: { workbook, document }, data: { workbook: written, document: again.document } };
}

describe.each(SAMPLES)("%s: %s read back from its data tables", (_, name) => {
  test("gives the same document", async () => {
    const { sheet, data } = await roundTrip(name);
    expect(placeless(data.document)).toEqual(placeless(sheet.document));
  });

  test("prints the same", async () => {
    const { form, sheet, data } = await roundTrip(name);
    const options = { issuedOn: "2026-04-01", workbook: "元", unconfirmed: false };
    const model = placeless(buildReportModel(form, data.document, options));
    expect(model).toEqual(placeless(buildReportModel(form, sheet.document, options)));
  });

  test("gives the same diagnostics", async () => {
    const { form, sheet, data } = await roundTrip(name);
    // What the standard says of a sheet is what structuring is there to mend.
    const rules = RULES.filter((rule) => !machineReadabilityRules.includes(rule));
    const diagnostics = ({ workbook, document }: RoundTrip["sheet"]) =>
      validate({ workbook, form, document, dictionaries: NO_DICTIONARIES }, rules)
        .diagnostics.map(({ ruleId, message, text, record, field }) =>
          // The other cell that a message names stands elsewhere now.
          JSON.stringify([ruleId, message.replaceAll(/[A-Z]{1,2}\d+(?= )|\d+(?= 行目)/gu, "□"), text, record, field]),
        )
        .sort();
    expect(diagnostics(data)).toEqual(diagnostics(sheet));
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { RULES } from "../../../core/validation/rules/index.ts";
import { loadDictionaries } from "../../../renderer/forms/load-dictionaries.ts";
import { findForm, loadForms } from "../../../renderer/forms/load-forms.ts";
import { documents, inputOf, wildYears } from "../../support/random-documents.ts";
import { expectSameAlone } from "../../support/rule-scope.ts";
import { readSample, SAMPLES } from "../../support/samples.ts";

test("a rule of scope record says the same of each record alone: samples", async () => {
  const forms = loadForms();
  for (const [name, sample] of SAMPLES) {
    const folder = findForm(forms, name);
    const workbook = await readSample(sample);
    const { form, document } = recogniseForm(workbook, [folder.definition]);
    expectSameAlone({ workbook, form, document, dictionaries: loadDictionaries(folder) }, RULES);
  }
});

test("a rule of scope record says the same of each record alone: random tables, of one year and of two", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        documents.map((document) => [document, undefined] as const),
        wildYears,
      ),
      ([now, before]) => {
        expectSameAlone(inputOf(now, before), RULES);
      },
    ),
    { numRuns: 150, seed: 20261122 },
  );
});

test("the test tells a rule that is marked wrongly", () => {
  const wrong = RULES.filter(({ meta }) => ["key-duplicate", "spelling-varies"].includes(meta.id)).map((rule) => ({
    ...rule,
    meta: { ...rule.meta, scope: "record" as const },
  }));
  for (const rule of wrong) {
    const tried = fc.check(
      fc.property(documents, (document) => {
        expectSameAlone(inputOf(document), [rule]);
      }),
      { numRuns: 100, seed: 20261122 },
    );
    expect(tried.failed, rule.meta.id).toBe(true);
  }
});

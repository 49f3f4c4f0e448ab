import { globSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FORM_SCHEMA } from "../../core/form/form-schema.ts";
import { parseFormDefinition } from "../../core/form/parse-form-definition.ts";
import { formsPage, SMALLEST_FORM } from "../../renderer/docs/forms-page.ts";
import { undescribedKeys } from "../../renderer/docs/form-keys.ts";
import { loadForms } from "../../renderer/forms/load-forms.ts";
import { docsFolder, formatted } from "./docs-page.ts";

test("docs/forms.md says what the forms declare", async () => {
  const forms = loadForms().map(({ definition, folder }) => ({
    definition,
    samples: globSync("samples/*.xlsx", { cwd: folder })
      .sort()
      .map((path) => `../templates/${definition.name}/${path.replaceAll("\\", "/")}`),
  }));
  await expect(await formatted(formsPage(forms, FORM_SCHEMA))).toMatchFileSnapshot(join(docsFolder, "forms.md"));
});

test("every key of form.json is described", () => {
  expect(undescribedKeys(FORM_SCHEMA)).toEqual([]);
});

test("the form to begin with is a form", () => {
  expect(parseFormDefinition(SMALLEST_FORM, "example")).toBe(SMALLEST_FORM);
});

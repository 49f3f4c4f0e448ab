import { expect, test } from "vitest";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import { loadDictionaries } from "../../../renderer/forms/load-dictionaries.ts";
import { loadForms } from "../../../renderer/forms/load-forms.ts";

test("the pane knows the forms and dictionaries that the command line knows", () => {
  const forms = loadForms();
  const bundled = bundledForms();
  expect(bundled.map(({ definition }) => definition)).toEqual(forms.map(({ definition }) => definition));
  expect(bundled.map(({ dictionaries }) => dictionaries())).toEqual(forms.map(loadDictionaries));
});

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { BUILT_IN_TEMPLATES, findForm, loadForms } from "../../../renderer/forms/load-forms.ts";
import { ownTemplates } from "../../support/form-folder.ts";

const builtIn = readFileSync(join(BUILT_IN_TEMPLATES, "sendai-projects", "form.json"), "utf8");

function refusal(files: Readonly<Record<string, string | null>>): UserError {
  try {
    loadForms(ownTemplates(files));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("no UserError");
}

test("an own form wins over the built-in one; the others stay", () => {
  const own = ownTemplates({ "form.json": builtIn.replace('"title": "主な施策事業の実績"', '"title": "自分の様式"') });
  const forms = loadForms(own);
  expect(forms.map(({ definition }) => definition.name)).toEqual(loadForms().map(({ definition }) => definition.name));
  const { definition, folder } = findForm(forms, "sendai-projects");
  expect(definition.title).toBe("自分の様式");
  expect(folder).toBe(join(own, "sendai-projects"));
});

test("a byte order mark, as editors on Windows write it, does no harm", () => {
  expect(loadForms(ownTemplates({ "form.json": `\ufeff${builtIn}` }))).toHaveLength(loadForms().length);
});

test("hidden folders and files beside the forms are no forms", () => {
  const own = ownTemplates();
  mkdirSync(join(own, ".git"));
  writeFileSync(join(own, "form.schema.json"), "{}");
  expect(loadForms(own)).toHaveLength(loadForms().length);
});

describe("form.json", () => {
  test.each([
    ["missing", null, "template-missing", "sendai-projects/form.json がないか、読めません。"],
    ["empty", "", "form-invalid", "sendai-projects/form.json が JSON として読めません（1 行目で終わっています）。"],
    ["a comma too many", '{\n  "name": "a",\n}', "form-invalid", "JSON として読めません（3 行 1 字目）。"],
    [
      "a quotation mark of another kind",
      '{\n  "name": ”sendai”\n}',
      "form-invalid",
      "JSON として読めません（2 行 11 字目）。",
    ],
    [
      "a comma of another kind",
      '{\n  "name": "a"，\n  "title": "b"\n}',
      "form-invalid",
      "JSON として読めません（2 行 14 字目）。",
    ],
    ["a wrong word", '{\n  "required": tru\n}', "form-invalid", "JSON として読めません（2 行"],
    ["an open quotation", '{\n  "name": "a\n}', "form-invalid", "JSON として読めません（2 行 13 字目）。"],
    ["cut off", '{\n  "name": ', "form-invalid", "JSON として読めません（2 行目で終わっています）。"],
    [
      "named like another folder",
      builtIn.replace('"sendai-projects"', '"sendai"'),
      "form-invalid",
      "name が「sendai」で、フォルダー名「sendai-projects」と違います。",
    ],
    ["without layouts", '{ "name": "sendai-projects" }', "form-invalid", "sendai-projects/form.json"],
  ])("%s", (_, content, code, sentence) => {
    const error = refusal({ "form.json": content });
    expect(error.message).toContain(sentence);
    expect(error.code).toBe(code);
    expect(error.message + (error.hint ?? "")).not.toMatch(/undefined|NaN|[A-Za-z]{4,} [A-Za-z]{3,} [A-Za-z]{3,}/u);
  });
});

test("a form that does not exist is refused with the names that do", () => {
  expect(() => findForm(loadForms(), "仙台")).toThrow("帳票「仙台」はありません。");
});

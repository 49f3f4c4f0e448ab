import { expect, test } from "vitest";
import { findForm, loadForms } from "../../../renderer/forms/load-forms.ts";
import { compileTemplate } from "../../../renderer/html/compile-template.ts";
import { TemplateFault } from "../../../renderer/html/template-fault.ts";
import { ownTemplates, smallModel } from "../../support/form-folder.ts";

function faultOf(files: Readonly<Record<string, string>>): TemplateFault {
  try {
    compileTemplate(findForm(loadForms(ownTemplates(files)), "sendai-projects"))(smallModel());
  } catch (error) {
    if (error instanceof TemplateFault) return error;
    throw error;
  }
  throw new Error("no fault");
}

test.each([
  ["in the report", "{{titel}}", ["title", "subject", "municipality"]],
  ["in a part", "{{#each parts}}\n{{txt}}{{/each}}", ["kind", "role", "level", "text", "cell"]],
  ["in a value of it", "{{#each parts}}{{this.nothing}}{{/each}}", ["kind", "role", "level", "text", "cell"]],
  ["in the report, from inside a part", "{{#each parts}}{{../titel}}{{/each}}", ["title", "subject", "municipality"]],
])("says which fields exist %s", (_, source, names) => {
  const { available } = faultOf({ "report.hbs": source });
  expect(available?.kind).toBe("項目");
  expect(available?.names).toEqual(expect.arrayContaining(names));
  expect(available?.names).not.toContain("toString");
});

test("says which fields a partial gets", () => {
  const { place, available } = faultOf({
    "report.hbs": "{{#each parts}}{{> own}}{{/each}}",
    "partials/own.hbs": "\n{{txt}}",
  });
  expect(place).toMatchObject({ file: "sendai-projects/partials/own.hbs", line: 2, source: "\n{{txt}}" });
  expect(available?.names).toEqual(["kind", "role", "level", "text", "cell"]);
});

test("says which commands and which partials exist", () => {
  expect(faultOf({ "report.hbs": "{{warekii title}}" }).available).toMatchObject({
    kind: "命令",
    names: expect.arrayContaining(["lines", "wareki", "eq"]) as string[],
  });
  expect(faultOf({ "report.hbs": "{{> list-tabel}}", "partials/own.hbs": "" }).available).toMatchObject({
    kind: "部品",
    names: expect.arrayContaining(["list-table", "own"]) as string[],
  });
});

import { describe, expect, test } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { findForm, loadForms } from "../../../renderer/forms/load-forms.ts";
import { compileTemplate } from "../../../renderer/html/compile-template.ts";
import { ownTemplates, smallModel } from "../../support/form-folder.ts";

/** What `sendai-projects` with changed files makes of a report. */
function fill(files: Readonly<Record<string, string | null>>, model = smallModel()): string {
  return compileTemplate(findForm(loadForms(ownTemplates(files)), "sendai-projects"))(model);
}

function refusal(files: Readonly<Record<string, string | null>>): UserError {
  try {
    fill(files);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("no UserError");
}

const faults = [
  ["a field that does not exist", "<p>\n{{titel}}</p>", 2, "「titel」という項目はありません。"],
  [
    "a field of a value that does not exist",
    "{{#each parts}}\n\n{{this.nothing}}\n{{/each}}",
    3,
    "「nothing」という項目はありません。",
  ],
  ["a helper that does not exist", "\n\n{{yen title}}", 3, "「yen」という命令はありません。"],
  [
    "a block helper that does not exist",
    "{{#unlessEmpty title}}x{{/unlessEmpty}}",
    1,
    "「unlessEmpty」という命令はありません。",
  ],
  ["an unclosed block", "<p>\n{{#if title}}\n<b>", 3, "書き方に誤りがあります"],
  ["a block closed by another", "{{#if title}}\n{{/each}}", 1, "書き方に誤りがあります"],
  ["braces that do not match", "一行目\n{{title}", 2, "書き方に誤りがあります"],
] as const;

describe("report.hbs", () => {
  test.each(faults)("%s", (_, source, line, sentence) => {
    const { code, message, hint } = refusal({ "report.hbs": source });
    expect(code).toBe("template-invalid");
    expect(message).toContain(`テンプレート sendai-projects/report.hbs の ${line} 行目: `);
    expect(message).toContain(sentence);
    expect(message).not.toMatch(/undefined|NaN/u);
    expect(hint).toMatch(/。$/u);
  });

  test("a partial that does not exist", () => {
    const { code, message } = refusal({ "report.hbs": "<p>\n\n{{> signature}}" });
    expect(code).toBe("template-invalid");
    expect(message).toMatch(/^テンプレート sendai-projects\/report\.hbs.*: 部品「signature」がありません。$/u);
  });

  test("is missing", () => {
    const { code, message } = refusal({ "report.hbs": null });
    expect(code).toBe("template-missing");
    expect(message).toBe("テンプレート sendai-projects/report.hbs がないか、読めません。");
  });
});

describe("a partial of the form", () => {
  test.each(faults)("%s", (_, source, line, sentence) => {
    const { message } = refusal({ "report.hbs": "\n\n\n\n{{> own}}", "partials/own.hbs": source });
    expect(message).toContain(`テンプレート sendai-projects/partials/own.hbs の ${line} 行目: `);
    expect(message).toContain(sentence);
  });

  test("is used with the fields that are handed to it", () => {
    const html = fill({ "report.hbs": '{{> own label="題"}}', "partials/own.hbs": "{{label}}: {{title}}" });
    expect(html).toBe("題: 主な施策");
  });

  test("wins over the shared one of its name", () => {
    expect(fill({ "partials/parts.hbs": "自分の部品" })).toBe("自分の部品");
  });
});

test.each([
  [
    "HTML",
    "<b onclick=\"x()\">太字</b> &amp; '一'",
    "&lt;b onclick&#x3D;&quot;x()&quot;&gt;太字&lt;/b&gt; &amp;amp; &#x27;一&#x27;",
  ],
  ["Handlebars", "{{title}} {{{title}}} {{> parts}} {{!-- --}}", "{{title}} {{{title}}} {{&gt; parts}} {{!-- --}}"],
  ["prototype", "constructor __proto__", "constructor __proto__"],
])("%s in a cell stays text", (_, text, html) => {
  expect(fill({}, smallModel(text))).toContain(`<td class="result" data-cell="実績!C4">${html}</td>`);
});

test.each(["{{constructor}}", "{{__proto__.polluted}}", "{{title.constructor.name}}", '{{lookup this "constructor"}}'])(
  "a template does not reach the program: %s",
  (source) => {
    let html = "";
    try {
      html = fill({ "report.hbs": source });
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
    }
    expect(html.trim()).toBe("");
  },
);

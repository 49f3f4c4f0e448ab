import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { loadDictionaries } from "../../../renderer/forms/load-dictionaries.ts";
import { findForm, loadForms } from "../../../renderer/forms/load-forms.ts";
import { compileTemplate } from "../../../renderer/html/compile-template.ts";
import { htmlDocument } from "../../../renderer/html/html-document.ts";
import { ownTemplates, smallModel } from "../../support/form-folder.ts";

const outside = mkdtempSync(join(tmpdir(), "hyoka-outside-"));
afterAll(() => {
  rmSync(outside, { recursive: true, force: true });
});
writeFileSync(join(outside, "secret.hbs"), "秘密の内容");
writeFileSync(join(outside, "form.json"), "{}");

/** Loads, fills and dresses `sendai-projects` of a folder of own templates. */
function html(root: string): string {
  const form = findForm(loadForms(root), "sendai-projects");
  loadDictionaries(form);
  return htmlDocument(form, smallModel(), compileTemplate(form)(smallModel()), "");
}

function refusal(root: string): UserError {
  try {
    html(root);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("no UserError");
}

describe("a link that leads out of the form's folder is refused", () => {
  test.each([
    ["the template", "report.hbs", "secret.hbs"],
    ["the style", "report.css", "secret.hbs"],
    ["the definition", "form.json", "form.json"],
    ["a dictionary", "dictionaries/organisations.json", "form.json"],
    ["a partial", "partials/parts.hbs", "secret.hbs"],
  ])("%s", (_, name, target) => {
    const root = ownTemplates({ "partials/other.hbs": "", [name]: "" });
    const file = join(root, "sendai-projects", name);
    rmSync(file);
    symlinkSync(join(outside, target), file);
    const { code, message, hint } = refusal(root);
    expect(code).toBe("template-invalid");
    expect(message).toMatch(new RegExp(`^${name.replaceAll(".", "\\.")} は、.*の外にあるファイル`, "u"));
    expect(hint).toBe("リンクの代わりに、ファイルそのものをフォルダーに置いてください。");
  });

  test("a folder of partials", () => {
    const root = ownTemplates();
    symlinkSync(outside, join(root, "sendai-projects/partials"));
    expect(refusal(root).message).toContain("partials/secret.hbs は、帳票のフォルダー");
  });

  test("but not one to a file beside it", () => {
    const root = ownTemplates({ "body.hbs": "本体" });
    rmSync(join(root, "sendai-projects/report.hbs"));
    symlinkSync("body.hbs", join(root, "sendai-projects/report.hbs"));
    expect(html(root)).toContain("本体");
  });
});

describe("a template names no file and runs no code", () => {
  test.each([
    ["an absolute path", '{{> "/etc/passwd"}}'],
    ["a path out of the folder", '{{> "../../secret"}}'],
    ["a path without quotes", "{{> ../secret}}"],
    ["a path made from data", "{{> (lookup this 'title')}}"],
    ["a decorator", "{{* run title}}"],
    ["a decorated block", "{{#*run title}}x{{/run}}"],
    ["a helper of Node.js", '{{require "node:fs"}}'],
    ["a helper of the global object", '{{process "exit"}}'],
  ])("%s", (_, source) => {
    const { code, message, hint } = refusal(ownTemplates({ "report.hbs": `<p>\n${source}` }));
    expect(code).toBe("template-invalid");
    expect(message).toMatch(/^テンプレート sendai-projects\/report\.hbs/u);
    expect(message).not.toContain("秘密");
    expect(hint).toMatch(/。$/u);
  });

  test("what it writes to a log goes nowhere", () => {
    const logs = (["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    const { message } = refusal(ownTemplates({ "report.hbs": '{{log title level="error"}}' }));
    expect(message).toContain("「log」という命令はありません。");
    for (const log of logs) expect(log).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

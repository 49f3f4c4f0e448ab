import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildReportModel } from "../../core/report/build-report-model.ts";
import type { ReportModel } from "../../core/report/report-model.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { UserError } from "../../core/user-error.ts";
import { failureText } from "../../renderer/console-text.ts";
import {
  ATTRIBUTES,
  documentedHelpers,
  PARTIALS,
  templatesPage,
  VARIABLES,
} from "../../renderer/docs/templates-page.ts";
import type { TemplateFault } from "../../renderer/docs/templates-page.ts";
import { findForm, loadForms } from "../../renderer/forms/load-forms.ts";
import { compileTemplate } from "../../renderer/html/compile-template.ts";
import { htmlDocument } from "../../renderer/html/html-document.ts";
import { TEMPLATE_HELPERS } from "../../renderer/html/template-helpers.ts";
import { readXlsx } from "../../renderer/workbook/read-xlsx.ts";
import { docsFolder, formatted, projectFolder } from "./docs-page.ts";

const root = mkdtempSync(join(tmpdir(), "hyoka-docs-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const forms = loadForms();

/** A sample as its template sees it. */
async function sampleModel(formName: string, sample: string): Promise<ReportModel> {
  const { definition, folder } = findForm(forms, formName);
  const { form, document } = recogniseForm(await readXlsx(join(folder, "samples", `${sample}.xlsx`)), [definition]);
  return buildReportModel(form, document, { issuedOn: "2026-04-01", workbook: sample, unconfirmed: false });
}

/** What the program says of a `report.hbs`. */
function faultOf(template: string, model: ReportModel): TemplateFault {
  const source = findForm(forms, model.form.name);
  const folder = join(root, basename(source.folder));
  cpSync(source.folder, folder, { recursive: true });
  writeFileSync(join(folder, "report.hbs"), template);
  try {
    compileTemplate({ ...source, folder })(model);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { template, message: failureText(error, "ブック.xlsx") };
  }
  throw new Error(`no fault in ${template}`);
}

test("docs/templates.md shows what templates get and what they may say", async () => {
  mkdirSync(root, { recursive: true });
  const models = await Promise.all([
    sampleModel("sendai-projects", "sendai-r6"),
    sampleModel("kawasaki-evaluation", "kawasaki"),
    sampleModel("nerima-action-plan", "nerima"),
  ]);
  const faults = [
    "<h1>{{titel}}</h1>",
    "<p>{{warekii issuedOn}}</p>",
    "{{> list-tabel}}",
    "{{#each parts}}\n{{text}}\n{{/if}}",
  ].map((template) => faultOf(template, models[0]));
  const page = templatesPage({ models, faults, refusal: refusal() });
  await expect(await formatted(page)).toMatchFileSnapshot(join(docsFolder, "templates.md"));
});

/** The sentence of `page-pool.ts`, whose browser these tests do without. */
function refusal(): string {
  const message = "帳票が外部のファイル「http://hyoka.invalid/seal.png」を読み込もうとしたため、印刷できませんでした。";
  const hint = "画像などは、テンプレートの中に data: の形で埋め込んでください。";
  const source = readFileSync(join(projectFolder, "renderer/browser/page-pool.ts"), "utf8");
  expect(source).toContain("を読み込もうとしたため、印刷できませんでした。");
  expect(source).toContain(hint);
  return failureText(new UserError("print-failed", message, hint), "ブック.xlsx");
}

test("every helper is explained", () => {
  expect(documentedHelpers().sort()).toEqual(Object.keys(TEMPLATE_HELPERS).sort());
});

test("every shared partial is explained", () => {
  const names = readdirSync(join(projectFolder, "templates/shared/partials")).map((name) => basename(name, ".hbs"));
  expect(Object.keys(PARTIALS).sort()).toEqual(names.sort());
});

test("every attribute that the pagination heeds is explained", () => {
  const source = readFileSync(join(projectFolder, "renderer/page/paginate.ts"), "utf8");
  const heeded = new Set(source.match(/data-[a-z]+(?:-[a-z]+)*/gu));
  // The pagination's own note from one page to the next.
  heeded.delete("data-cut");
  const explained = new Set(Object.keys(ATTRIBUTES).map((name) => name.replace(/=.*/u, "")));
  expect([...explained].sort()).toEqual([...heeded].sort());
});

test("every variable of the style is explained", async () => {
  const form = findForm(forms, "sendai-projects");
  const html = htmlDocument(form, await sampleModel("sendai-projects", "sendai-r6"), "", "");
  const set = new Set([...html.matchAll(/(--[a-z-]+):/gu)].map(([, name]) => name));
  expect([...set].sort()).toEqual(Object.keys(VARIABLES).sort());
});

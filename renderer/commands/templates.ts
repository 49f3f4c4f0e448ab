import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { buildReportModel } from "../../core/report/build-report-model.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { UserError } from "../../core/user-error.ts";
import { fontFacesOn } from "../browser/fonts.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { withPrintingPool } from "../browser/printing-pool.ts";
import { failureText, type Output } from "../console-text.ts";
import { EXIT } from "../exit-code.ts";
import { findForm, type FormFolder, loadForms } from "../forms/load-forms.ts";
import { compileTemplate, type ReportTemplate } from "../html/compile-template.ts";
import { htmlDocument } from "../html/html-document.ts";
import { accessibilityFaults } from "../pdf/accessibility-faults.ts";
import { printReport } from "../pdf/print-report.ts";
import { copyForm } from "../templates/copy-form.ts";
import { type FieldUse, templateUse, type TemplateUse } from "../templates/template-use.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";

export interface TemplatesInitOptions {
  /** The new form's name; otherwise that of the form that is copied. */
  readonly as?: string;
  readonly samples: boolean;
  readonly templates?: string;
}

export interface TemplatesCheckOptions {
  readonly templates?: string;
  /** Print too, and look whether the PDF can be read aloud. */
  readonly print: boolean;
  /** Path of the browser that a person named. */
  readonly browser?: string;
}

/** Copies a form's folder into `into`, to start a template of one's own from. */
export async function initTemplate(
  formName: string,
  into: string,
  { as, samples, templates }: TemplatesInitOptions,
  output: Output,
): Promise<number> {
  const form = findForm(loadForms(templates), formName);
  const folder = await copyForm(form, { into, name: as ?? form.definition.name, samples });
  output.out(`✓ ${folder} を作りました（元の帳票 ${form.definition.name}）。`);
  output.note(`使うときは --templates ${into} を付けます。紙面の確かめ方: hyoka templates check ${folder} ブック.xlsx`);
  return EXIT.done;
}

/**
 * Looks whether a template can be filled and uses every field of its form.
 * @param target a form's name or its folder.
 * @param workbooks to fill it with; without any, the samples in its folder.
 * @param signal aborted when the person interrupts.
 * @returns `failure` when a field stands nowhere on the page and the form does not say so, or the PDF will not claim PDF/UA.
 */
export async function checkTemplate(
  target: string,
  workbooks: readonly string[],
  { templates, print, ...options }: TemplatesCheckOptions,
  host: HostMachine,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const form = formAt(target, templates);
  const files = workbooks.length > 0 ? workbooks : sampleWorkbooks(form);
  const check = async (pool?: PagePool): Promise<number> => {
    const checker: TemplateChecker = { form, fill: compileTemplate(form), pool, platform: host.platform, output };
    let sound = true;
    for (const file of files) {
      try {
        sound = (await checkWith(checker, file)) && sound;
      } catch (error) {
        sound = false;
        output.note(failureText(error, file));
      }
    }
    return sound ? EXIT.done : EXIT.failure;
  };
  return print ? await withPrintingPool({ ...options, concurrency: 1 }, host, signal, check) : await check();
}

interface TemplateChecker {
  readonly form: FormFolder;
  readonly fill: ReportTemplate;
  /** Where to print, if at all. */
  readonly pool: PagePool | undefined;
  readonly platform: NodeJS.Platform;
  readonly output: Output;
}

function formAt(target: string, templates: string | undefined): FormFolder {
  if (!existsSync(join(target, "form.json"))) return findForm(loadForms(templates), target);
  const folder = resolve(target);
  return findForm(loadForms(dirname(folder)), basename(folder));
}

function sampleWorkbooks({ folder }: FormFolder): string[] {
  const samples = join(folder, "samples");
  const names = existsSync(samples) ? readdirSync(samples).filter((name) => /^[^~].*\.xls[xm]$/iu.test(name)) : [];
  if (names.length > 0) return names.sort().map((name) => join(samples, name));
  throw new UserError(
    "usage",
    `${basename(folder)} には見本のブックがありません。`,
    `「hyoka templates check ${folder} ブック.xlsx」のように、記入済みのブックを指定してください。`,
  );
}

/** Fills the template with a workbook and says what it finds. @returns whether all is well. */
async function checkWith({ form, fill, pool, platform, output }: TemplateChecker, file: string): Promise<boolean> {
  const { definition } = form;
  const { document } = recogniseForm(await readXlsx(file), [definition]);
  const issued = { issuedOn: ANY_DATE, workbook: basename(file), unconfirmed: false };
  const model = buildReportModel(definition, document, issued);
  const usesAll = tellUse(definition, templateUse(definition, document, model, fill), file, output);
  const html = htmlDocument(form, model, fill(model), fontFacesOn(platform));
  if (!pool) return usesAll;
  const { pdf } = await printReport(pool, html, definition.report);
  const faults = accessibilityFaults(pdf);
  if (faults.length === 0) output.out("  ✓ PDF/UA の条件を、機械で確かめられる範囲で満たします。");
  else output.out("  ✗ PDF/UA の条件を満たしません（docs/pdf-accessibility.md）。");
  for (const fault of faults) output.out(`    ${fault}`);
  return usesAll && faults.length === 0;
}

/** The date is printed somewhere or nowhere; which one it is does not matter. */
const ANY_DATE = "2026-04-01";

function tellUse(
  { name, report }: FormDefinition,
  { fields, unprintedTexts }: TemplateUse,
  file: string,
  output: Output,
): boolean {
  const leftOut = new Set(report.leftOut);
  const used = fields.filter(({ cells, unprinted }) => cells > 0 && unprinted.length === 0);
  const missing = fields.filter(({ field, unprinted }) => unprinted.length > 0 && !leftOut.has(field));
  const blank = fields.filter(({ cells }) => cells === 0);
  const mark = missing.length > 0 ? "✗" : "✓";
  output.out(`${mark} ${name}: ${file}（紙面に出る項目 ${used.length}、載せない項目 ${leftOut.size}）`);
  for (const use of missing) output.out(`  ${missingLine(use)}`);
  if (missing.length > 0)
    output.out("  → report.hbs に出すか、載せないと決めた項目の名前を form.json の report.leftOut に並べてください。");
  for (const { title, field } of used.filter((use) => leftOut.has(use.field)))
    output.note(`  「${title}」（${field}）は report.leftOut にありますが、紙面に出ています。`);
  const [first] = unprintedTexts;
  if (first)
    output.note(
      `  紙面にない文が ${unprintedTexts.length} か所あります（最初は ${first.cell}「${first.text.slice(0, 20)}」）。`,
    );
  if (blank.length > 0)
    output.note(`  このブックに値がなく、確かめられない項目: ${blank.map(({ title }) => `「${title}」`).join("")}`);
  return missing.length === 0;
}

function missingLine({ title, field, cells, unprinted }: FieldUse): string {
  const [first] = unprinted;
  const what = `「${title}」（${field}）`;
  return unprinted.length === cells
    ? `${what}は紙面のどこにもありません（${cells} か所。最初は ${first}）。`
    : `${what}の ${cells} か所のうち ${unprinted.length} か所が紙面にありません（最初は ${first}）。`;
}

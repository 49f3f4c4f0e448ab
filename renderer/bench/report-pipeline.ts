import type { Page } from "puppeteer";
import { buildReportModel } from "../../core/report/build-report-model.ts";
import type { ReportModel } from "../../core/report/report-model.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { findForm, loadForms, type FormFolder } from "../forms/load-forms.ts";
import { compileTemplate, type ReportTemplate } from "../html/compile-template.ts";
import { htmlDocument } from "../html/html-document.ts";
import { checkGlyphs } from "../pdf/check-glyphs.ts";
import { finishPdf } from "../pdf/finish-pdf.ts";
import { PRINT_OPTIONS, printReport, type PrintedReport } from "../pdf/print-report.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";
import { timeOf } from "./timing.ts";

/** The steps from a workbook to its PDF as the command `render` takes them, without the search for errors. */
export interface Pipeline {
  readonly forms: readonly FormFolder[];
  readonly recognise: (snapshot: WorkbookSnapshot) => { readonly folder: FormFolder; readonly model: ReportModel };
  readonly print: (pool: PagePool, workbook: string) => Promise<PrintedReport>;
}

export const ISSUED_ON = "2026-04-01";

/** A pipeline that compiles each template once. */
export function createPipeline(): Pipeline {
  const forms = loadForms();
  const definitions = forms.map(({ definition }) => definition);
  const templates = new Map<string, ReportTemplate>();
  const recognise: Pipeline["recognise"] = (snapshot) => {
    const { form, document } = recogniseForm(snapshot, definitions);
    const model = buildReportModel(form, document, { issuedOn: ISSUED_ON, workbook: "bench", unconfirmed: false });
    return { folder: findForm(forms, form.name), model };
  };
  const html = (folder: FormFolder, model: ReportModel): string => {
    const { name } = folder.definition;
    let template = templates.get(name);
    if (!template) templates.set(name, (template = compileTemplate(folder)));
    return htmlDocument(folder, model, template(model), "");
  };
  return {
    forms,
    recognise,
    async print(pool, workbook) {
      const { folder, model } = recognise(await readXlsx(workbook));
      const { report } = folder.definition;
      const { title, municipality: author, subject, issuedOn } = model;
      const printed = await printReport(pool, html(folder, model), report, () => {
        checkGlyphs(model, report.typeface);
      });
      return { ...printed, pdf: finishPdf(printed.pdf, { title, author, subject, issuedOn }) };
    },
  };
}

/** The HTML that the only page of a pool shows: after printing, the report as it was cut into pages. */
export async function shownHtml(pool: PagePool): Promise<string> {
  return await pool.withPage((page) => page.content());
}

/** Prints a finished HTML with nothing but Puppeteer; returns the times in milliseconds. */
export async function printBare(page: Page, html: string): Promise<{ readonly load: number; readonly pdf: number }> {
  const load = await timeOf(() => page.setContent(html));
  const pdf = await timeOf(() => page.pdf(PRINT_OPTIONS));
  return { load, pdf };
}

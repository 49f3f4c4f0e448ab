import { join } from "node:path";
import type { FormDefinition, ReportDefinition } from "../../core/form/form-definition.ts";
import type { ComparisonModel } from "../../core/report/comparison/comparison-model.ts";
import { BUILT_IN_TEMPLATES } from "../forms/load-forms.ts";
import { compileTemplateFile } from "../html/compile-template.ts";
import { htmlDocument } from "../html/html-document.ts";

/** A comparison on its way to paper. */
export interface ComparisonReport {
  readonly html: string;
  /** The page that it is made for. */
  readonly page: ReportDefinition;
}

const SHARED = join(BUILT_IN_TEMPLATES, "shared");
const FOLDER = join(SHARED, "comparison");
/** Two years and the findings side by side ask for a wide page, whatever page the form itself has. */
const PAGE = {
  size: "A4",
  orientation: "landscape",
  margin: { top: 13, right: 12, bottom: 14, left: 12 },
  fontSize: 8.5,
} as const;

/** Fills the template of comparisons in the form's typeface. @throws UserError `template-missing`, `template-invalid` */
export function comparisonReport(form: FormDefinition, model: ComparisonModel, fontFaces: string): ComparisonReport {
  const page: ReportDefinition = { ...form.report, ...PAGE };
  const body = compileTemplateFile(FOLDER, "report.hbs")(model);
  const html = htmlDocument(
    { folder: FOLDER, sharedFolder: SHARED, definition: { report: page } },
    model,
    body,
    fontFaces,
  );
  return { html, page };
}

import { basename, extname } from "node:path";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { buildReportModel } from "../../core/report/build-report-model.ts";
import { withPrintOptions, type PrintOptions } from "../../core/report/print-options.ts";
import type { ReportModel } from "../../core/report/report-model.ts";
import { documentTables, type EvaluationDocument } from "../../core/table/evaluation-document.ts";
import { UserError } from "../../core/user-error.ts";
import type { CheckedDocument } from "../../core/validation/check-document.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { fontFacesOn } from "../browser/fonts.ts";
import { checkWorkbook } from "../check/check-workbook.ts";
import { findForm, type FormFolder } from "../forms/load-forms.ts";
import { compileTemplate, type ReportTemplate } from "../html/compile-template.ts";
import { htmlDocument } from "../html/html-document.ts";
import { checkGlyphs } from "../pdf/check-glyphs.ts";

/** How workbooks become reports. */
export interface PreparationOptions {
  readonly forms: readonly FormFolder[];
  /** The form that a person named. */
  readonly chosen: FormFolder | undefined;
  readonly platform: NodeJS.Platform;
  /** What a person asks of the print, beside what the form says. */
  readonly print?: PrintOptions;
  /** ISO date printed in the file's properties. */
  readonly issuedOn: string;
  /** Go on in spite of errors in the table, with a visible 「未確認」 mark. */
  readonly force: boolean;
  /** Look for everything, not only for errors, which alone decide whether a report may be printed. */
  readonly allRules?: boolean;
}

/** A workbook on its way to paper. */
export interface PreparedReport {
  readonly form: FormDefinition;
  readonly workbook: WorkbookSnapshot;
  readonly document: EvaluationDocument;
  /** What was found in it. */
  readonly result: CheckedDocument;
  readonly model: ReportModel;
  /** The whole HTML file, not yet cut into pages. */
  readonly html: string;
  readonly records: number;
  /** What the log says besides the result line: the 「未確認」 mark, accepted errors. Indented lines. */
  readonly remarks: readonly string[];
  /** Looks for characters that no font holds. @throws UserError `glyph-missing` */
  readonly checkGlyphs: () => void;
}

/**
 * Reads a workbook, recognises its form, looks for errors and fills the form's template.
 * @throws UserError when it cannot be read or recognised; `table-errors` when it has errors and nobody said `force`.
 */
export type ReportPreparer = (workbook: string) => Promise<PreparedReport>;

/** A preparer that compiles each template once. */
export function reportPreparer({ platform, issuedOn, force, ...options }: PreparationOptions): ReportPreparer {
  const printed = (folder: FormFolder): FormFolder => {
    const report = withPrintOptions(folder.definition.report, options.print ?? {});
    return { ...folder, definition: { ...folder.definition, report } };
  };
  const forms = options.forms.map(printed);
  const chosen = options.chosen && printed(options.chosen);
  const templates = new Map<string, ReportTemplate>();
  const fontFaces = fontFacesOn(platform);
  const fill = (folder: FormFolder, model: ReportModel): string => {
    let template = templates.get(folder.definition.name);
    if (!template) templates.set(folder.definition.name, (template = compileTemplate(folder)));
    return htmlDocument(folder, model, template(model), fontFaces);
  };
  return async (workbook) => {
    const { form, document, result, ...checked } = await checkWorkbook(workbook, {
      forms,
      chosen,
      previous: undefined,
      errorsOnly: options.allRules !== true,
    });
    const { errors } = result.summary;
    if (errors > 0 && !force) throw tableErrors(workbook, result);
    const model = buildReportModel(form, document, {
      issuedOn,
      workbook: basename(workbook, extname(workbook)),
      unconfirmed: errors > 0,
    });
    return {
      form,
      workbook: checked.workbook,
      document,
      result,
      model,
      html: fill(findForm(forms, form.name), model),
      records: documentTables(document).reduce((sum, table) => sum + table.records.length, 0),
      remarks: [
        ...(errors > 0 ? [`  誤りが ${errors} 件あるため、「未確認」の印を付けました。`] : []),
        ...acceptedErrors(result),
      ],
      checkGlyphs: () => {
        const watermark = { text: form.report.watermark ?? "", cell: "透かし" };
        checkGlyphs({ model, watermark }, form.report.typeface);
      },
    };
  };
}

/** How many errors the refusal to print names. */
const NAMED_ERRORS = 3;

function tableErrors(workbook: string, { open, summary }: CheckedDocument): UserError {
  const errors = open.filter(({ severity }) => severity === "error");
  const named = errors
    .slice(0, NAMED_ERRORS)
    .map(({ sheet, address, message }) => `\n    ${sheet}!${address} ${message}`);
  const more = summary.errors > NAMED_ERRORS ? `\n    ほか ${summary.errors - NAMED_ERRORS} 件` : "";
  return new UserError(
    "table-errors",
    `表に誤りが ${summary.errors} 件あるため、印刷しません。${named.join("")}${more}`,
    `「hyoka check ${workbook}」で確かめて直すか、「確認済み」シートに理由を書くか、--force で「未確認」の印を付けて印刷してください。`,
  );
}

/** Errors that somebody has accepted: the log of a printed report names them, with the reason. */
function acceptedErrors({ accepted }: CheckedDocument): string[] {
  return accepted
    .filter(({ diagnostic }) => diagnostic.severity === "error")
    .map(({ diagnostic: { sheet, address, message }, acceptance: { reason, by } }) => {
      const who = by === "" ? "" : `、${by}`;
      return `  確認済みの誤り ${sheet}!${address} ${message}（${reason}${who}）`;
    });
}

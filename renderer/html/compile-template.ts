import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import type { ReportModel } from "../../core/report/report-model.ts";
import { UserError } from "../../core/user-error.ts";
import type { FormFolder } from "../forms/load-forms.ts";
import { TEMPLATE_HELPERS } from "./template-helpers.ts";

/** Fills a form's `report.hbs`: data in, HTML of the body out. @throws UserError `template-invalid` */
export type ReportTemplate = (model: ReportModel) => string;

const OPTIONS: CompileOptions = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(TEMPLATE_HELPERS).map((name) => [name, true])),
};

/**
 * Compiles `report.hbs` with the shared partials and the form's own (`partials/*.hbs`, which win). In strict mode a
 * field that does not exist is an error that names file, line and field.
 * @throws UserError `template-missing`, `template-invalid`
 */
export function compileTemplate(form: FormFolder): ReportTemplate {
  const shown = basename(form.folder);
  return compileTemplateFile(
    form.folder,
    "report.hbs",
    new Map([
      ...partialFiles(join(form.sharedFolder, "partials"), "shared/partials"),
      ...partialFiles(join(form.folder, "partials"), `${shown}/partials`),
    ]),
  );
}

/** Compiles one template of a folder with the helpers that every template has. @throws UserError as `compileTemplate`. */
export function compileTemplateFile(
  folder: string,
  file: string,
  partials: ReadonlyMap<string, PartialFile> = new Map(),
): (model: object) => string {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(TEMPLATE_HELPERS)) handlebars.registerHelper(name, helper);
  for (const [name, partial] of partials) {
    handlebars.registerPartial(name, compile(handlebars, readTemplate(partial.file, partial.label), partial.label));
  }
  const label = `${basename(folder)}/${file}`;
  const template = compile(handlebars, readTemplate(join(folder, file), label), label);
  return (model) => template(model);
}

interface PartialFile {
  readonly file: string;
  /** What messages call it. */
  readonly label: string;
}

function partialFiles(folder: string, label: string): [string, PartialFile][] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    // A form without partials of its own is the rule.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return names
    .filter((name) => name.endsWith(".hbs"))
    .sort()
    .map((name) => [basename(name, ".hbs"), { file: join(folder, name), label: `${label}/${name}` }]);
}

function readTemplate(file: string, label: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new UserError(
      "template-missing",
      `テンプレート ${label} がないか、読めません。`,
      "帳票のフォルダーには report.hbs が要ります。",
      { cause },
    );
  }
}

/** A compiled template whose faults name their file; the first to see a fault is the file in which it stands. */
function compile(handlebars: typeof Handlebars, source: string, label: string): HandlebarsTemplateDelegate {
  let template: HandlebarsTemplateDelegate | undefined;
  return (context: unknown, options?: Handlebars.RuntimeOptions) => {
    try {
      template ??= handlebars.compile(source, OPTIONS);
      return template(context, options);
    } catch (error) {
      throw error instanceof UserError ? error : templateError(error, label);
    }
  };
}

function templateError(error: unknown, label: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const line =
    (error as { lineNumber?: number }).lineNumber ??
    Number(/line (\d+)|- (\d+):\d+/u.exec(error.message)?.slice(1).find(Boolean));
  const place = line ? `${label} の ${line} 行目` : label;
  const field = /^"(.+?)" not defined in/u.exec(error.message)?.[1];
  if (field !== undefined) {
    return new UserError(
      "template-invalid",
      `テンプレート ${place}: 「${field}」という項目はありません。`,
      "項目の名前を docs/templates.md で確かめてください。",
      { cause: error },
    );
  }
  const helper = /unknown helper (\S+)/u.exec(error.message)?.[1];
  if (helper !== undefined) {
    return new UserError(
      "template-invalid",
      `テンプレート ${place}: 「${helper}」という命令はありません。`,
      "使える命令は docs/templates.md にあります。",
      { cause: error },
    );
  }
  const partial = /partial (\S+) could not be found/u.exec(error.message)?.[1];
  if (partial !== undefined) {
    return new UserError(
      "template-invalid",
      `テンプレート ${place}: 部品「${partial}」がありません。`,
      "shared/partials か、帳票の partials フォルダーに置いてください。",
      { cause: error },
    );
  }
  const isHandlebars = error.name === "Error" && (error.message.startsWith("Parse error") || "lineNumber" in error);
  if (!isHandlebars) return error;
  return new UserError(
    "template-invalid",
    `テンプレート ${place}: 書き方に誤りがあります（${firstLine(error.message)}）。`,
    "{{ }} の対応と {{/each}} などの閉じ忘れを確かめてください。",
    { cause: error },
  );
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}

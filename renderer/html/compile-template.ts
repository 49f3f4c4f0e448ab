import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import type { ReportModel } from "../../core/report/report-model.ts";
import { UserError } from "../../core/user-error.ts";
import type { FormFolder } from "../forms/load-forms.ts";
import { readFolderFile } from "../forms/read-folder-file.ts";
import { TemplateFault, type AvailableNames, type TemplatePlace } from "./template-fault.ts";
import { TEMPLATE_HELPERS } from "./template-helpers.ts";

/** Fills a form's `report.hbs`: data in, HTML of the body out. @throws UserError `template-invalid` */
export type ReportTemplate = (model: ReportModel) => string;

const OPTIONS: CompileOptions = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  // Handlebars' own `log` would write into the results of the command line.
  knownHelpers: { ...Object.fromEntries(Object.keys(TEMPLATE_HELPERS).map((name) => [name, true])), log: false },
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
    new Map([...partialFiles(form.sharedFolder, "shared"), ...partialFiles(form.folder, shown)]),
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
    handlebars.registerPartial(
      name,
      compile(handlebars, readTemplate(partial.folder, partial.file, partial.label), partial.label),
    );
  }
  const label = `${basename(folder)}/${file}`;
  const template = compile(handlebars, readTemplate(folder, file, label), label);
  return (model) => template(model);
}

interface PartialFile {
  readonly folder: string;
  /** Below the folder. */
  readonly file: string;
  /** What messages call it. */
  readonly label: string;
}

const PARTIALS = "partials";

function partialFiles(folder: string, label: string): [string, PartialFile][] {
  let names: string[];
  try {
    names = readdirSync(join(folder, PARTIALS));
  } catch (error) {
    // A form without partials of its own is the rule.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return names
    .filter((name) => name.endsWith(".hbs"))
    .sort()
    .map((name) => {
      const file = `${PARTIALS}/${name}`;
      return [basename(name, ".hbs"), { folder, file, label: `${label}/${file}` }];
    });
}

function readTemplate(folder: string, file: string, label: string): string {
  try {
    return readFolderFile(folder, file);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      "template-missing",
      `テンプレート ${label} がないか、読めません。`,
      "帳票のフォルダーには report.hbs が要ります。",
      { cause },
    );
  }
}

/** A compiled template whose faults name their file; the first to see a fault is the file in which it stands. */
function compile(handlebars: typeof Handlebars, source: string, file: string): HandlebarsTemplateDelegate {
  let template: HandlebarsTemplateDelegate | undefined;
  return (context: unknown, options?: Handlebars.RuntimeOptions) => {
    try {
      template ??= handlebars.compile(source, OPTIONS);
      return template(context, options);
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw templateError(error, { file, source }, (kind) =>
        kind === "部品"
          ? Object.keys(handlebars.partials)
          : kind === "命令"
            ? Object.keys(TEMPLATE_HELPERS)
            : fieldsAt((named) => template?.(named, options), context),
      );
    }
  };
}

function templateError(
  error: unknown,
  { file, source }: Omit<TemplatePlace, "line">,
  namesOf: (kind: AvailableNames["kind"]) => readonly string[],
): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const line =
    (error as { lineNumber?: number }).lineNumber ??
    Number(/line (\d+)|- (\d+):\d+/u.exec(error.message)?.slice(1).find(Boolean));
  const place = { file, source, line: line || undefined };
  const missing = (name: string, kind: AvailableNames["kind"], sentence: string, hint: string) =>
    new TemplateFault(
      place,
      sentence.replace("{}", () => name),
      hint,
      {
        cause: error,
        available: { kind, names: namesOf(kind) },
      },
    );
  const field = /^"(.+?)" not defined in/u.exec(error.message)?.[1];
  if (field !== undefined) {
    return missing(
      field,
      "項目",
      "「{}」という項目はありません。",
      "項目の名前を docs/templates.md で確かめてください。",
    );
  }
  const helper = /unknown helper (\S+)|^Missing decorator: "(.+)"/u.exec(error.message)?.slice(1).find(Boolean);
  if (helper !== undefined) {
    return missing(helper, "命令", "「{}」という命令はありません。", "使える命令は docs/templates.md にあります。");
  }
  const partial = /partial (\S+) could not be found/u.exec(error.message)?.[1];
  if (partial !== undefined) {
    return missing(
      partial,
      "部品",
      "部品「{}」がありません。",
      "shared/partials か、帳票の partials フォルダーに置いてください。",
    );
  }
  const isHandlebars = error.name === "Error" && (error.message.startsWith("Parse error") || "lineNumber" in error);
  if (!isHandlebars) return error;
  return new TemplateFault(
    place,
    `書き方に誤りがあります（${firstLine(error.message)}）。`,
    "{{ }} の対応と {{/each}} などの閉じ忘れを確かめてください。",
    { cause: error },
  );
}

/**
 * The fields that exist where a template asked for one that does not. Handlebars says only `[object Object]`: the
 * template is filled again with data whose objects name their fields instead.
 */
function fieldsAt(fill: (context: unknown) => unknown, context: unknown): string[] {
  try {
    fill(namingItsFields(context));
  } catch (error) {
    const names =
      error instanceof Error ? / not defined in fields:(\[.*?\])(?: - |$)/u.exec(error.message)?.[1] : undefined;
    if (names !== undefined) return JSON.parse(names) as string[];
  }
  return [];
}

function namingItsFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(namingItsFields);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, own]) => [name, namingItsFields(own)]));
  Object.defineProperty(copy, "toString", { value: () => `fields:${JSON.stringify(Object.keys(copy))}` });
  return copy;
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}

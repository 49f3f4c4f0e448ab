import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { formOfFolder } from "../../core/form/form-of-folder.ts";
import { UserError } from "../../core/user-error.ts";
import { readFolderFile } from "./read-folder-file.ts";

/** A form's folder: its definition and where its template, style and partials stand. */
export interface FormFolder {
  readonly definition: FormDefinition;
  readonly folder: string;
  /** `templates/shared`: partials and page rules that every form uses. */
  readonly sharedFolder: string;
}

/** The forms that come with the program. */
export const BUILT_IN_TEMPLATES = join(import.meta.dirname, "..", "..", "templates");

const SHARED = "shared";

/**
 * Loads every form folder. A folder of `ownTemplates` wins over a built-in one of the same name. A folder that cannot
 * be read is an error, never skipped.
 * @throws UserError `form-invalid`, `template-missing`
 */
export function loadForms(ownTemplates?: string): FormFolder[] {
  const forms = new Map<string, FormFolder>();
  for (const root of ownTemplates === undefined ? [BUILT_IN_TEMPLATES] : [BUILT_IN_TEMPLATES, ownTemplates]) {
    for (const name of formFolderNames(root)) forms.set(name, loadForm(join(root, name)));
  }
  return [...forms.values()].sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1));
}

/** @throws UserError `form-unknown` listing the names that exist. */
export function findForm(forms: readonly FormFolder[], name: string): FormFolder {
  const found = forms.find(({ definition }) => definition.name === name);
  if (found) return found;
  const names = forms.map(({ definition }) => definition.name).join("、");
  throw new UserError("form-unknown", `帳票「${name}」はありません。`, `使える帳票: ${names}`);
}

function formFolderNames(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== SHARED && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    throw new UserError(
      "template-missing",
      `帳票のフォルダー「${root}」を開けません。`,
      "--templates には form.json の入ったフォルダーが並ぶフォルダーを指定してください。",
      { cause },
    );
  }
}

function loadForm(folder: string): FormFolder {
  const name = basename(folder);
  const definition = formOfFolder(readJson(folder, "form.json", `${name}/form.json`), name);
  return { definition, folder, sharedFolder: join(BUILT_IN_TEMPLATES, SHARED) };
}

function readJson(folder: string, name: string, shown: string): unknown {
  let text: string;
  try {
    text = readFolderFile(folder, name);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      "template-missing",
      `${shown} がないか、読めません。`,
      "帳票のフォルダーには form.json が要ります。",
      { cause },
    );
  }
  text = text.replace(/^\ufeff/u, "");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(
      "form-invalid",
      `${shown} が JSON として読めません（${faultPlace(text)}）。`,
      "括弧、カンマ、引用符を確かめてください。",
      { cause },
    );
  }
}

/** Where a text stops being JSON. Of some faults V8 does not say so: it is where no continuation could help any more. */
function faultPlace(text: string): string {
  let good = 0;
  let bad = text.length + 1;
  while (good < bad - 1) {
    const middle = (good + bad) >> 1;
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  if (good === text.length) return `${text.trimEnd().split("\n").length} 行目で終わっています`;
  const before = text.slice(0, good).split("\n");
  return `${before.length} 行 ${before.at(-1)!.length + 1} 字目`;
}

function couldGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    return /^(?:Unexpected end|Unterminated)/u.test(message) || message.includes(` at position ${start.length} `);
  }
}

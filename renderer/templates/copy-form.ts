import { randomBytes } from "node:crypto";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import type { FormFolder } from "../forms/load-forms.ts";
import { makeOutputFolder } from "../write-output-file.ts";

export interface FormCopy {
  /** The folder that holds forms: what `--templates` gets. */
  readonly into: string;
  /** The form's name there; it is the folder's. */
  readonly name: string;
  /** Its samples too. */
  readonly samples: boolean;
}

const SAMPLES = "samples";
const SCHEMA = "form.schema.json";

/**
 * Copies a form's folder to start a template of one's own from: whole or not at all, and over nothing that is there. Beside it
 * stands the schema to which `form.json` refers, so that editors complete and check it.
 * @returns the new folder.
 * @throws UserError `usage` for a name that no form may have, `output-not-writable` where the folder is there already.
 */
export async function copyForm({ definition, folder }: FormFolder, { into, name, samples }: FormCopy): Promise<string> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(name)) {
    throw new UserError(
      "usage",
      `「${name}」は、帳票の名前にできません。`,
      "英小文字と数字を - でつないで、自治体名-帳票名 のように付けてください（例 fukui-subsidies）。",
    );
  }
  const copy = join(into, name);
  if (existsSync(copy)) {
    throw new UserError(
      "output-not-writable",
      `「${copy}」はすでにあります。上書きしません。`,
      "別のフォルダーか、--as で別の名前を指定してください。",
    );
  }
  await makeOutputFolder(into);
  // A name that begins with a dot is no form, should anyone look meanwhile.
  const aside = join(into, `.${name}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    cpSync(folder, aside, {
      recursive: true,
      dereference: true,
      filter: (file) => samples || dirname(file) !== folder || basename(file) !== SAMPLES,
    });
    renameForm(join(aside, "form.json"), definition.name, name);
    copySchema(dirname(folder), into);
    renameSync(aside, copy);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
  return copy;
}

/** The first `name` of the file is the form's: the others stand deeper. */
function renameForm(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(`"name": "${from}"`, `"name": "${to}"`));
}

function copySchema(from: string, to: string): void {
  if (existsSync(join(from, SCHEMA)) && !existsSync(join(to, SCHEMA))) cpSync(join(from, SCHEMA), join(to, SCHEMA));
}

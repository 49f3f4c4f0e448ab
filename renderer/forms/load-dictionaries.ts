import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { schemaFaults } from "../../core/form/json-schema.ts";
import { UserError } from "../../core/user-error.ts";
import type { Dictionaries } from "../../core/validation/dictionaries.ts";
import { DICTIONARY_SCHEMAS } from "../../core/validation/dictionary-schema.ts";
import type { FormFolder } from "./load-forms.ts";

type DictionaryName = keyof Dictionaries;

const FOLDER = "dictionaries";
const NAMES = Object.keys(DICTIONARY_SCHEMAS) as DictionaryName[];

/**
 * The dictionaries of a form: its own entries (`<form>/dictionaries/*.json`) before the common ones. A file may be
 * absent; a file that is there has to be right.
 * @throws UserError `form-invalid` with the file and the place in it.
 */
export function loadDictionaries({ folder, sharedFolder }: Pick<FormFolder, "folder" | "sharedFolder">): Dictionaries {
  const own = readFolder(folder);
  const shared = readFolder(sharedFolder);
  return Object.fromEntries(NAMES.map((name) => [name, [...own[name], ...shared[name]]])) as unknown as Dictionaries;
}

function readFolder(parent: string): Record<DictionaryName, readonly unknown[]> {
  const folder = join(parent, FOLDER);
  const files = jsonFiles(folder);
  const shown = (file: string) => `${basename(parent)}/${FOLDER}/${file}`;
  const stranger = files.find((file) => !NAMES.some((name) => file === `${name}.json`));
  if (stranger !== undefined) {
    throw new UserError(
      "form-invalid",
      `${shown(stranger)} は知らない辞書です。`,
      `辞書のファイル名は ${NAMES.map((name) => `${name}.json`).join("、")} のどれかにしてください。`,
    );
  }
  const read = (name: DictionaryName) =>
    files.includes(`${name}.json`) ? readDictionary(join(folder, `${name}.json`), name, shown(`${name}.json`)) : [];
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Record<DictionaryName, readonly unknown[]>;
}

function jsonFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(".json"));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new UserError(
      "form-invalid",
      `辞書のフォルダー「${folder}」を開けません。`,
      "フォルダーの権限を確かめてください。",
      {
        cause,
      },
    );
  }
}

function readDictionary(file: string, name: DictionaryName, shown: string): readonly unknown[] {
  const value = parseJson(file, shown);
  const faults = schemaFaults(value, DICTIONARY_SCHEMAS[name]);
  if (faults.length === 0) return value as readonly unknown[];
  const lines = faults.map(({ path, message }) => `  ${path}: ${message}`);
  throw new UserError(
    "form-invalid",
    `辞書 ${shown} に ${faults.length} か所の誤りがあります。\n${lines.join("\n")}`,
    "示した項目を直してください。どの項目にも根拠（source）が要ります。",
  );
}

function parseJson(file: string, shown: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/u, ""));
  } catch (cause) {
    const where = cause instanceof Error ? /line (\d+) column (\d+)/u.exec(cause.message) : null;
    const place = where ? `（${where[1]} 行 ${where[2]} 字目）` : "";
    throw new UserError(
      "form-invalid",
      `辞書 ${shown} が JSON として読めません${place}。`,
      "括弧、カンマ、引用符を確かめてください。",
      { cause },
    );
  }
}

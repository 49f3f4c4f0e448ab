import { schemaFaults } from "../form/json-schema.ts";
import { UserError } from "../user-error.ts";
import { DICTIONARY_SCHEMAS } from "./dictionary-schema.ts";
import type { Dictionaries } from "./dictionaries.ts";

/** The folder `dictionaries` of a form, or the common one, wherever its files come from. */
export interface DictionaryFolder {
  /** What messages call it: `sendai-projects/dictionaries`. */
  readonly shown: string;
  /** Names of its `.json` files: `terms.json`. */
  readonly files: readonly string[];
  /** A file's parsed content. */
  readonly read: (file: string) => unknown;
}

type DictionaryName = keyof Dictionaries;

const NAMES = Object.keys(DICTIONARY_SCHEMAS) as DictionaryName[];

/**
 * The dictionaries of a form: its own entries before the common ones. A file may be absent; a file that is there has to
 * be right.
 * @throws UserError `form-invalid` with the file and the place in it.
 */
export function readDictionaries(own: DictionaryFolder, shared: DictionaryFolder): Dictionaries {
  const [first, second] = [readFolder(own), readFolder(shared)];
  return Object.fromEntries(NAMES.map((name) => [name, [...first[name], ...second[name]]])) as unknown as Dictionaries;
}

function readFolder({ shown, files, read }: DictionaryFolder): Record<DictionaryName, readonly unknown[]> {
  const stranger = files.find((file) => !NAMES.some((name) => file === `${name}.json`));
  if (stranger !== undefined) {
    throw new UserError(
      "form-invalid",
      `${shown}/${stranger} は知らない辞書です。`,
      `辞書のファイル名は ${NAMES.map((name) => `${name}.json`).join("、")} のどれかにしてください。`,
    );
  }
  const entries = (name: DictionaryName) =>
    files.includes(`${name}.json`) ? checked(read(`${name}.json`), name, `${shown}/${name}.json`) : [];
  return Object.fromEntries(NAMES.map((name) => [name, entries(name)])) as Record<DictionaryName, readonly unknown[]>;
}

function checked(value: unknown, name: DictionaryName, shown: string): readonly unknown[] {
  const faults = schemaFaults(value, DICTIONARY_SCHEMAS[name]);
  if (faults.length === 0) return value as readonly unknown[];
  const lines = faults.map(({ path, message }) => `  ${path}: ${message}`);
  throw new UserError(
    "form-invalid",
    `辞書 ${shown} に ${faults.length} か所の誤りがあります。\n${lines.join("\n")}`,
    "示した項目を直してください。どの項目にも根拠（source）が要ります。",
  );
}

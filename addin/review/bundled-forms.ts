/// <reference types="vite/types/importMeta.d.ts" />
import { formOfFolder } from "../../core/form/form-of-folder.ts";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import type { Dictionaries } from "../../core/validation/dictionaries.ts";
import { readDictionaries, type DictionaryFolder } from "../../core/validation/read-dictionaries.ts";

/** A form that the pane knows. */
export interface ReviewForm {
  readonly definition: FormDefinition;
  /** @throws UserError `form-invalid` */
  readonly dictionaries: () => Dictionaries;
}

// Read when the pane is built: a folder that a municipality adds under templates/ is in the next build.
const definitions = import.meta.glob<unknown>("../../templates/*/form.json", { eager: true, import: "default" });
const dictionaries = import.meta.glob<unknown>("../../templates/*/dictionaries/*.json", {
  eager: true,
  import: "default",
});

const SHARED = "shared";

/**
 * Every form under templates/, by name, checked as the command line checks them.
 * @throws UserError `form-invalid`
 */
export function bundledForms(): ReviewForm[] {
  return Object.entries(definitions)
    .map(([path, value]) => reviewForm(value, path.split("/").at(-2) ?? ""))
    .sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1));
}

function reviewForm(value: unknown, folder: string): ReviewForm {
  let read: Dictionaries | undefined;
  return {
    definition: formOfFolder(value, folder),
    dictionaries: () => (read ??= readDictionaries(dictionaryFolder(folder), dictionaryFolder(SHARED))),
  };
}

function dictionaryFolder(folder: string): DictionaryFolder {
  const start = `../../templates/${folder}/dictionaries/`;
  const paths = Object.keys(dictionaries).filter((path) => path.startsWith(start));
  return {
    shown: `${folder}/dictionaries`,
    files: paths.map((path) => path.slice(start.length)),
    read: (file) => dictionaries[start + file],
  };
}

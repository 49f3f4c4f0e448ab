import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import type { Dictionaries } from "../../core/validation/dictionaries.ts";
import { readDictionaries, type DictionaryFolder } from "../../core/validation/read-dictionaries.ts";
import type { FormFolder } from "./load-forms.ts";
import { readFolderFile } from "./read-folder-file.ts";

const FOLDER = "dictionaries";

/**
 * The dictionaries of a form: its own entries (`<form>/dictionaries/*.json`) before the common ones.
 * @throws UserError `form-invalid` with the file and the place in it.
 */
export function loadDictionaries({ folder, sharedFolder }: Pick<FormFolder, "folder" | "sharedFolder">): Dictionaries {
  return readDictionaries(dictionaryFolder(folder), dictionaryFolder(sharedFolder));
}

function dictionaryFolder(parent: string): DictionaryFolder {
  const folder = join(parent, FOLDER);
  const shown = `${basename(parent)}/${FOLDER}`;
  return { shown, files: jsonFiles(folder), read: (file) => parseJson(parent, file, `${shown}/${file}`) };
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

function parseJson(parent: string, file: string, shown: string): unknown {
  try {
    return JSON.parse(readFolderFile(parent, `${FOLDER}/${file}`).replace(/^\ufeff/u, ""));
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
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

import { UserError } from "../user-error.ts";
import type { FormDefinition } from "./form-definition.ts";
import { parseFormDefinition } from "./parse-form-definition.ts";

/**
 * The form whose folder has this name, from its parsed `form.json`.
 * @throws UserError `form-invalid` with every fault and its path.
 */
export function formOfFolder(value: unknown, folder: string): FormDefinition {
  const definition = parseFormDefinition(value, `${folder}/form.json`);
  if (definition.name === folder) return definition;
  throw new UserError(
    "form-invalid",
    `帳票定義 ${folder}/form.json の name が「${definition.name}」で、フォルダー名「${folder}」と違います。`,
    "どちらかに揃えてください。",
  );
}

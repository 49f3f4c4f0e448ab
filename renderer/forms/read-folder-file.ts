import { readFileSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { UserError } from "../../core/user-error.ts";

/**
 * Reads a file of a form's folder. A link that leads out of the folder is refused: whoever hands a template on hands on all of it,
 * and a template from elsewhere reads nothing else of the machine.
 * @param name below the folder, as messages call it.
 * @throws UserError `template-invalid` for such a link; what Node.js throws when there is no such file.
 */
export function readFolderFile(folder: string, name: string): string {
  const file = realpathSync(join(folder, name));
  const below = relative(realpathSync(folder), file);
  if (isAbsolute(below) || /^\.\.(?:[\\/]|$)/u.test(below)) {
    throw new UserError(
      "template-invalid",
      `${name} は、帳票のフォルダー「${folder}」の外にあるファイル「${file}」へのリンクです。`,
      "リンクの代わりに、ファイルそのものをフォルダーに置いてください。",
    );
  }
  return readFileSync(file, "utf8");
}

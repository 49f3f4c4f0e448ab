import { existsSync, globSync } from "node:fs";

/**
 * Replaces patterns such as `評価票/*.xlsx` by the files that they name: the command prompts of Windows do not. A name
 * that exists as it stands, and a pattern that names nothing, stay as they are, so that the reader can say what is wrong.
 * Excel's own `~$` files are left out.
 */
export function expandWorkbooks(args: readonly string[]): string[] {
  return args.flatMap((arg) => {
    if (!/[*?]/u.test(arg) || existsSync(arg)) return [arg];
    const files = globSync(arg.replaceAll("\\", "/"))
      .filter((file) => !/(?:^|[\\/])~\$/u.test(file))
      .sort();
    return files.length > 0 ? files : [arg];
  });
}

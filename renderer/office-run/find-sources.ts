import { globSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A workbook to be printed, and the folder below the output folder in which its report belongs. */
export interface Source {
  readonly workbook: string;
  /** Empty for a workbook that was named itself; otherwise where it stands in the folder that was named. */
  readonly folder: string;
}

/**
 * Replaces folders by the workbooks in and below them, in the order of their names. Excel's own `~$` files and hidden folders
 * are left out. A folder without workbooks gives none.
 */
export function findSources(paths: readonly string[]): Source[] {
  return paths.flatMap((path) => (isFolder(path) ? workbooksBelow(path) : [{ workbook: path, folder: "" }]));
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function workbooksBelow(root: string): Source[] {
  const isLeftOut = (name: string) => name.startsWith("~$") || name.startsWith(".");
  return globSync("**/*.xls[xm]", { cwd: root, exclude: (path) => isLeftOut(basename(path)) })
    .filter((path) => !isLeftOut(basename(path)))
    .sort()
    .map((path) => ({ workbook: join(root, path), folder: dirname(path) === "." ? "" : dirname(path) }));
}

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BUILT_IN_TEMPLATES, type FormFolder } from "../forms/load-forms.ts";

/** What shows on the pages of a form; its samples do not. */
const SHOWS = /\.(?:hbs|css|json)$/u;
const SAMPLES = /(?:^|[\\/])samples[\\/]/u;

/**
 * The files on which the pages of a workbook depend: itself, the definition of every form, since a broken one stops all,
 * and what its own form's folder and the shared one hold.
 * @param form the form of the workbook; while it is unknown every form counts.
 */
export async function filesOfPreview(
  workbook: string,
  templates: string | undefined,
  form: Pick<FormFolder, "folder" | "sharedFolder"> | undefined,
): Promise<string[]> {
  const roots = templates === undefined ? [BUILT_IN_TEMPLATES] : [BUILT_IN_TEMPLATES, templates];
  const folders = form === undefined ? roots : [form.folder, form.sharedFolder];
  const lists = await Promise.all([...roots.map(definitionsIn), ...folders.map(shownIn)]);
  return [...new Set([workbook, ...lists.flat()])];
}

async function definitionsIn(root: string): Promise<string[]> {
  return (await namesIn(root)).map((name) => join(root, name, "form.json"));
}

async function shownIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder, true);
  return names.filter((name) => SHOWS.test(name) && !SAMPLES.test(name)).map((name) => join(folder, name));
}

/** Nothing for a folder that cannot be seen: its files show as gone, and reading the form says what is wrong. */
async function namesIn(folder: string, recursive = false): Promise<string[]> {
  return await readdir(folder, { recursive }).then(
    (names) => names.sort(),
    () => [],
  );
}

import { join } from "node:path";
import { format, resolveConfig } from "prettier";

export const projectFolder = join(import.meta.dirname, "../..");
export const docsFolder = join(projectFolder, "docs");

/** A page as `npm run format` would leave it, so that the generated files pass the lint. */
export async function formatted(markdown: string): Promise<string> {
  const path = join(docsFolder, "page.md");
  return await format(markdown, { ...(await resolveConfig(path)), filepath: path });
}

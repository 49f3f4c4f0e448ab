import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { copyOfficeJs, OFFICE_JS_FOLDER } from "../../../addin/packaging/office-js-files.ts";

const configFile = join(import.meta.dirname, "..", "..", "..", "vite.config.ts");

/** The pane as it is shipped, in a folder of its own. */
export interface BuiltPane {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds the pane as for a release (3 s), with the genuine office.js beside it. */
export async function buildPane(): Promise<BuiltPane> {
  const folder = await mkdtemp(join(tmpdir(), "hyoka-pane-"));
  await buildPaneInto(folder);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** Builds the pane into a folder, and empties that before. */
export async function buildPaneInto(folder: string): Promise<void> {
  await build({ configFile, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  await copyOfficeJs(join(folder, OFFICE_JS_FOLDER));
}

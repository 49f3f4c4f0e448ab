import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packagePane } from "../../../addin/packaging/package-pane.ts";

/** Builds the pane as it is served in a closed network, into a new folder. @returns the folder, for whoever removes it */
export async function buildPane(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "hyoka-pane-")), "addin");
  await packagePane({ folder, baseUrl: "https://hyoka.example.jp", officeJs: "own" });
  return folder;
}

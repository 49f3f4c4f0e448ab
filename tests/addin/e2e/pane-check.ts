import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../../../core/validation/diagnostic.ts";
import { hyoka } from "../../support/run-hyoka.ts";
import type { ListedFinding } from "./person-at-pane.ts";

/** A diagnostic as `hyoka check --format json` prints it. */
export type PrintedDiagnostic = Diagnostic & { readonly suppressed: boolean };

const words = { error: "誤り", warning: "警告", info: "情報" } as const;

/** What `hyoka check` says of each file. */
export async function checkedFiles(paths: readonly string[]): Promise<(readonly PrintedDiagnostic[])[]> {
  const { out } = await hyoka(["check", ...paths, "--format", "json"]);
  const { workbooks } = JSON.parse(out) as { workbooks: { diagnostics: PrintedDiagnostic[] }[] };
  return workbooks.map(({ diagnostics }) => diagnostics);
}

/** What `hyoka check` says of the bytes of a file. */
export async function checkedBytes(bytes: Uint8Array): Promise<readonly PrintedDiagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), "hyoka-saved-"));
  try {
    await writeFile(join(folder, "saved.xlsx"), bytes);
    return (await checkedFiles([join(folder, "saved.xlsx")]))[0]!;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A diagnostic as the list of the pane words it. */
export function asListed({ ruleId, severity, message, sheet, address, suppressed }: PrintedDiagnostic): ListedFinding {
  const lapsed = /^acceptance-(?:unused|without-reason)$/u.test(ruleId);
  return { word: suppressed ? "確認済み" : lapsed ? "失効" : words[severity], message, sheet, address };
}

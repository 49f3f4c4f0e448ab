import { basename } from "node:path";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import { defaultWorkbookLimits, type WorkbookLimits } from "../../xlsx/workbook-limits.ts";
import { readWorkbookFile } from "./read-workbook-file.ts";

/**
 * Reads an `.xlsx` or `.xlsm` file; its macros are never looked at.
 * Throws a UserError that names the file when it cannot be read, is no workbook, or is larger than `limits` allow.
 */
export async function readXlsx(
  path: string,
  limits: WorkbookLimits = defaultWorkbookLimits,
): Promise<WorkbookSnapshot> {
  return readXlsxBytes(await readWorkbookFile(path, limits.fileBytes), basename(path), limits);
}

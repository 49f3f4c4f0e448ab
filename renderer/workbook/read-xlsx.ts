import { basename } from "node:path";
import { UserError } from "../../core/user-error.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import { defaultWorkbookLimits, type WorkbookLimits } from "../../xlsx/workbook-limits.ts";
import { isTextName } from "../pasted-text/read-text.ts";
import { readWorkbookFile } from "./read-workbook-file.ts";

/**
 * Reads an `.xlsx` or `.xlsm` file; its macros are never looked at.
 * Throws a UserError that names the file when it cannot be read, is no workbook, or is larger than `limits` allow.
 */
export async function readXlsx(
  path: string,
  limits: WorkbookLimits = defaultWorkbookLimits,
): Promise<WorkbookSnapshot> {
  const bytes = await readWorkbookFile(path, limits.fileBytes);
  if (isTextName(path)) {
    throw new UserError(
      "not-a-workbook",
      `「${basename(path)}」は Excel のブックではなく、文（テキスト）のファイルです。`,
      "先に hyoka structure で、この文からブックを作り、できたブックを指定してください。",
    );
  }
  return readXlsxBytes(bytes, basename(path), limits);
}

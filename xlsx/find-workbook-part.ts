import { UserError } from "../core/user-error.ts";
import type { WorkbookPackage } from "./open-package.ts";
import { documentPart } from "./read-parts.ts";

/** The name of the workbook part. Throws a UserError that says what the package is when it is no `.xlsx` or `.xlsm`. */
export function findWorkbookPart(file: WorkbookPackage, fileName: string): string {
  const part = documentPart(file) ?? "xl/workbook.xml";
  if (part.toLowerCase().endsWith(".bin")) {
    throw new UserError(
      "not-a-workbook",
      `「${fileName}」はバイナリ形式（.xlsb）のブックなので、読めません。`,
      saveAsXlsx,
    );
  }
  if (file.has("content.xml") && file.has("mimetype")) {
    throw new UserError(
      "not-a-workbook",
      `「${fileName}」は OpenDocument 形式（.ods など）なので、読めません。`,
      saveAsXlsx,
    );
  }
  if (!/(^|\/)workbook[^/]*\.xml$/i.test(part) || !file.has(part)) {
    throw new UserError(
      "not-a-workbook",
      `「${fileName}」の中にブック（xl/workbook.xml）がなく、Excel のブックとして読めません。`,
      "拡張子だけを .xlsx に変えたファイルではないか確かめ、Excel で作ったブックを指定してください。",
    );
  }
  return part;
}

const saveAsXlsx = "Excel で開き、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存してください。";

import type ExcelJS from "exceljs";
import { strToU8, zipSync } from "fflate";
import { Workbook } from "./exceljs-workbook.ts";

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * Has ExcelJS read mended worksheet parts, as a package that holds nothing else: no styles, so that it gives every number as it stands
 * and no Dates, and no names of sheets, about which it is stricter than Excel. The result has the order of `sheets`.
 * Throws SyntaxError when a part is no well-formed XML.
 */
export async function loadWithExcelJs(
  sheets: readonly string[],
  sharedStrings: string,
): Promise<readonly ExcelJS.Worksheet[]> {
  const numbers = sheets.map((_, index) => index + 1);
  const parts: Record<string, string> = {
    "xl/workbook.xml":
      `<workbook ${namespaces}><sheets>` +
      numbers.map((number) => `<sheet name="${number}" sheetId="${number}" r:id="rId${number}"/>`).join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      numbers.map((number) => `<Relationship Id="rId${number}" Target="worksheets/sheet${number}.xml"/>`).join("") +
      "</Relationships>",
    "xl/sharedStrings.xml": sharedStrings,
  };
  for (const [index, xml] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = xml;

  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  const workbook = new Workbook();
  // ExcelJS declares a Buffer of its own that is no Uint8Array.
  const bytes = zipSync(files, { level: 0 }) as unknown as ExcelJS.Buffer;
  await workbook.xlsx.load(bytes).catch((cause: unknown) => {
    throw new SyntaxError("ExcelJS cannot read a part", { cause });
  });
  return numbers.map((number) => workbook.getWorksheet(number)!);
}

import { strToU8, zipSync } from "fflate";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The XML of a small workbook; a test writes only the part that it is about. */
export interface XlsxParts {
  /** What stands between `<worksheet>` and `</worksheet>`, one per sheet. */
  readonly sheets: readonly string[];
  /** Default: Sheet1, Sheet2 … Written as XML. */
  readonly sheetNames?: readonly string[];
  /** Attributes of `<sheet>`, by position. */
  readonly sheetAttributes?: readonly string[];
  /** What stands in `<sst>`. */
  readonly sharedStrings?: string;
  /** Format codes of cell formats 1, 2 …, written as XML. */
  readonly formats?: readonly string[];
  /** `numFmtId` of cell formats 1, 2 … for built-in formats. */
  readonly formatIds?: readonly number[];
  readonly date1904?: boolean;
  /** What stands after `<sheets>` in the workbook part. */
  readonly workbookRest?: string;
  /** Relationships of sheet 1: id → type, target, external. */
  readonly relationships?: readonly { id: string; type: string; target: string; external?: boolean }[];
  /** Further or other parts, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** The bytes of a workbook with the given parts. */
export function xlsxPackage(workbook: XlsxParts): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    "_rels/.rels": relationships([{ id: "rId1", type: "officeDocument", target: "xl/workbook.xml" }]),
    "xl/workbook.xml": workbookPart(workbook),
    "xl/_rels/workbook.xml.rels": relationships([
      ...workbook.sheets.map((_, i) => ({
        id: `rId${i + 1}`,
        type: "worksheet",
        target: `worksheets/sheet${i + 1}.xml`,
      })),
      { id: "rIdS", type: "sharedStrings", target: "sharedStrings.xml" },
      { id: "rIdF", type: "styles", target: "styles.xml" },
    ]),
    "xl/styles.xml": stylesPart(workbook),
  };
  for (const [index, sheet] of workbook.sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `${declaration}<worksheet ${main} xmlns:r="${officeDocument}">${sheet}</worksheet>`;
  }
  if (workbook.sharedStrings !== undefined) {
    files["xl/sharedStrings.xml"] = `${declaration}<sst ${main}>${workbook.sharedStrings}</sst>`;
  }
  if (workbook.relationships) files["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(workbook.relationships);
  return zipParts({ ...files, ...workbook.parts });
}

/** Any parts as a zip package. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 1 });
}

function workbookPart({ sheets, sheetNames, sheetAttributes, date1904, workbookRest }: XlsxParts): string {
  const list = sheets.map((_, i) => {
    const name = sheetNames?.[i] ?? `Sheet${i + 1}`;
    return `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}" ${sheetAttributes?.[i] ?? ""}/>`;
  });
  return (
    `${declaration}<workbook ${main} xmlns:r="${officeDocument}"><workbookPr${date1904 ? ' date1904="1"' : ""}/>` +
    `<sheets>${list.join("")}</sheets>${workbookRest ?? ""}</workbook>`
  );
}

function stylesPart({ formats = [], formatIds }: XlsxParts): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`);
  const ids = formatIds ?? formats.map((_, i) => 200 + i);
  return (
    `${declaration}<styleSheet ${main}><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs><xf numFmtId="0"/>${ids.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`
  );
}

function relationships(list: NonNullable<XlsxParts["relationships"]>): string {
  const items = list.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${officeDocument}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `${declaration}<Relationships xmlns="${namespace}">${items.join("")}</Relationships>`;
}

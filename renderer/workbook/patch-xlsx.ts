import { unzipSync, zipSync, type Zippable } from "fflate";
import { UserError } from "../../core/user-error.ts";
import type { CellEdit } from "../../core/validation/diagnostic.ts";
import { cellName } from "../../core/workbook/address.ts";
import type { CellSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { escapeXml } from "../../xlsx/decode-part.ts";
import { findWorkbookPart } from "../../xlsx/find-workbook-part.ts";
import { openPackage } from "../../xlsx/open-package.ts";
import { readParts } from "../../xlsx/read-parts.ts";
import { attributesOf, elements } from "../../xlsx/scan-xml.ts";
import { defaultWorkbookLimits } from "../../xlsx/workbook-limits.ts";

/** An edit that was not made, and why, in a Japanese sentence. */
export interface RefusedEdit {
  readonly edit: CellEdit;
  readonly reason: string;
}

export interface PatchedWorkbook {
  readonly bytes: Uint8Array;
  readonly applied: readonly CellEdit[];
  readonly refused: readonly RefusedEdit[];
}

/**
 * Puts new values into cells of a workbook by changing these cells in their XML part; every other part (charts, shapes,
 * macros, validations, custom XML, which ExcelJS would lose) stays byte for byte as it is. The cell keeps its format; a
 * furigana over the changed words is not kept. Refuses formulas, cells that no longer hold what was expected, and cells
 * whose words have several formats.
 * @param workbook the snapshot read from the same bytes.
 * @throws UserError `workbook-broken` for a signed workbook: any change would void its signature.
 */
export function patchXlsx(
  bytes: Uint8Array,
  fileName: string,
  workbook: WorkbookSnapshot,
  edits: readonly CellEdit[],
): PatchedWorkbook {
  // Checks the limits before anything is inflated whole.
  const file = openPackage(bytes, fileName, defaultWorkbookLimits);
  const parts = readParts(file, findWorkbookPart(file, fileName));
  const package_ = unzipSync(bytes);
  if (Object.keys(package_).some((name) => name.startsWith("_xmlsignatures/"))) {
    throw new UserError(
      "workbook-broken",
      `「${fileName}」には電子署名があり、直すと署名が無効になります。`,
      "署名を外した写しを作ってから直してください。",
    );
  }
  const cells = new Map(
    workbook.sheets.flatMap((sheet) => sheet.cells.map((cell) => [`${sheet.name}!${cellName(cell)}`, cell] as const)),
  );
  const richStrings = richSharedStrings(parts.sharedStrings);
  const applied: CellEdit[] = [];
  const refused: RefusedEdit[] = [];
  for (const sheet of parts.sheets) {
    const own = edits.filter((edit) => edit.sheet === sheet.name);
    const content = package_[sheet.part];
    if (own.length === 0 || !content) continue;
    const sound = own.filter((edit) => {
      const reason = unsoundReason(edit, cells.get(`${edit.sheet}!${edit.address}`));
      if (reason !== undefined) refused.push({ edit, reason });
      return reason === undefined;
    });
    const patched = patchSheet(new TextDecoder().decode(content), sound, richStrings);
    applied.push(...patched.applied);
    refused.push(...patched.refused);
    package_[sheet.part] = new TextEncoder().encode(patched.xml);
  }
  return { bytes: rezip(package_), applied, refused };
}

function unsoundReason({ expected }: CellEdit, cell: CellSnapshot | undefined): string | undefined {
  if (cell?.formula !== undefined) return "数式のセルです";
  if ((cell?.value ?? null) !== expected) return "セルの値が変わっています";
  return undefined;
}

/** Indexes of shared strings whose words have several formats. */
function richSharedStrings(sharedStrings: string | undefined): ReadonlySet<number> {
  const rich = new Set<number>();
  let index = 0;
  for (const { content } of elements(sharedStrings ?? "", "si")) {
    if ([...elements(content, "r")].length > 1) rich.add(index);
    index++;
  }
  return rich;
}

const CELL = /<((?:[A-Za-z_][\w.-]*:)?)c(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/\1c\s*>)/gu;

function patchSheet(
  xml: string,
  edits: readonly CellEdit[],
  richStrings: ReadonlySet<number>,
): { xml: string; applied: CellEdit[]; refused: RefusedEdit[] } {
  const wanted = new Map(edits.map((edit) => [edit.address, edit]));
  const applied: CellEdit[] = [];
  const refused: RefusedEdit[] = [];
  const patched = xml.replaceAll(
    CELL,
    (whole: string, prefix: string, attributes: string, content: string | undefined) => {
      const given = attributesOf(attributes);
      const edit = wanted.get(given.get("r") ?? "");
      if (!edit) return whole;
      wanted.delete(edit.address);
      const isRich =
        (given.get("t") === "s" && richStrings.has(Number(/<(?:\w+:)?v>(\d+)</u.exec(content ?? "")?.[1]))) ||
        (given.get("t") === "inlineStr" && [...elements(content ?? "", `${prefix}r`)].length > 1);
      if (isRich) {
        refused.push({ edit, reason: "文字ごとに書式の違うセルです。書式を失わないよう、手で直してください" });
        return whole;
      }
      applied.push(edit);
      return cellXml(prefix, attributes, edit.value);
    },
  );
  for (const edit of wanted.values()) refused.push({ edit, reason: "セルがありません" });
  return { xml: patched, applied, refused };
}

/** The cell with its address and format, and a new value. Text goes into the cell itself: the shared strings stay as they are. */
function cellXml(prefix: string, attributes: string, value: CellEdit["value"]): string {
  const kept = attributes.replace(/\s(?:t|vm|cm)="[^"]*"/gu, "");
  if (value === null) return `<${prefix}c${kept}/>`;
  if (typeof value === "number") return `<${prefix}c${kept}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  if (typeof value === "boolean")
    return `<${prefix}c${kept} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${prefix}c>`;
  const text = `<${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t>`;
  return `<${prefix}c${kept} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}

function rezip(package_: Record<string, Uint8Array>): Uint8Array {
  // A fixed time: the same edits on the same workbook give the same file.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = Object.fromEntries(
    Object.entries(package_).map(([name, data]) => [name, [data, { mtime }]]),
  );
  return zipSync(entries, { level: 6 });
}

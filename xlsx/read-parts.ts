import type { SheetSnapshot } from "../core/workbook/snapshot.ts";
import { decodePart } from "./decode-part.ts";
import type { WorkbookPackage } from "./open-package.ts";
import { attributesOf, elements, firstElement, isTrue } from "./scan-xml.ts";

/** A sheet of cells as the workbook part lists it. */
export interface SheetParts {
  readonly name: string;
  readonly visibility: SheetSnapshot["visibility"];
  /** Name of the part in the package. */
  readonly part: string;
  readonly xml: string;
  /** Targets of the sheet's relationships, by id. */
  readonly relationships: ReadonlyMap<string, Relationship>;
}

export interface Relationship {
  /** The last word of the type: `worksheet`, `table`, `hyperlink`. It is the same in strict and transitional files. */
  readonly type: string;
  /** The name of a part, or an address outside the workbook. */
  readonly target: string;
}

/** The parts of a workbook that a snapshot needs, decoded. */
export interface WorkbookParts {
  readonly date1904: boolean;
  readonly sheets: readonly SheetParts[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Reads further parts, such as tables. */
  readonly read: (parts: readonly string[]) => ReadonlyMap<string, string>;
}

/**
 * Follows the relationships from the workbook part to its sheets, wherever a program put them. Chart and macro sheets
 * hold no cells and are left out. Throws SyntaxError when a sheet is missing or a part is cut short.
 */
export function readParts(file: WorkbookPackage, workbookPart: string): WorkbookParts {
  const read = (parts: readonly string[]): ReadonlyMap<string, string> =>
    new Map([...file.read(parts)].map(([name, bytes]) => [name, decodePart(bytes)]));

  const relationshipsPart = relationshipsOf(workbookPart);
  const main = read([workbookPart, relationshipsPart]);
  const workbook = main.get(workbookPart) ?? "";
  const relationships = readRelationships(main.get(relationshipsPart) ?? "", workbookPart);
  const target = (type: string): string | undefined =>
    [...relationships.values()].find((relationship) => relationship.type === type)?.target;
  const sharedStringsPart = target("sharedStrings");
  const stylesPart = target("styles");

  const listed = Array.from(elements(firstElement(workbook, "sheets")?.content ?? "", "sheet"), ({ attributes }) => {
    const sheet = attributesOf(attributes);
    return { sheet, relationship: relationships.get(sheet.get("id") ?? "") };
  }).filter(({ relationship }) => relationship === undefined || relationship.type === "worksheet");
  const sheetParts = listed.flatMap(({ relationship }) => relationship?.target ?? []);
  const wanted = [...sheetParts, ...sheetParts.map(relationshipsOf)];
  const parts = read([...wanted, ...[sharedStringsPart, stylesPart].filter((part) => part !== undefined)]);

  const sheets: SheetParts[] = [];
  for (const { sheet, relationship } of listed) {
    const xml = parts.get(relationship?.target ?? "");
    if (relationship === undefined || xml === undefined)
      throw new SyntaxError(`sheet ${sheet.get("name") ?? ""} is missing`);
    sheets.push({
      name: sheet.get("name") ?? "",
      visibility: visibilityOf(sheet.get("state")),
      part: relationship.target,
      xml,
      relationships: readRelationships(parts.get(relationshipsOf(relationship.target)) ?? "", relationship.target),
    });
  }
  const properties = attributesOf(firstElement(workbook, "workbookPr")?.attributes ?? "");
  return {
    date1904: isTrue(properties.get("date1904")),
    sheets,
    sharedStrings: parts.get(sharedStringsPart ?? ""),
    styles: parts.get(stylesPart ?? ""),
    read,
  };
}

/** The part that the package names as its document; `undefined` when it names none. */
export function documentPart(file: WorkbookPackage): string | undefined {
  const bytes = file.read(["_rels/.rels"]).get("_rels/.rels");
  if (!bytes) return undefined;
  return [...readRelationships(decodePart(bytes), "").values()].find(({ type }) => type === "officeDocument")?.target;
}

function readRelationships(xml: string, part: string): Map<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  for (const { attributes } of elements(xml, "Relationship")) {
    const relationship = attributesOf(attributes);
    const target = relationship.get("Target") ?? "";
    relationships.set(relationship.get("Id") ?? "", {
      type: (relationship.get("Type") ?? "").replace(/^.*\//, ""),
      target: relationship.get("TargetMode") === "External" ? target : partAt(target, part),
    });
  }
  return relationships;
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`. */
function relationshipsOf(part: string): string {
  return part.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);
}

/** A target as written beside `part` → the name of a part: `../tables/table1.xml` → `xl/tables/table1.xml`. */
function partAt(target: string, part: string): string {
  const path = target.replaceAll("\\", "/").trim();
  const segments = path.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

function visibilityOf(state: string | undefined): SheetSnapshot["visibility"] {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { JsonSchema } from "../../core/form/json-schema.ts";
import { schemaFaults } from "../../core/form/json-schema.ts";
import { UserError } from "../../core/user-error.ts";
import { expandWorkbooks } from "../expand-workbooks.ts";

/** What a booklet (合本) holds, in order. Workbooks are paths; those of the file are relative to it, and may be patterns. */
export interface BookletManifest {
  readonly title: string;
  readonly subtitle: string;
  readonly municipality: string | undefined;
  /** ISO date; the program's when the file says nothing. */
  readonly issuedOn: string | undefined;
  /** Chapters of their own for each department, in the order in which they first occur. */
  readonly groupBy: "none" | "department";
  /** Pages that count the ratings by department. */
  readonly summary: boolean;
  /** How many levels the contents have: 1 chapters, 2 reports too, 3 headings of reports too. */
  readonly contentsDepth: number;
  readonly sections: readonly BookletSection[];
}

export interface BookletSection {
  /** Empty for workbooks without a chapter. */
  readonly title: string;
  readonly workbooks: readonly BookletWorkbook[];
}

export interface BookletWorkbook {
  readonly file: string;
  /** Title in the contents; that of the report when left out. */
  readonly title: string | undefined;
}

const WORKBOOK: JsonSchema = {
  type: "object",
  properties: { file: { type: "string", minLength: 1 }, title: { type: "string", minLength: 1 } },
  required: ["file"],
  additionalProperties: false,
};
const WORKBOOKS: JsonSchema = { type: "array", minItems: 1, items: WORKBOOK };

/** The manifest as a file has it, after plain file names became objects. */
const SCHEMA: JsonSchema = {
  type: "object",
  properties: {
    title: { type: "string", minLength: 1 },
    subtitle: { type: "string" },
    municipality: { type: "string", minLength: 1 },
    issuedOn: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    groupBy: { type: "string", enum: ["none", "department"] },
    summary: { type: "boolean" },
    contentsDepth: { type: "integer", minimum: 1, maximum: 3 },
    sections: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: { title: { type: "string", minLength: 1 }, workbooks: WORKBOOKS },
        required: ["title", "workbooks"],
        additionalProperties: false,
      },
    },
    workbooks: WORKBOOKS,
  },
  required: ["title"],
  additionalProperties: false,
};

type RawWorkbook = string | { readonly file: string; readonly title?: string };
interface RawManifest extends Partial<Omit<BookletManifest, "sections" | "title">> {
  readonly title: string;
  readonly sections?: readonly { readonly title: string; readonly workbooks: readonly RawWorkbook[] }[];
  readonly workbooks?: readonly RawWorkbook[];
}

/**
 * Reads a booklet's manifest, YAML or JSON.
 * @throws UserError `file-not-found`, `usage` naming each fault with its line or its place.
 */
export async function readBookletManifest(path: string): Promise<BookletManifest> {
  const raw = withObjects(parse(await readText(path), basename(path)));
  const faults = schemaFaults(raw, SCHEMA);
  if (faults.length > 0) {
    const lines = faults.map(({ path: place, message }) => `\n  ${place}: ${message}`).join("");
    throw new UserError(
      "usage",
      `合本の目録「${basename(path)}」に ${faults.length} か所の誤りがあります。${lines}`,
      "示した項目を直してください。書き方は docs/booklets.md にあります。",
    );
  }
  const manifest = raw as RawManifest;
  if (!manifest.sections === !manifest.workbooks) {
    throw new UserError(
      "usage",
      `合本の目録「${basename(path)}」には、sections（章）か workbooks（ブック）のどちらか一方が要ります。`,
      "章に分けるときは sections、分けないときは workbooks に、ブックのファイル名を並べてください。",
    );
  }
  const folder = dirname(resolve(path));
  const files = (workbooks: readonly RawWorkbook[]) => workbooks.flatMap((workbook) => found(workbook, folder));
  return {
    title: manifest.title,
    subtitle: manifest.subtitle ?? "",
    municipality: manifest.municipality,
    issuedOn: manifest.issuedOn,
    groupBy: manifest.groupBy ?? "none",
    summary: manifest.summary ?? true,
    contentsDepth: manifest.contentsDepth ?? 2,
    sections: manifest.workbooks
      ? [{ title: "", workbooks: files(manifest.workbooks) }]
      : manifest.sections!.map(({ title, workbooks }) => ({ title, workbooks: files(workbooks) })),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).replace(/^\ufeff/u, "");
  } catch (cause) {
    throw new UserError(
      "file-not-found",
      `合本の目録「${basename(path)}」を開けません。`,
      "ファイルの名前と場所を確かめてください。",
      { cause },
    );
  }
}

function parse(text: string, name: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true });
  const [fault] = document.errors;
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    throw new UserError(
      "usage",
      `合本の目録「${name}」の ${line} 行目が読めません。`,
      "字下げ、「:」のあとの空白、引用符、同じ項目の重なりを確かめてください。",
      { cause: fault },
    );
  }
  // An alias that stands for itself a thousand times over is refused by the library.
  return document.toJS({ maxAliasCount: 100 }) as unknown;
}

/** Plain file names as objects, so that one schema fits both ways of writing. */
function withObjects(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const named = (list: unknown) =>
    Array.isArray(list) ? list.map((item: unknown) => (typeof item === "string" ? { file: item } : item)) : list;
  const manifest: Record<string, unknown> = { ...value };
  if ("workbooks" in manifest) manifest.workbooks = named(manifest.workbooks);
  const { sections } = manifest;
  if (Array.isArray(sections)) {
    manifest.sections = sections.map((section: unknown) =>
      typeof section === "object" && section !== null && "workbooks" in section
        ? { ...section, workbooks: named(section.workbooks) }
        : section,
    );
  }
  return manifest;
}

function found(workbook: RawWorkbook, folder: string): BookletWorkbook[] {
  const { file, title } = typeof workbook === "string" ? { file: workbook, title: undefined } : workbook;
  return expandWorkbooks([resolve(folder, file)]).map((path) => ({ file: path, title }));
}

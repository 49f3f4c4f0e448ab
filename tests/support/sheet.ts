import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormDefinition } from "../../core/form/form-definition.ts";
import { parseFormDefinition } from "../../core/form/parse-form-definition.ts";
import type { EvaluationDocument, EvaluationTable, SourcedValue } from "../../core/table/evaluation-document.ts";
import { documentTables } from "../../core/table/evaluation-document.ts";
import { recogniseDocument } from "../../core/table/recognise-document.ts";
import { parseRange } from "../../core/workbook/address.ts";
import type { CellRange, CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";

/** A cell of a readable grid: `null` is empty, `"<"` is merged with its left neighbour, `"^"` with the cell above. */
export type GridCell = string | number | null;
export type Grid = readonly (readonly GridCell[])[];

export interface SheetOptions {
  readonly name?: string;
  readonly visibility?: SheetSnapshot["visibility"];
  /** Column and row of the grid's first cell; 1 and 1 without it. */
  readonly column?: number;
  readonly row?: number;
  /** Further merges, as `A3:A7`. */
  readonly merges?: readonly string[];
}

/** A sheet from a grid as one would draw it. */
export function sheet(grid: Grid, options: SheetOptions = {}): SheetSnapshot {
  const { name = "Sheet1", visibility = "visible", column = 1, row = 1, merges = [] } = options;
  const cells: CellSnapshot[] = [];
  const ranges: CellRange[] = [];
  grid.forEach((line, r) => {
    line.forEach((value, c) => {
      if (value === null || value === "<" || value === "^") return;
      cells.push({ row: row + r, column: column + c, value, text: String(value) });
      const right = countFrom(line, c, "<");
      let bottom = r;
      while (grid[bottom + 1]?.[c] === "^") bottom++;
      if (right > c || bottom > r) {
        ranges.push({ top: row + r, left: column + c, bottom: row + bottom, right: column + right });
      }
    });
  });
  const further = merges.map((range) => parseRange(range) ?? fail(range));
  return { name, visibility, cells, merges: [...ranges, ...further], hiddenRows: [], hiddenColumns: [], tables: [] };
}

function countFrom(line: readonly GridCell[], start: number, sign: string): number {
  let last = start;
  while (line[last + 1] === sign) last++;
  return last;
}

function fail(range: string): never {
  throw new Error(`${range} is no range`);
}

export function workbook(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { sheets };
}

const TEMPLATES = join(import.meta.dirname, "..", "..", "templates");

export const FORM_NAMES = ["kawasaki-evaluation", "nerima-action-plan", "ogori-progress", "sendai-projects"] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** The parsed JSON of a form of this repository. */
export function formJson(name: FormName): unknown {
  return JSON.parse(readFileSync(join(TEMPLATES, name, "form.json"), "utf8"));
}

/** A form of this repository. */
export function form(name: FormName): FormDefinition {
  return parseFormDefinition(formJson(name), `${name}/form.json`);
}

export const FORMS: Readonly<Record<FormName, FormDefinition>> = {
  "kawasaki-evaluation": form("kawasaki-evaluation"),
  "nerima-action-plan": form("nerima-action-plan"),
  "ogori-progress": form("ogori-progress"),
  "sendai-projects": form("sendai-projects"),
};

/** A grid read as a form. */
export function read(name: FormName, grid: Grid, options?: SheetOptions): EvaluationDocument {
  return recogniseDocument(workbook(sheet(grid, options)), FORMS[name]);
}

/** The tables of a grid read as a form. */
export function tables(name: FormName, grid: Grid, options?: SheetOptions): EvaluationTable[] {
  return documentTables(read(name, grid, options));
}

/** A table's records as their texts, field by field; `^` before a text marks an inherited one. */
export function texts(table: EvaluationTable | undefined, ...fields: readonly string[]): string[][] {
  if (!table) return [];
  return table.records.map(({ values, series }) =>
    fields.flatMap((field) => {
      const list = series[field];
      return list ? list.map((value) => (value ? shown(value) : "∅")) : [shown(values[field])];
    }),
  );
}

/** The texts outside the tables with their roles. */
export function runningTexts({ parts }: EvaluationDocument): string[] {
  return parts.flatMap((part) => (part.kind === "text" ? [`${part.role}: ${part.text.text}`] : []));
}

/** The order of a document: every text, and the number of records of every table. */
export function outline({ parts }: EvaluationDocument): string[] {
  return parts.map((part) => (part.kind === "text" ? part.text.text : `[${part.table.records.length}]`));
}

function shown(value: SourcedValue | undefined): string {
  if (!value) return "∅";
  return value.inherited ? `^${value.text}` : value.text;
}

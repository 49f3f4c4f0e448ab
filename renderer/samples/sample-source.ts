/** What a cell of a sample is for; `cell-styles.ts` says how each looks. */
export const cellRoles = [
  "title",
  "subtitle",
  "section",
  "subsection",
  "paragraph",
  "note",
  "department",
  "heading",
  "label",
  "group",
  "text",
  "code",
  "amount",
  "marker",
] as const;

export type CellRole = (typeof cellRoles)[number];

export interface SampleCell {
  readonly value: string | number;
  /** How many rows and columns the cell covers. */
  readonly rows: number;
  readonly columns: number;
  readonly role: CellRole | undefined;
}

export interface SampleRow {
  /** Role of the cells that name none; without it they take that of their column. */
  readonly role: CellRole | undefined;
  /** Left to right into the columns that no cell from above covers; `null` leaves a column without a cell. */
  readonly cells: readonly (SampleCell | null)[];
}

export interface SampleColumn {
  /** In Excel's unit, the width of a digit. */
  readonly width: number;
  readonly role: CellRole;
  /** Dropdown of the cells that take their role from this column. */
  readonly choices: readonly string[] | undefined;
}

export interface SampleSheet {
  readonly name: string;
  readonly orientation: "portrait" | "landscape";
  /** Rows that stand again on every printed page, as `3:3`. */
  readonly repeatRows: string | undefined;
  readonly fontSize: number;
  readonly columns: readonly SampleColumn[];
  readonly rows: readonly SampleRow[];
}

/** One document of a municipality as its sheets, kept as `templates/<form>/samples/<document>.source.json`. */
export interface SampleSource {
  readonly sheets: readonly SampleSheet[];
}

const defaultFontSize = 10;

/** Reads the JSON of a source file; throws an error that names the path of the first fault. */
export function parseSampleSource(json: unknown): SampleSource {
  const source = record(json, "$");
  return { sheets: list(source.sheets, "$.sheets").map((sheet, index) => parseSheet(sheet, `$.sheets[${index}]`)) };
}

function parseSheet(json: unknown, path: string): SampleSheet {
  const sheet = record(json, path);
  const page = record(sheet.page, `${path}.page`);
  const orientation = page.orientation;
  if (orientation !== "portrait" && orientation !== "landscape")
    throw fault(`${path}.page.orientation`, "an orientation");
  return {
    name: text(sheet.name, `${path}.name`),
    orientation,
    repeatRows: page.repeatRows === undefined ? undefined : text(page.repeatRows, `${path}.page.repeatRows`),
    fontSize: positive(sheet.fontSize ?? defaultFontSize, `${path}.fontSize`),
    columns: list(sheet.columns, `${path}.columns`).map((column, i) => parseColumn(column, `${path}.columns[${i}]`)),
    rows: list(sheet.rows, `${path}.rows`).map((row, i) => parseRow(row, `${path}.rows[${i}]`)),
  };
}

function parseColumn(json: unknown, path: string): SampleColumn {
  const column = record(json, path);
  const choices = column.choices;
  return {
    width: positive(column.width, `${path}.width`),
    role: role(column.role, `${path}.role`) ?? "text",
    choices:
      choices === undefined ? undefined : list(choices, `${path}.choices`).map((c) => text(c, `${path}.choices`)),
  };
}

function parseRow(json: unknown, path: string): SampleRow {
  if (Array.isArray(json)) return { role: undefined, cells: parseCells(json, path) };
  const row = record(json, path);
  return { role: role(row.role, `${path}.role`), cells: parseCells(list(row.cells, `${path}.cells`), path) };
}

function parseCells(cells: readonly unknown[], path: string): (SampleCell | null)[] {
  return cells.map((cell, index) => (cell === null ? null : parseCell(cell, `${path}[${index}]`)));
}

function parseCell(json: unknown, path: string): SampleCell {
  if (typeof json === "string" || typeof json === "number") {
    return { value: json, rows: 1, columns: 1, role: undefined };
  }
  const cell = record(json, path);
  const value = cell.value;
  if (typeof value !== "string" && typeof value !== "number") throw fault(`${path}.value`, "a text or a number");
  return {
    value,
    rows: positive(cell.rows ?? 1, `${path}.rows`),
    columns: positive(cell.columns ?? 1, `${path}.columns`),
    role: role(cell.role, `${path}.role`),
  };
}

function record(json: unknown, path: string): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw fault(path, "an object");
  return json as Record<string, unknown>;
}

function list(json: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(json)) throw fault(path, "a list");
  return json;
}

function text(json: unknown, path: string): string {
  if (typeof json !== "string") throw fault(path, "a text");
  return json;
}

function positive(json: unknown, path: string): number {
  if (typeof json !== "number" || !(json > 0)) throw fault(path, "a number above 0");
  return json;
}

function role(json: unknown, path: string): CellRole | undefined {
  if (json === undefined) return undefined;
  const known = cellRoles.find((name) => name === json);
  if (!known) throw fault(path, `one of ${cellRoles.join(", ")}`);
  return known;
}

function fault(path: string, expected: string): Error {
  return new Error(`Sample source: ${path} is not ${expected}`);
}

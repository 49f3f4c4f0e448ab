import type {
  ForeignKey,
  StructuredCell,
  StructuredColumn,
  StructuredTable,
  StructuredWorkbook,
} from "./structured-workbook.ts";

/** A Data Package (version 2): its descriptor and the CSV files that the descriptor names. */
export interface DataPackage {
  readonly descriptor: Readonly<Record<string, unknown>>;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export interface DataPackageOptions {
  /** Name of the file that the data comes from. */
  readonly source: string;
  /** ISO date. */
  readonly madeOn: string;
  /** Encoding of the CSV files, by its name in the descriptor. */
  readonly encoding: "utf-8" | "cp932";
}

const PROFILES = "https://datapackage.org/profiles/2.0";

/** Tables that only describe the others: the descriptor itself says what they say. */
const DESCRIBING = new Set(["fields", "codes"]);

/** The data tables as a Data Package: CSV files with a heading line, and what their columns mean. */
export function dataPackage(structured: StructuredWorkbook, options: DataPackageOptions): DataPackage {
  const { form, fiscalYear } = structured;
  const tables = structured.tables.filter(({ name }) => !DESCRIBING.has(name));
  return {
    descriptor: {
      $schema: `${PROFILES}/datapackage.json`,
      name: form.name,
      title: form.title,
      description: `${form.municipality}${fiscalYear === undefined ? "" : ` ${fiscalYear}年度`}`,
      created: `${options.madeOn}T00:00:00Z`,
      sources: [{ title: options.source }],
      resources: tables.map((table) => resource(table, options.encoding)),
    },
    files: tables.map((table) => ({ path: `${table.name}.csv`, text: csv(table) })),
  };
}

function resource(table: StructuredTable, encoding: string): Record<string, unknown> {
  const { name, title, description, columns, primaryKey, foreignKeys, rows } = table;
  const isGuarded = rows.some((row) => Object.values(row).some(isRisky));
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    type: "table",
    title,
    description: isGuarded ? description + RISKY_NOTE : description,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding,
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: columns.map((column) => field(column, rows)),
      primaryKey,
      ...(foreignKeys.length > 0 ? { foreignKeys: foreignKeys.map(foreignKey) } : {}),
      missingValues: [""],
    },
  };
}

function foreignKey({ fields, reference }: ForeignKey): Record<string, unknown> {
  return { fields, reference };
}

function field(column: StructuredColumn, rows: StructuredTable["rows"]): Record<string, unknown> {
  const { name, title, description, unit, constraints = {}, unselected = [] } = column;
  const cells = rows.flatMap((row) => row[name] ?? []);
  // A sign for none among numbers makes a column of texts.
  const type =
    column.type === "string" || cells.every(({ value }) => typeof value === "number") ? column.type : "string";
  const { minimum, maximum, enum: choices, ...others } = constraints;
  const limits =
    type === "string"
      ? {}
      : { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  const kept = { ...others, ...limits, ...(choices ? { enum: [...choices, ...unselected] } : {}) };
  const meaning = [description, unit === undefined ? undefined : `単位: ${unit}`].filter((text) => text !== undefined);
  return {
    name,
    title,
    type,
    ...(meaning.length > 0 ? { description: meaning.join(" ") } : {}),
    ...(Object.keys(kept).length > 0 ? { constraints: kept } : {}),
  };
}

/** As RFC 4180: lines end with CRLF, a field with a comma, a quote or a line break stands in quotes. */
function csv({ columns, rows }: StructuredTable): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ name }) => plain(row[name])))];
  return lines.map((fields) => `${fields.map(quoted).join(",")}\r\n`).join("");
}

/** A number without commas and signs of percent. */
function plain(cell: StructuredCell | undefined): string {
  if (cell?.value === null || cell === undefined) return "";
  return isRisky(cell) ? `'${String(cell.value)}` : String(cell.value);
}

/**
 * A text that Excel would take for a formula as it opens a CSV file: =1+1, - ① 支援, +81-3. An apostrophe goes in front of
 * it, and of a text that has one there already, so that the one in front can always be taken off again.
 */
function isRisky({ value }: StructuredCell): boolean {
  if (typeof value !== "string" || !/^'*[=+\-@\t\r]/u.test(value)) return false;
  // A sign for none and a number are read as what they are.
  return !/^[-+=]+$|^[-+]\d[\d,.]*%?$/u.test(value);
}

const RISKY_NOTE =
  "「=」「+」「-」「@」で始まる文には、表計算ソフトが式として読まないよう、先頭に「'」を付けてあります。";

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

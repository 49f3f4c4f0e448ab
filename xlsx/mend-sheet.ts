import type { CellRange } from "../core/workbook/snapshot.ts";
import { columnLetters, columnNumber, parseRange } from "../core/workbook/address.ts";
import { type CellMendingOptions, mendCell } from "./mend-cell.ts";
import { attributesOf, elements, firstElement, isTrue } from "./scan-xml.ts";

/** What a worksheet part holds, split into what ExcelJS reads and what it would lose, change or be slow at. */
export interface MendedSheet {
  /** A worksheet part with nothing but the cells that hold something, fit for ExcelJS. */
  readonly xml: string;
  /** Rows in which a cell holds something. */
  readonly rowCount: number;
  /** Cells that hold something. */
  readonly cellCount: number;
  /** The cell format (index into `cellXfs`) by `cellKey`; cells of format 0 are absent. */
  readonly formats: ReadonlyMap<number, number>;
  /** Formula cells whose cached result is the empty string, by `cellKey`: ExcelJS reads them like those without a result. */
  readonly emptyResults: ReadonlySet<number>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** As written in the file: they may overlap. */
  readonly merges: readonly CellRange[];
  readonly hyperlinks: readonly SheetHyperlink[];
  /** Relationship ids of the tables. */
  readonly tableIds: readonly string[];
}

export interface SheetHyperlink {
  readonly range: CellRange;
  /** Relationship id of a target outside the workbook. */
  readonly id: string | undefined;
  /** A place inside the workbook or the target: `様式1!A1`. */
  readonly location: string | undefined;
}

export interface MendingOptions extends CellMendingOptions {
  /** Called when the sheet turns out to hold more; it throws. */
  readonly checkSize: (rows: number, cells: number) => void;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** One number for a cell of a sheet; rows and columns count from 1. */
export function cellKey(row: number, column: number): number {
  return row * lastColumn + column - 1;
}

/**
 * Takes a decoded worksheet part apart. Everything that a snapshot does not show (validations, conditional formats,
 * drawings, empty cells that are only formatted) is left behind here, before it can cost ExcelJS seconds.
 * Throws SyntaxError for a part that is cut short or names cells that no sheet has.
 */
export function mendSheet(xml: string, options: MendingOptions): MendedSheet {
  const data = firstElement(xml, "sheetData");
  const cells = new CellCollector(options);
  if (data) cells.readRows(data.content);
  const rest = data ? xml.slice(0, data.start) + xml.slice(data.end) : xml;
  const parts = (list: string, item: string): ReadonlyMap<string, string>[] =>
    [...elements(firstElement(rest, list)?.content ?? "", item)].map(({ attributes }) => attributesOf(attributes));

  return {
    xml: cells.toXml(),
    rowCount: cells.rows.size,
    cellCount: cells.cellCount,
    formats: cells.formats,
    emptyResults: cells.emptyResults,
    hiddenRows: cells.hiddenRows,
    hiddenColumns: hiddenColumns(parts("cols", "col")),
    merges: parts("mergeCells", "mergeCell").flatMap((merge) => rangeOf(merge.get("ref")) ?? []),
    hyperlinks: parts("hyperlinks", "hyperlink").flatMap((link) => {
      const range = rangeOf(link.get("ref"));
      return range ? [{ range, id: link.get("id"), location: link.get("location") }] : [];
    }),
    tableIds: parts("tableParts", "tablePart").flatMap((part) => part.get("id") ?? []),
  };
}

/** A range with its corners in order; `undefined` for anything that is no range of cells. */
export function rangeOf(reference: string | undefined): CellRange | undefined {
  const range = parseRange(reference ?? "");
  if (!range) return undefined;
  return {
    top: Math.min(range.top, range.bottom),
    left: Math.min(range.left, range.right),
    bottom: Math.max(range.top, range.bottom),
    right: Math.max(range.left, range.right),
  };
}

function hiddenColumns(columns: readonly ReadonlyMap<string, string>[]): number[] {
  const hidden: number[] = [];
  for (const column of columns) {
    if (!isTrue(column.get("hidden"))) continue;
    const last = Math.min(Number(column.get("max")), lastColumn);
    for (let number = Number(column.get("min")); number <= last; number++) hidden.push(number);
  }
  return hidden;
}

/** Reads attributes of rows and cells, fast for the way in which nearly all programs write them. Missing ones are "". */
function attributeReader(attributes: string): (name: string) => string {
  if (/['\t\r\n]|\s=|=\s/.test(attributes)) {
    const all = attributesOf(attributes);
    return (name) => all.get(name) ?? "";
  }
  return (name) => plainAttribute(attributes, ` ${name}="`);
}

function plainAttribute(attributes: string, opening: string): string {
  const at = attributes.indexOf(opening);
  if (at < 0) return "";
  const from = at + opening.length;
  return attributes.slice(from, attributes.indexOf('"', from));
}

class CellCollector {
  readonly rows = new Map<number, string[]>();
  readonly formats = new Map<number, number>();
  readonly emptyResults = new Set<number>();
  readonly hiddenRows: number[] = [];
  cellCount = 0;
  readonly #options: MendingOptions;

  constructor(options: MendingOptions) {
    this.#options = options;
  }

  readRows(data: string): void {
    let last = 0;
    for (const { attributes, content } of elements(data, "row")) {
      const row = attributeReader(attributes);
      // Rows and cells need not say where they are; then they follow the one before.
      const number = Number(row("r") || last + 1);
      if (!(number >= 1 && number <= lastRow)) throw new SyntaxError(`row ${row("r")}`);
      last = number;
      if (isTrue(row("hidden"))) this.hiddenRows.push(number);
      if (content !== "") this.#readCells(number, content);
    }
  }

  #readCells(row: number, content: string): void {
    let last = 0;
    for (const cell of elements(content, "c")) {
      const attribute = attributeReader(cell.attributes);
      const reference = attribute("r");
      const column = reference === "" ? last + 1 : columnNumber(reference.replace(/\d+$/, ""));
      if (!(column >= 1 && column <= lastColumn)) throw new SyntaxError(`cell ${reference}`);
      last = column;
      if (cell.content === "") continue;
      this.#keep(row, column, Number(attribute("s")), attribute("t"), cell.content);
    }
  }

  #keep(row: number, column: number, format: number, type: string, content: string): void {
    const mended = mendCell(content, type, this.#options);
    if (!mended) return;
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = []));
    cells.push(`<c r="${columnLetters(column)}${row}"${mended.xml}</c>`);
    this.cellCount++;
    this.#options.checkSize(this.rows.size, this.cellCount);
    if (format > 0) this.formats.set(cellKey(row, column), format);
    if (mended.emptyResult) this.emptyResults.add(cellKey(row, column));
  }

  /** Rows that stand twice in the file become one: ExcelJS would keep only the last. */
  toXml(): string {
    const rows = [...this.rows].sort(([a], [b]) => a - b);
    const data = rows.map(([row, cells]) => `<row r="${row}">${cells.join("")}</row>`).join("");
    return `<worksheet><sheetData>${data}</sheetData></worksheet>`;
  }
}

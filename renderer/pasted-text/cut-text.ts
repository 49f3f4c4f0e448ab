import { CsvError, parse } from "csv-parse/sync";
import type { TextRow } from "../../core/pasted-text/text-source.ts";

/** No cell of a table has more lines: a longer one is a quotation mark without its partner. */
const LONGEST_CELL = 200;

/**
 * A text cut in rows and pieces, likeliest first: at tabs, at commas, and line by line.
 * @param extension of the file, with its dot: in a .csv commas come first.
 */
export function cutText(text: string, extension: string): TextRow[][] {
  const plain = text.split("\n").map((piece, i): TextRow => ({ line: i + 1, pieces: [piece] }));
  const delimiters = extension.toLowerCase() === ".csv" ? [",", "\t"] : ["\t", ","];
  const readings = delimiters
    .filter((delimiter) => text.includes(delimiter))
    .map((delimiter) => cutAt(text, delimiter));
  return [...readings, plain];
}

/** Quotes hold a cell together that has a delimiter or a line break in it; where they do not match they are only characters. */
function cutAt(text: string, delimiter: string): TextRow[] {
  try {
    const rows = cutRows(text, delimiter, '"');
    const isTorn = rows.some(({ line }, i) => (rows[i + 1]?.line ?? line) - line > LONGEST_CELL);
    if (!isTorn && !rows.some(({ pieces }) => pieces.some((piece) => isUnmatched(piece, delimiter)))) return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return cutRows(text, delimiter, null);
}

/** A quotation mark that is still there held cells together that are none. */
function isUnmatched(piece: string, delimiter: string): boolean {
  return piece.startsWith('"') && (piece.includes(delimiter) || piece.includes("\n"));
}

interface ParsedRow {
  readonly record: readonly string[];
  /** `lines`: the line on which the record ends. */
  readonly info: { readonly lines: number };
}

function cutRows(text: string, delimiter: string, quote: string | null): TextRow[] {
  const parsed = parse(text, {
    delimiter,
    quote,
    escape: quote,
    info: true,
    record_delimiter: "\n",
    relax_column_count: true,
    // 「"こども"の支援」 is no cell in quotes.
    relax_quotes: true,
  }) as unknown as readonly ParsedRow[];
  return parsed.map(({ record }, i) => ({ line: (parsed[i - 1]?.info.lines ?? 0) + 1, pieces: record }));
}

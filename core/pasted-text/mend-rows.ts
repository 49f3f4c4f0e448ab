import type { FormDefinition } from "../form/form-definition.ts";
import { foldText } from "../text/fold.ts";
import { ANY_TEXT, fieldFit, type ColumnFit } from "./column-fit.ts";
import { headedBy, type HeadedLayout } from "./heading-finder.ts";
import { splitPieces } from "./split-pieces.ts";
import type { Doubt, TextRow } from "./text-source.ts";

/** A row of a text whose table is known. */
export interface MendedRow {
  readonly line: number;
  readonly pieces: readonly MendedPiece[];
  /** The row holds the headings of a table. */
  readonly isHeading: boolean;
}

export interface MendedPiece {
  readonly text: string;
  readonly doubt?: Doubt;
}

/** Over how many lines a heading or record may be broken. */
const LONGEST_RECORD = 40;
const LONGEST_HEADING = 6;
/** A longer line below a record is a paragraph. */
const LONGEST_REST = 40;

/** Where more rows are short, their columns are others than those of the headings. */
const MOST_SPLIT = 500;

/** The columns of the table in which a row stands. */
interface OpenTable {
  /** Rows that may still be spread over more columns than they have pieces. */
  toSplit: number;
  readonly width: number;
  /** By column; one that the form does not know takes any text. */
  readonly fits: readonly ColumnFit[];
  readonly startsWithNumber: boolean;
}

/**
 * Puts rows together that a line break inside a cell has cut: out of a PDF cells come without quotes. Rows are joined only
 * where their pieces then make up exactly the columns of the headings above them.
 */
export function mendRows(
  rows: readonly TextRow[],
  form: FormDefinition,
  layouts: readonly HeadedLayout[],
  isContent: (text: string) => boolean,
): MendedRow[] {
  const mended: MendedRow[] = [];
  let table: OpenTable | undefined;
  for (let i = 0; i < rows.length; i++) {
    const heading = brokenHeading(rows, i, layouts);
    if (heading) {
      table = openTable(heading, form);
      mended.push(heading.row);
      i += heading.taken - 1;
      continue;
    }
    const row = rows[i]!;
    const joined = table && brokenRecord(rows, i, table, layouts);
    const before = mended.at(-1);
    if (joined) {
      mended.push(joined.row);
      i += joined.taken - 1;
    } else if (table && before && isRestOf(before, row, table) && !isContent(row.pieces[0]!)) {
      mended[mended.length - 1] = withRest(before, row);
    } else {
      // A running text ends the table: what comes below it has its own columns, or the form's recognition knows them again.
      if (isLoneText(row)) table = undefined;
      const next = rows[i + 1];
      const isStacked = next !== undefined && headedBy(next.pieces, layouts) !== undefined;
      mended.push(asItStands(row, isStacked ? undefined : table));
    }
  }
  return mended;
}

interface JoinedRow {
  readonly row: MendedRow;
  readonly taken: number;
}

interface HeadingRow extends JoinedRow {
  readonly layout: HeadedLayout;
}

/** Headings in one row, or in rows that only together hold more of them than each by itself. */
function brokenHeading(rows: readonly TextRow[], i: number, layouts: readonly HeadedLayout[]): HeadingRow | undefined {
  const first = rows[i]!;
  if (first.pieces.length < 2) return undefined;
  let best: HeadingRow | undefined;
  let most = 0;
  for (let taken = 1; taken <= LONGEST_HEADING && i + taken <= rows.length; taken++) {
    const last = rows[i + taken - 1]!;
    // Stacked headings are not broken ones: a row that holds the headings by itself begins them.
    if (taken > 1 && (isBlank(last) || headedBy(last.pieces, layouts))) break;
    const row = joinRows(rows.slice(i, i + taken), true, undefined);
    const texts = row.pieces.map(({ text }) => text);
    const layout = headedBy(texts, layouts);
    const count = layout ? headingCount(texts, layout) : 0;
    if (layout && count > most) {
      best = { row, taken, layout };
      most = count;
    }
  }
  return best;
}

function headingCount(texts: readonly string[], { columns }: HeadedLayout): number {
  const folded = texts.map(foldText);
  return folded.filter((text) => text !== "" && columns.some(({ matches }) => matches(text))).length;
}

/** A record that begins in a row with too few pieces and is complete some rows below. */
function brokenRecord(
  rows: readonly TextRow[],
  i: number,
  table: OpenTable,
  layouts: readonly HeadedLayout[],
): JoinedRow | undefined {
  let width = rows[i]!.pieces.length;
  if (width < 2 || width >= table.width) return undefined;
  for (let taken = 2; taken <= LONGEST_RECORD && i + taken <= rows.length; taken++) {
    const next = rows[i + taken - 1]!;
    const { length } = next.pieces;
    if (isBlank(next) || length >= table.width || headedBy(next.pieces, layouts)) return undefined;
    if (beginsRecord(next, table)) return undefined;
    width += length - 1;
    if (width > table.width) return undefined;
    if (width < table.width) continue;
    const row = joinRows(rows.slice(i, i + taken), false, "joined");
    return isPossible(row, table) ? { row, taken } : undefined;
  }
  return undefined;
}

/** A line right below a whole record that may be the rest of its last cell: 「健康福祉局」 and below it 「子ども若者局」. */
function isRestOf(before: MendedRow, { pieces }: TextRow, { width, fits }: OpenTable): boolean {
  const [text = "", ...others] = pieces;
  const last = before.pieces.at(-1);
  if (others.length > 0 || text.trim() === "" || before.isHeading || before.pieces.length !== width) return false;
  if (!last || last.text.trim() === "") return false;
  const fit = fits[width - 1];
  const together = fit?.of(`${last.text.trim()} ${text.trim()}`) ?? 0;
  return fit?.isTyped !== true && together >= 0 && text.length <= LONGEST_REST;
}

function withRest({ line, pieces, isHeading }: MendedRow, row: TextRow): MendedRow {
  const last = pieces.at(-1)!;
  const whole: MendedPiece = { ...last, text: `${last.text}\n${row.pieces[0]!}`, doubt: "joined" };
  return { line, pieces: [...pieces.slice(0, -1), whole], isHeading };
}

/** A row that starts with its number, or with the blank of a group, is no rest of the row above. */
function beginsRecord({ pieces }: TextRow, { startsWithNumber }: OpenTable): boolean {
  const first = pieces[0]!.trim();
  return pieces.length > 1 && startsWithNumber && (first === "" || /^[0-9]+$/u.test(foldText(first)));
}

function isPossible({ pieces }: MendedRow, { fits }: OpenTable): boolean {
  return pieces.every(({ text }, i) => {
    const fit = fits[i];
    return fit?.isTyped !== true || text.trim() === "" || fit.of(text.trim()) > 0;
  });
}

/** The last piece of each row and the first of the next are one cell. */
function joinRows(rows: readonly TextRow[], isHeading: boolean, doubt: Doubt | undefined): MendedRow {
  const pieces: MendedPiece[] = [];
  for (const { pieces: texts } of rows) {
    texts.forEach((text, i) => {
      const before = pieces.at(-1);
      if (i > 0 || !before) pieces.push({ text });
      else pieces[pieces.length - 1] = { ...before, text: `${before.text}\n${text}`, ...(doubt ? { doubt } : {}) };
    });
  }
  return { line: rows[0]!.line, pieces, isHeading };
}

function asItStands({ line, pieces }: TextRow, table: OpenTable | undefined): MendedRow {
  const filled = pieces.filter((piece) => piece.trim() !== "").length;
  const isShort = table !== undefined && pieces.length < table.width && filled > 1;
  const split = isShort && table.toSplit-- > 0 ? splitPieces(pieces, table.fits) : undefined;
  if (split) {
    const made = split.flatMap((texts) =>
      texts.map((text): MendedPiece => ({ text, ...(texts.length > 1 ? { doubt: "split" } : {}) })),
    );
    return { line, pieces: made, isHeading: false };
  }
  const made = pieces.map((text): MendedPiece => ({ text, ...(isShort ? { doubt: "short" } : {}) }));
  return { line, pieces: made, isHeading: false };
}

function openTable({ row, layout: { layout, columns } }: HeadingRow, form: FormDefinition): OpenTable {
  const fits = row.pieces.map(({ text }) => {
    const folded = foldText(text);
    const found = folded === "" ? undefined : columns.find(({ matches }) => matches(folded))?.definition;
    const [field, ...others] = found?.fields ?? [];
    return field !== undefined && others.length === 0 ? fieldFit(form, layout, field) : ANY_TEXT;
  });
  return {
    toSplit: MOST_SPLIT,
    width: row.pieces.length,
    fits,
    startsWithNumber: fits[0]?.isTyped === true && fits[0].of("1") > 0,
  };
}

function isLoneText({ pieces }: TextRow): boolean {
  return pieces.length === 1 && pieces[0]!.trim() !== "";
}

function isBlank({ pieces }: TextRow): boolean {
  return pieces.every((piece) => piece.trim() === "");
}

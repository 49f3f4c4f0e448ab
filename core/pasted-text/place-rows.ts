import type { FormDefinition } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import { foldText } from "../text/fold.ts";
import { headedLayouts, type HeadedLayout } from "./heading-finder.ts";
import { mendRows, type MendedPiece, type MendedRow } from "./mend-rows.ts";
import type { PlacedText, TextRow } from "./text-source.ts";

/** A row of pieces on its way to the sheet. */
interface RowPlace extends MendedRow {
  /** Columns of the widest row. */
  readonly width: number;
  readonly below: MendedRow | undefined;
}

/**
 * Puts rows that still have their delimiters on a sheet, one column a piece. What was merged on the form sheet spreads over
 * the blanks beside it again: running texts, stacked headings, titles of groups.
 */
export function placeRows(
  rows: readonly TextRow[],
  form: FormDefinition,
  isContent: (text: string) => boolean,
): PlacedText[] {
  const layouts = headedLayouts(form);
  const mended = mendRows(rows, form, layouts, isContent);
  const width = mended.reduce((most, { pieces }) => Math.max(most, pieces.length), 1);
  const groups = groupTitles(form);
  return mended.flatMap((row, i) => placeRow({ ...row, width, below: mended[i + 1] }, layouts, groups));
}

function placeRow(row: RowPlace, layouts: readonly HeadedLayout[], groups: GroupTitles): PlacedText[] {
  return row.pieces.map((piece, i): PlacedText => {
    const right = lastColumn(row, i, layouts, groups);
    // Recognition looks for a record in one row: that of its first line.
    return { ...piece, line: row.line, column: i + 1, ...(right > i + 1 ? { right } : {}) };
  });
}

/** The last column over which a piece was merged, counting from 1. */
function lastColumn(row: RowPlace, i: number, layouts: readonly HeadedLayout[], groups: GroupTitles): number {
  const { pieces, width, below, isHeading } = row;
  if (pieces.length === 1) return width;
  const blanks = blanksBehind(pieces, i);
  if (blanks === 0) return i + 1;
  const folded = foldText(pieces[i]!.text);
  if (below?.isHeading && layouts.some(({ above }) => above.has(folded))) {
    const lastHeading = below.pieces.findLastIndex(({ text }) => text.trim() !== "") + 1;
    return Math.max(i + 1, Math.min(i + 1 + blanks, lastHeading));
  }
  if (isHeading) return i + 1 + Math.min(blanks, fieldCount(folded, layouts) - 1);
  const isLast = i + 1 + blanks === pieces.length;
  return isLast && groups.areTitles(pieces.slice(0, i + 1)) ? pieces.length : i + 1;
}

function blanksBehind(pieces: readonly MendedPiece[], i: number): number {
  if (pieces[i]!.text.trim() === "") return 0;
  const next = pieces.findIndex(({ text }, j) => j > i && text.trim() !== "");
  return (next === -1 ? pieces.length : next) - i - 1;
}

/** How many columns stand below a heading. */
function fieldCount(folded: string, layouts: readonly HeadedLayout[]): number {
  const found = layouts.flatMap(({ columns }) => columns.filter(({ matches }) => matches(folded)));
  return found[0]?.definition.fields.length ?? 1;
}

interface GroupTitles {
  /** Whether a row with these pieces alone is the title of a group. */
  readonly areTitles: (pieces: readonly MendedPiece[]) => boolean;
}

/** A form may know titles that go over its whole table; numbers and marks of columns without heading stand left of them. */
function groupTitles({ layouts }: FormDefinition): GroupTitles {
  const marks = layouts.flatMap((layout) =>
    layout.type === "yearly-plan" ? (layout.unheaded ?? []).map(({ pattern }) => textPattern(pattern)) : [],
  );
  const hasTitles = layouts.some((layout) => {
    const kinds = layout.type === "list" || layout.type === "yearly-plan" ? layout.rowKinds : undefined;
    return kinds?.some(({ spanning }) => spanning === true);
  });
  return {
    areTitles(pieces) {
      const before = pieces.slice(0, -1).map(({ text }) => text.trim());
      return hasTitles && before.every((text) => text === "" || marks.some((mark) => mark.test(text)));
    },
  };
}

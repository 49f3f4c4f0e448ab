import type { MatrixLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import type { PlacedText } from "./text-source.ts";
import { headingEnd, type TokenText } from "./token-text.ts";

/** A matrix found in a text that has lost its borders, with the index behind its last row. */
export interface FoundMatrix {
  readonly placed: readonly PlacedText[];
  readonly to: number;
}

/** The corner at the beginning of a line, its column headings, and below it the rows with their headings. */
export function findMatrix(text: TokenText, from: number, layout: MatrixLayout): FoundMatrix | undefined {
  if (text.tokens[from]?.isFirstOfLine !== true) return undefined;
  const corner = headingEnd(text, from, headingMatcher([layout.corner]));
  if (corner === undefined) return undefined;
  const width = layout.fields.length;
  const headings: PlacedText[] = [];
  let at = corner;
  for (let end = columnHeading(text, at, layout); end !== undefined; end = columnHeading(text, at, layout)) {
    const column = 2 + headings.length * width;
    const right = width > 1 ? { right: column + width - 1 } : {};
    headings.push({ line: text.tokens[from].line, column, text: text.between(at, end), ...right });
    at = end;
  }
  if (headings.length * 2 < layout.columnHeadings.length || headings.length === 0) return undefined;
  const isRowHeading = headingMatcher(layout.rowHeadings);
  const placed: PlacedText[] = [
    { line: text.tokens[from].line, column: 1, text: text.between(from, corner) },
    ...headings,
  ];
  let rows = 0;
  while (at < text.tokens.length && text.tokens[at]!.isFirstOfLine) {
    const end = headingEnd(text, at, isRowHeading);
    if (end === undefined) break;
    const last = text.endOfLine(end - 1);
    placed.push(...placedRow(text, at, end, last, headings.length * width));
    at = last;
    rows++;
  }
  return rows > 0 ? { placed, to: at } : undefined;
}

function columnHeading(text: TokenText, at: number, layout: MatrixLayout): number | undefined {
  return at < text.tokens.length ? headingEnd(text, at, headingMatcher(layout.columnHeadings)) : undefined;
}

/** A row heading and one token a cell; with more or fewer of them nobody can say where the blanks are. */
function placedRow(
  { tokens, between }: TokenText,
  from: number,
  behindHeading: number,
  to: number,
  count: number,
): PlacedText[] {
  const { line } = tokens[from]!;
  const isCounted = to - behindHeading === count;
  const cells = tokens.slice(behindHeading, to).map((_, i): PlacedText => {
    const [column, at] = [Math.min(2 + i, 1 + count), behindHeading + i];
    return { line, column, text: between(at, at + 1), ...(isCounted ? {} : { doubt: "split" as const }) };
  });
  return [{ line, column: 1, text: between(from, behindHeading) }, ...merged(cells)];
}

/** More tokens than cells: what is left over stands in the last cell, so that nothing is lost. */
function merged(cells: readonly PlacedText[]): PlacedText[] {
  const columns = new Map<number, PlacedText>();
  for (const cell of cells) {
    const before = columns.get(cell.column);
    columns.set(cell.column, before ? { ...before, text: `${before.text} ${cell.text}` } : cell);
  }
  return [...columns.values()];
}

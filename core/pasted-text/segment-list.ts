import type { ColumnDefinition, FormDefinition, RowKindDefinition } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import { foldText } from "../text/fold.ts";
import { fieldFit, REQUIRED_BLANK, type ColumnFit } from "./column-fit.ts";
import { isEnough, type HeadedLayout } from "./heading-finder.ts";
import { splitRow, type SplitRow } from "./split-row.ts";
import type { PlacedText } from "./text-source.ts";
import { headingEnd, type TokenText } from "./token-text.ts";

/** The headings of a list, found in a text that has lost its borders. */
export interface FoundList {
  readonly headed: HeadedLayout;
  readonly headings: readonly FoundHeading[];
  readonly from: number;
  readonly to: number;
}

interface FoundHeading {
  readonly definition: ColumnDefinition;
  readonly from: number;
  readonly to: number;
  /** The first of its columns on the sheet. */
  readonly column: number;
}

/** No table has more columns, whatever the years of its plan. */
const MOST_HEADINGS = 40;

/** Headings one after another from the beginning of a line to the end of one, with nothing else between them. */
export function findList(text: TokenText, from: number, layouts: readonly HeadedLayout[]): FoundList | undefined {
  if (text.tokens[from]?.isFirstOfLine !== true) return undefined;
  for (const headed of layouts) {
    const headings: FoundHeading[] = [];
    let at = from;
    // Room to the left for columns that have no heading.
    let column = 1 + unheadedCount(headed);
    for (let next = nextHeading(text, at, headed); next; next = nextHeading(text, at, headed)) {
      const { definition } = next;
      // Only years come more than once: the same heading again begins the next table.
      const isAgain = definition.yearly !== true && headings.some((heading) => heading.definition === definition);
      if (isAgain || headings.length === MOST_HEADINGS) break;
      headings.push({ ...next, from: at, column });
      column += next.definition.fields.length;
      at = next.to;
    }
    const isThere = (definition: ColumnDefinition) => headings.some((heading) => heading.definition === definition);
    const isWhole = text.tokens[at - 1]?.isLastOfLine === true;
    if (isWhole && isEnough(headed.columns, (_, definition) => isThere(definition)))
      return { headed, headings, from, to: at };
  }
  return undefined;
}

function unheadedCount({ layout }: HeadedLayout): number {
  return layout.type === "yearly-plan" ? (layout.unheaded?.length ?? 0) : 0;
}

function nextHeading(
  text: TokenText,
  at: number,
  { columns }: HeadedLayout,
): { definition: ColumnDefinition; to: number } | undefined {
  if (at >= text.tokens.length) return undefined;
  const found = columns.flatMap(({ definition, matches }) => {
    const to = headingEnd(text, at, matches);
    return to === undefined ? [] : [{ definition, to }];
  });
  return found.sort((a, b) => b.to - a.to)[0];
}

/** One column of the list, in the order of the sheet. */
interface ListColumn {
  readonly column: number;
  readonly field: string;
  readonly yearly: boolean;
  readonly fit: ColumnFit;
}

/** A list whose rows are to be read line by line. */
export interface OpenList {
  readonly placed: readonly PlacedText[];
  /** How many columns its headings have. */
  readonly width: number;
  /** The row that the tokens of a line make, or nothing when they are no row of the list. */
  readonly row: (from: number, to: number) => ListRow | undefined;
}

export interface ListRow {
  readonly placed: readonly PlacedText[];
  /** No column is blank that has to be filled in. */
  readonly isComplete: boolean;
  readonly score: number;
}

/** Opens a list: its headings as they stand, and a reader for its rows. */
export function openList(text: TokenText, { headed, headings }: FoundList, form: FormDefinition): OpenList {
  const columns = headings.flatMap(({ definition, column }): ListColumn[] =>
    definition.fields.map((field, i) => ({
      column: column + i,
      field,
      yearly: definition.yearly === true,
      fit: fieldFit(form, headed.layout, field),
    })),
  );
  const kinds = (headed.layout.rowKinds ?? []).flatMap((kind) =>
    kind.pattern === undefined ? [] : [{ kind, pattern: textPattern(kind.pattern) }],
  );
  const marks = (headed.layout.type === "yearly-plan" ? (headed.layout.unheaded ?? []) : []).map(({ pattern }) =>
    textPattern(pattern),
  );
  const last = text.tokens[headings.at(-1)!.to - 1]!.line;
  return {
    placed: headings.map((heading) => placedHeading(text, heading, last)),
    width: columns.length,
    row(start, to) {
      const before = placedMarks(text, start, to, marks);
      const from = start + before.length;
      const kind = kinds.find(({ pattern }) => labelEnd(text, from, to, pattern) !== undefined);
      const split = kind
        ? splitKindRow(text, from, to, columns, kind)
        : splitRow(
            text,
            from,
            to,
            columns.map(({ fit }) => fit),
          );
      return (
        split && {
          score: split.score,
          placed: [...before, ...placedRow(text, split, columns, kind !== undefined)],
          isComplete: columns.every(({ fit }, i) => {
            const { from: first, to: last } = split.cells[i]!;
            return last > first || fit.of("") > REQUIRED_BLANK;
          }),
        }
      );
    },
  };
}

/** Marks and numbers of columns that have no heading, to the left of the first one; at least one token is the row's. */
function placedMarks({ tokens }: TokenText, from: number, to: number, marks: readonly RegExp[]): PlacedText[] {
  const placed: PlacedText[] = [];
  for (const [i, mark] of marks.entries()) {
    const token = tokens[from + placed.length];
    if (!token || from + placed.length + 1 >= to) break;
    if (mark.test(token.text)) placed.push({ line: token.line, column: 1 + i, text: token.text });
  }
  return placed;
}

/** A heading that ends above the last line of its row reaches down to it, so that all headings end in one row. */
function placedHeading({ between, tokens }: TokenText, heading: FoundHeading, bottom: number): PlacedText {
  const { from, to, column, definition } = heading;
  const { line } = tokens[from]!;
  const right = column + definition.fields.length - 1;
  return {
    line,
    column,
    text: between(from, to),
    ...(right > column ? { right } : {}),
    ...(bottom > line ? { bottom } : {}),
  };
}

interface RowKindMatcher {
  readonly kind: RowKindDefinition;
  readonly pattern: RegExp;
}

/** The index behind the label with which a row of a kind begins (合計, 事業費(百万円)). */
function labelEnd(text: TokenText, from: number, to: number, pattern: RegExp): number | undefined {
  for (let end = from + 1; end <= Math.min(from + 2, to); end++) {
    if (pattern.test(foldText(text.between(from, end)))) return end;
  }
  return undefined;
}

/** A row of a kind: its label is known, and numbers stand in the columns of years and numbers. */
function splitKindRow(
  text: TokenText,
  from: number,
  to: number,
  columns: readonly ListColumn[],
  { kind, pattern }: RowKindMatcher,
): SplitRow | undefined {
  const fits = columns.map(({ field, yearly, fit }): ColumnFit => {
    const { space } = fit;
    if (field === kind.label) return { isTyped: true, space, of: (own) => (pattern.test(foldText(own)) ? 6 : -6) };
    if (yearly || fit.isTyped) return { isTyped: true, space, of: (own) => (own === "" ? -1 : isNumber(own) ? 2 : -2) };
    return { isTyped: false, space, of: (own) => (own === "" ? 0 : fit.of(own)) };
  });
  return splitRow(text, from, to, fits);
}

function isNumber(text: string): boolean {
  return /^[-△▲]?[0-9][0-9,.]*$/u.test(text.normalize("NFKC"));
}

function placedRow(
  { between, tokens }: TokenText,
  { cells }: SplitRow,
  columns: readonly ListColumn[],
  isOfKind: boolean,
): PlacedText[] {
  return cells.flatMap(({ from, to, isSure }, i): PlacedText[] => {
    if (to <= from) return [];
    const isKnown = isSure || (isOfKind && columns[i]!.fit.isTyped);
    const { line } = tokens[from]!;
    const { column } = columns[i]!;
    return [{ line, column, text: between(from, to), ...(isKnown ? {} : { doubt: "split" as const }) }];
  });
}

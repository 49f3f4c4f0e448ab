import type { FormDefinition } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { foldText } from "../text/fold.ts";
import { headedLayouts, type HeadedLayout } from "./heading-finder.ts";
import { cardFinder, findCards, placeCard, type CardFinder } from "./segment-cards.ts";
import { findList, openList, type FoundList, type OpenList } from "./segment-list.ts";
import { findMatrix } from "./segment-matrix.ts";
import type { PlacedText, TextRow } from "./text-source.ts";
import { tokenText, type TokenText } from "./token-text.ts";

/** How much is tried before the rest stays running text: a row costs the square of its words. A hundred pages take a tenth. */
const MOST_TRIES = 400_000;

/**
 * Finds the cells of a text that has lost its borders (out of a PDF or a web page): only spaces and line breaks are left. The
 * form says where to look: headings and labels are found by their words, the cells of a row by the kinds of their columns.
 * What is a guess carries a doubt. Lines that no table takes stay running text.
 */
export function segmentText(
  rows: readonly TextRow[],
  form: FormDefinition,
  isContent: (text: string) => boolean,
): PlacedText[] {
  const text = tokenText(rows);
  const segmenter: Segmenter = {
    text,
    isContent,
    form,
    lists: headedLayouts(form),
    cards: cardPlaces(text, form),
    tried: 0,
  };
  const placed: PlacedText[] = [];
  const running: PlacedText[] = [];
  let list: ReadingList | undefined;
  for (let at = 0; at < text.tokens.length;) {
    const table = tableAt(segmenter, at);
    const row = table ?? (list && rowAt(segmenter, list, at));
    if (table) list = table.list && { open: table.list, hasEnded: false };
    if (row) placed.push(...row.placed);
    else {
      running.push(runningLine(segmenter, list, at));
      if (list && running.at(-1)!.doubt === undefined) list = { ...list, hasEnded: true };
    }
    at = row?.to ?? text.endOfLine(at);
  }
  // Running text goes over the whole sheet, so that nobody takes it for the first cell of a row.
  const right = placed.reduce((most, piece) => Math.max(most, piece.right ?? piece.column), 2);
  return [...placed, ...running.map((piece) => ({ ...piece, right }))];
}

/** A line outside the tables; right below the rows of a list it may be one of them all the same. */
function runningLine({ text, isContent }: Segmenter, list: ReadingList | undefined, at: number): PlacedText {
  const { line, isBelowBlank } = text.tokens[at]!;
  const own = text.between(at, text.endOfLine(at));
  const isStray = list?.hasEnded === false && !isBelowBlank && !isContent(own);
  return { line, column: 1, text: own, ...(isStray ? { doubt: "stray" } : {}) };
}

interface Segmenter {
  readonly text: TokenText;
  readonly form: FormDefinition;
  readonly isContent: (text: string) => boolean;
  readonly lists: readonly HeadedLayout[];
  readonly cards: ReadonlyMap<number, { readonly end: number; readonly finder: CardFinder }>;
  /** What {@link MOST_TRIES} limits. */
  tried: number;
}

/** Tokens that belong to a table, and the index behind them. */
interface PlacedPart {
  readonly placed: readonly PlacedText[];
  readonly to: number;
}

interface ReadingList {
  readonly open: OpenList;
  /** A running text came: only rows that are surely of the list are read on. */
  readonly hasEnded: boolean;
}

/** How well a row must fit its columns: right below the row before it, below a blank line, and behind a running text. */
const FIT_BELOW = -3;
const FIT = 0;
const FIT_APART = 5;
/** Over how many lines a record may go. */
const MOST_LINES = 8;

/** The table whose headings or first label stand at a token. */
function tableAt(segmenter: Segmenter, at: number): (PlacedPart & { readonly list?: OpenList }) | undefined {
  const { text, form, lists, cards } = segmenter;
  if (!text.tokens[at]!.isFirstOfLine) return undefined;
  const card = cards.get(at);
  if (card) return placeCard(text, at, card.end, card.finder);
  const found = findList(text, at, lists) ?? findStackedList(text, at, lists);
  if (found) {
    const list = openList(text, found, form);
    const above = found.from > at ? stackedHeadings(text, at, found) : [];
    return { placed: [...above, ...list.placed], to: found.to, list };
  }
  for (const layout of form.layouts) {
    const matrix = layout.type === "matrix" ? findMatrix(text, at, layout) : undefined;
    if (matrix) return matrix;
  }
  return undefined;
}

/** A list whose headings begin in the next line, below a heading that stands over several of them (年度別の取組計画). */
function findStackedList(text: TokenText, at: number, lists: readonly HeadedLayout[]): FoundList | undefined {
  const to = text.endOfLine(at);
  const found = to < text.tokens.length ? findList(text, to, lists) : undefined;
  return found && aboveStart(text, at, to, found) !== undefined ? found : undefined;
}

/** Where in a line the heading begins that stands above others; it ends the line. */
function aboveStart(text: TokenText, from: number, to: number, { headed }: FoundList): number | undefined {
  for (let i = from; i < to; i++) if (headed.above.has(foldText(text.between(i, to)))) return i;
  return undefined;
}

function stackedHeadings(text: TokenText, at: number, found: FoundList): PlacedText[] {
  const begin = aboveStart(text, at, found.from, found)!;
  const { line } = text.tokens[at]!;
  const covered = found.headings.filter(({ definition }) => definition.under !== undefined);
  const column = covered[0]?.column ?? found.headings[0]!.column;
  const right = covered.at(-1)?.column ?? column;
  const above: PlacedText = { line, column, text: text.between(begin, found.from), right };
  // Left of it stands the number of the plan.
  return begin > at ? [{ line, column: found.headings[0]!.column, text: text.between(at, begin) }, above] : [above];
}

/** The record of a list that begins at a token: one line, or several that only together fill its columns. */
function rowAt(segmenter: Segmenter, { open, hasEnded }: ReadingList, at: number): PlacedPart | undefined {
  const { text, isContent } = segmenter;
  const needed = neededFit(segmenter, { open, hasEnded }, at);
  let single: PlacedPart | undefined;
  let apart = 0;
  let to = at;
  for (let lines = 1; lines <= MOST_LINES && to < text.tokens.length; lines++) {
    const from = to;
    to = text.endOfLine(from);
    if (lines > 1 && (text.tokens[from]!.isBelowBlank || isContent(text.between(from, to)))) break;
    if (lines > 1 && tableAt(segmenter, from)) break;
    segmenter.tried += (to - at) ** 2;
    if (segmenter.tried > MOST_TRIES) break;
    const own = open.row(from, to);
    if (lines === 1 && own && own.score > needed) single = { placed: own.placed, to };
    // A line that is a whole record by itself is no rest of another, and needs none.
    if (own?.isComplete && own.score > FIT) break;
    apart += Math.max(0, own?.score ?? 0);
    const joined = lines > 1 ? open.row(at, to) : undefined;
    if (joined && joined.score > Math.max(FIT_APART, apart)) {
      // Recognition looks for a record in one row: that of its first line.
      const { line } = text.tokens[at]!;
      return { placed: joined.placed.map((piece) => ({ ...piece, line, doubt: "split" })), to };
    }
  }
  return single;
}

function neededFit({ text, isContent }: Segmenter, { open, hasEnded }: ReadingList, at: number): number {
  const to = text.endOfLine(at);
  // 「1 サークルの促進 子育て支援課 …」 looks like a heading with a number too.
  if (hasEnded || isContent(text.between(at, to))) return FIT_APART;
  return !text.tokens[at]!.isBelowBlank && (to - at) * 2 >= open.width ? FIT_BELOW : FIT;
}

function cardPlaces(text: TokenText, form: FormDefinition): Segmenter["cards"] {
  const places = new Map<number, { end: number; finder: CardFinder }>();
  for (const layout of form.layouts) {
    if (layout.type !== "card") continue;
    const finder = cardFinder(form, layout, fiscalYearOf(text, form));
    const starts = findCards(text, finder);
    starts.forEach((start, i) => places.set(start, { end: starts[i + 1] ?? text.tokens.length, finder }));
  }
  return places;
}

/** The fiscal year that a line states of which the form says so (評価年度:2012年度). */
function fiscalYearOf(text: TokenText, { texts }: FormDefinition): number | undefined {
  const stating = texts.filter(({ statesFiscalYear }) => statesFiscalYear).map(({ pattern }) => textPattern(pattern));
  for (let at = 0; at < text.tokens.length; at = text.endOfLine(at)) {
    const line = text.between(at, text.endOfLine(at));
    if (stating.some((pattern) => pattern.test(line))) return findFiscalYears(line).at(-1)?.gregorian;
  }
  return undefined;
}

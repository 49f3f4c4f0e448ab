import { foldText } from "../text/fold.ts";
import type { TextRow } from "./text-source.ts";

/** 12 / 30, - 12 -, P.12, 12ページ. */
const DECORATED =
  /^(?:-[0-9]{1,4}-|[0-9]{1,4}\/[0-9]{1,4}|(?:p\.?|page)[0-9]{1,4}|[0-9]{1,4}(?:ページ|頁)|(?:ページ|頁)[0-9]{1,4})$/u;
const NUMBER = /^[0-9]{1,4}$/u;

/**
 * Page numbers, and the lines at the head and foot of pages that come again on every page: they part no table and belong
 * to none.
 * @param isContent a text that the form knows (a heading, a note) is never furniture, however often it comes.
 */
export function pageFurniture(rows: readonly TextRow[], isContent: (text: string) => boolean): Set<TextRow> {
  const found = new Set<TextRow>();
  const running = runningLines(rows);
  rows.forEach((row, i) => {
    const text = loneText(row);
    if (text === undefined) return;
    const folded = foldText(text);
    const isNumber = DECORATED.test(folded) || (NUMBER.test(folded) && standsApart(rows, i));
    if (isNumber || (running.has(key(folded)) && isAtPageEdge(rows, i) && !isContent(text))) found.add(row);
  });
  return found;
}

/** The text of a line without delimiters; nothing for a blank line. */
function loneText({ pieces }: TextRow): string | undefined {
  const text = pieces.length === 1 ? pieces[0]!.trim() : "";
  return text === "" ? undefined : text;
}

/** A bare number is a page's only beside a page break, or with a blank line on both sides. */
function standsApart(rows: readonly TextRow[], i: number): boolean {
  const breaks = startsPage(rows[i]) || startsPage(rows[i + 1]);
  return breaks || (isBlank(rows[i - 1]) && isBlank(rows[i + 1]) && i > 0 && i < rows.length - 1);
}

/** Lines beside a form feed that come on at least two pages; the numbers in them may differ. */
function runningLines(rows: readonly TextRow[]): Set<string> {
  const counts = new Map<string, number>();
  rows.forEach((row, i) => {
    const text = loneText(row);
    if (text === undefined || !isAtPageEdge(rows, i)) return;
    const name = key(foldText(text));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

function isAtPageEdge(rows: readonly TextRow[], i: number): boolean {
  return startsPage(rows[i]) || startsPage(rows[i + 1]);
}

function startsPage(row: TextRow | undefined): boolean {
  return row?.pieces[0]?.startsWith("\f") === true;
}

function isBlank(row: TextRow | undefined): boolean {
  return row === undefined || row.pieces.every((piece) => piece.trim() === "");
}

function key(folded: string): string {
  return folded.replaceAll(/[0-9]+/gu, "0");
}

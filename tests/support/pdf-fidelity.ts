import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { squeeze, squeezedText } from "./read-pdf.ts";
import type { PdfPage, PdfText } from "./read-pdf.ts";

/** A cell that a page break cut is looked for in runs of this many characters. */
const RUN = 12;

/**
 * Texts of the cells that a person sees in the workbook. A text that stands again in the next row with something in its
 * column comes once: a report shows the value of a group once, whether the workbook merges its cells or repeats them.
 */
export function visibleTexts({ sheets }: WorkbookSnapshot): string[] {
  return sheets.filter(({ visibility }) => visibility === "visible").flatMap(sheetTexts);
}

function sheetTexts({ cells, hiddenRows, hiddenColumns }: SheetSnapshot): string[] {
  const above = new Map<number, string>();
  return cells.flatMap(({ row, column, text }) => {
    if (hiddenRows.includes(row) || hiddenColumns.includes(column) || above.get(column) === text) return [];
    above.set(column, text);
    return [text];
  });
}

/**
 * What of some texts the pages do not show: characters that stand in no run of the text that is printed, and characters
 * that are printed less often than they stand in the texts. Empty when all is there.
 */
export function missingOnPages(texts: readonly string[], pages: readonly PdfPage[]): string[] {
  const printed = squeezedText(pages);
  const missing = texts.map(squeeze).flatMap((text) => {
    const lost = charactersNotIn(text, printed);
    return lost === "" ? [] : [`「${lost}」 of ${text.slice(0, 40)}`];
  });
  const supply = characterCounts(printed);
  for (const [character, count] of characterCounts(texts.map(squeeze).join(""))) {
    const there = supply.get(character) ?? 0;
    if (there < count) missing.push(`${character}: ${there} of ${count}`);
  }
  return missing;
}

function charactersNotIn(text: string, printed: string): string {
  if (printed.includes(text)) return "";
  const size = Math.min(RUN, text.length);
  const found = new Array<boolean>(text.length).fill(false);
  for (let i = 0; i + size <= text.length; i++) {
    if (printed.includes(text.slice(i, i + size))) found.fill(true, i, i + size);
  }
  return found.map((there, i) => (there ? "" : text[i])).join("");
}

function characterCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Pairs of texts on one page of which one is printed over the other. */
export function overprints({ texts }: PdfPage): string[] {
  const found: string[] = [];
  const sorted = texts.map(ink).sort((a, b) => a.bottom - b.bottom);
  for (const [i, a] of sorted.entries()) {
    for (const b of sorted.slice(i + 1)) {
      if (b.bottom >= a.top) break;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
      if (width > 0 && height > 0 && width * height > 0.25 * Math.min(area(a), area(b)))
        found.push(`${a.text} × ${b.text}`);
    }
  }
  return found;
}

/** A font's box is taller than its line; the middle of it is where ink is. */
function ink(text: PdfText): PdfText {
  const inset = (text.top - text.bottom) * 0.2;
  return { ...text, top: text.top - inset, bottom: text.bottom + inset };
}

function area({ left, right, top, bottom }: PdfText): number {
  return (right - left) * (top - bottom);
}

import type { Diagnostic } from "../../../core/validation/diagnostic.ts";

/** A cell's text around the words that a finding is about. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Nothing else stands in the cell: there is no need to mark it. */
  readonly isWhole: boolean;
}

/** Characters shown on either side; more than the command line shows, for here they may wrap. */
const CONTEXT = 40;
/** Longest piece of the words themselves. */
const LONGEST = 160;

/** `undefined` for a blank cell. Line breaks are kept. */
export function excerptOf({
  cellText,
  text,
  offset,
}: Pick<Diagnostic, "cellText" | "text" | "offset">): Excerpt | undefined {
  if (text.trim() === "") return undefined;
  const end = offset + text.length;
  const from = Math.max(0, offset - CONTEXT);
  const to = Math.min(cellText.length, end + CONTEXT);
  const isLong = text.length > LONGEST;
  return {
    before: (from > 0 ? "…" : "") + cellText.slice(from, offset),
    words: isLong ? `${text.slice(0, LONGEST)}…` : text,
    isWhole: text.length === cellText.length,
    after: isLong ? "" : cellText.slice(end, to) + (to < cellText.length ? "…" : ""),
  };
}

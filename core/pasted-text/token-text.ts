import { foldText } from "../text/fold.ts";
import type { TextRow } from "./text-source.ts";

/** A run of characters between spaces or line breaks. */
export interface Token {
  readonly text: string;
  /** Its line in the file. */
  readonly line: number;
  readonly isFirstOfLine: boolean;
  readonly isLastOfLine: boolean;
  /** A blank line stands above its line. */
  readonly isBelowBlank: boolean;
  /** Where it stands in the whole text. */
  readonly start: number;
  readonly end: number;
}

/** A text without delimiters, as the tokens of which its cells are made. */
export interface TokenText {
  readonly tokens: readonly Token[];
  /** The text from one token to before another, with its spaces and line breaks. */
  readonly between: (from: number, to: number) => string;
  /** The index behind the last token of a token's line. */
  readonly endOfLine: (index: number) => number;
}

export function tokenText(rows: readonly TextRow[]): TokenText {
  const lines = rows.map(({ pieces }) => pieces.join(" "));
  const whole = lines.join("\n");
  const tokens: Token[] = [];
  let offset = 0;
  let isBelowBlank = true;
  lines.forEach((text, row) => {
    const found = [...text.matchAll(/[^\s\u00a0]+/gu)];
    found.forEach(({ 0: token, index }, i) => {
      tokens.push({
        text: token,
        line: rows[row]!.line,
        isFirstOfLine: i === 0,
        isLastOfLine: i === found.length - 1,
        isBelowBlank,
        start: offset + index,
        end: offset + index + token.length,
      });
    });
    isBelowBlank = found.length === 0;
    offset += text.length + 1;
  });
  return {
    tokens,
    between: (from, to) => (to > from ? whole.slice(tokens[from]!.start, tokens[to - 1]!.end) : ""),
    endOfLine(index) {
      let end = index;
      while (end < tokens.length && !tokens[end]!.isLastOfLine) end++;
      return Math.min(end + 1, tokens.length);
    },
  };
}

/** No heading is written in more pieces, or over more lines. */
const LONGEST = 6;
const MOST_LINES = 3;

/** The index behind a heading that begins at a token, its own spaces and line breaks passed over; the longest that fits. */
export function headingEnd(
  { tokens, between }: TokenText,
  from: number,
  matches: (folded: string) => boolean,
): number | undefined {
  let lines = 1;
  let found: number | undefined;
  for (let to = from + 1; to <= Math.min(from + LONGEST, tokens.length); to++) {
    if (to - 1 > from && tokens[to - 1]!.isFirstOfLine) lines++;
    // What a blank line parts is not one heading.
    if (lines > MOST_LINES || (to - 1 > from && tokens[to - 1]!.isFirstOfLine && tokens[to - 1]!.isBelowBlank)) break;
    if (matches(foldText(between(from, to)))) found = to;
  }
  return found;
}

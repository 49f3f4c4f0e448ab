import type { ColumnFit } from "./column-fit.ts";
import type { TokenText } from "./token-text.ts";

/** What a row without borders becomes: the tokens of each column. */
export interface SplitRow {
  /** By column: from which token to before which; equal for a blank cell. */
  readonly cells: readonly { readonly from: number; readonly to: number; readonly isSure: boolean }[];
  /** Above 0 when the columns speak for the row. */
  readonly score: number;
}

/** More tokens are no row of a table but a page of prose. */
const MOST_TOKENS = 120;
const TORN = 2;

/** Spreads the tokens of a row over its columns so that the columns fit best, each column a run of neighbouring tokens. */
export function splitRow(
  text: TokenText,
  from: number,
  to: number,
  columns: readonly ColumnFit[],
): SplitRow | undefined {
  if (to - from > MOST_TOKENS || to <= from) return undefined;
  const { best, cut } = bestCuts(text, from, to, columns);
  const bounds = [to];
  for (let column = columns.length; column > 0; column--) bounds.unshift(cut[column]![bounds[0]! - from]!);
  const isCounted = to - from === columns.length && bounds.every((bound, i) => bound === from + i);
  const sure = columns.map((column, i) => {
    const [first, last] = [bounds[i]!, bounds[i + 1]!];
    return isCounted || (column.isTyped && last > first && column.of(text.between(first, last).trim()) > 0);
  });
  const cells = columns.map((_, i) => {
    // A cell between two sure ones, or between a sure one and the end of the row, has sure borders too.
    const isHeld = (i === 0 || sure[i - 1]!) && (i === columns.length - 1 || sure[i + 1]!);
    return { from: bounds[i]!, to: bounds[i + 1]!, isSure: sure[i]! || isHeld };
  });
  return { cells, score: best[columns.length]![to - from]! };
}

/** A cell does not begin in the middle of brackets, nor end there: what it costs that one of these tokens to another does. */
function tornBrackets(tokens: TokenText["tokens"], from: number, to: number): (begin: number, end: number) => number {
  const depth = [0];
  for (let i = from; i < to; i++) depth.push(depth.at(-1)! + bracketsOf(tokens[i]!.text));
  const isInside = tokens.slice(from, to).map(({ text }) => /^[（(](?![0-9０-９]{1,2}[）)])/u.test(text));
  return (begin, end) => (depth[begin] === depth[end] ? 0 : TORN) + (isInside[begin] ? TORN : 0);
}

function bracketsOf(text: string): number {
  let depth = 0;
  for (const character of text) {
    if ("（(「『".includes(character)) depth++;
    if ("）)」』".includes(character)) depth--;
  }
  return depth;
}

/** By column and number of tokens used: the best score so far, and where the column's cell begins. */
function bestCuts(
  { between, tokens }: TokenText,
  from: number,
  to: number,
  columns: readonly ColumnFit[],
): { best: number[][]; cut: number[][] } {
  const count = to - from;
  const torn = tornBrackets(tokens, from, to);
  const best = [[0, ...Array<number>(count).fill(-Infinity)]];
  const cut: number[][] = [[]];
  for (const { of: fit, space } of columns) {
    const before = best.at(-1)!;
    const found = Array.from({ length: count + 1 }, (_, end) => {
      let [score, start] = [-Infinity, 0];
      for (let begin = 0; begin <= end; begin++) {
        if (before[begin] === -Infinity) continue;
        const cost = begin < end ? (end - begin - 1) * space + torn(begin, end) : 0;
        const own = before[begin]! + fit(between(from + begin, from + end)) - cost;
        if (own > score) [score, start] = [own, begin];
      }
      return { score, start: from + start };
    });
    best.push(found.map(({ score }) => score));
    cut.push(found.map(({ start }) => start));
  }
  return { best, cut };
}

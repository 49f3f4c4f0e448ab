import type { ColumnFit } from "./column-fit.ts";
import { splitRow } from "./split-row.ts";
import { tokenText } from "./token-text.ts";

/** What a piece between two delimiters becomes: the texts of its columns. */
export interface SplitPiece {
  readonly texts: readonly string[];
  readonly score: number;
}

/**
 * Spreads pieces over more columns than there are pieces: where a delimiter was lost, a piece holds several cells with
 * spaces between them. The delimiters that are left stay borders.
 * @returns the texts by piece, or nothing when the pieces fit no better than before.
 */
export function splitPieces(pieces: readonly string[], columns: readonly ColumnFit[]): string[][] | undefined {
  const spare = columns.length - pieces.length;
  if (spare <= 0 || pieces.length === 0) return undefined;
  // By the number of columns used: the best way to spread the pieces so far.
  let best = new Map<number, { readonly score: number; readonly texts: readonly string[][] }>([
    [0, { score: 0, texts: [] }],
  ]);
  for (const piece of pieces) {
    const next = new Map<number, { readonly score: number; readonly texts: readonly string[][] }>();
    for (const [used, { score, texts }] of best) {
      for (let count = 1; count <= spare + 1 && used + count <= columns.length; count++) {
        const split = spread(piece, columns.slice(used, used + count));
        if (!split) continue;
        const known = next.get(used + count);
        const own = score + split.score;
        if (!known || own > known.score) next.set(used + count, { score: own, texts: [...texts, [...split.texts]] });
      }
    }
    best = next;
  }
  const found = best.get(columns.length);
  const asTheyStand = pieces.reduce((sum, piece, i) => sum + columns[i]!.of(piece.trim()), 0);
  const blank = columns.slice(pieces.length).reduce((sum, { of }) => sum + of(""), 0);
  return found && found.score > asTheyStand + blank ? [...found.texts] : undefined;
}

/** One piece over some columns; only spaces that it has can part them. */
function spread(piece: string, columns: readonly ColumnFit[]): SplitPiece | undefined {
  const [only, ...others] = columns;
  if (only && others.length === 0) return { texts: [piece], score: only.of(piece.trim()) };
  const text = tokenText([{ line: 1, pieces: [piece] }]);
  if (text.tokens.length < columns.length) return undefined;
  const split = splitRow(text, 0, text.tokens.length, columns);
  if (split?.cells.some(({ from, to }) => to <= from) !== false) return undefined;
  return { texts: split.cells.map(({ from, to }) => text.between(from, to)), score: split.score };
}

/** A part of a workbook that is read in one go, or in smaller pieces where it turns out to be too large. */
export interface Piece<Result> {
  /** Roughly the number of cells that Excel has to answer for. */
  readonly weight: number;
  /** Queues the reading. What it returns is called after the sync, and throws `TooLargeError` where Excel gave nothing. */
  queue(): () => Result;
  /** Two halves, or more pieces so small that many go into one batch, in reading order; none for what cannot be cut. */
  split(): readonly Piece<Result>[];
}

/** Excel answers a read of too many cells with `null` in some places, without any error. */
export class TooLargeError extends Error {}

/** Cells in one answer. With 100 characters a cell it stays well under the 5 MB that Excel on the web allows. */
export const cellsPerBatch = 10_000;

/** Reads pieces in as few syncs as their weights allow, and in their order. */
export async function readPieces<Result>(
  context: Excel.RequestContext,
  pieces: readonly Piece<Result>[],
  isTooLarge: (error: unknown) => boolean = isPayloadError,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = batchesOf(pieces).reverse();
  for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
    const outcome = await readBatch(context, batch, isTooLarge);
    if (outcome === undefined) waiting.push(...smallerBatches(batch).reverse());
    else for (const result of outcome) results.push(result);
  }
  return results;
}

/** One sync. `undefined` where the batch is too large and can be cut. */
async function readBatch<Result>(
  context: Excel.RequestContext,
  batch: readonly Piece<Result>[],
  isTooLarge: (error: unknown) => boolean,
): Promise<Result[] | undefined> {
  const takes = batch.map((piece) => piece.queue());
  try {
    await context.sync();
    return takes.map((take) => take());
  } catch (error) {
    const canShrink = smallerBatches(batch).length > 0;
    if (canShrink && (error instanceof TooLargeError || isTooLarge(error))) return undefined;
    throw error;
  }
}

function batchesOf<Result>(pieces: readonly Piece<Result>[]): (readonly Piece<Result>[])[] {
  const batches: Piece<Result>[][] = [];
  let room = 0;
  for (const piece of pieces) {
    if (piece.weight > room) {
      batches.push([]);
      room = cellsPerBatch;
    }
    batches.at(-1)!.push(piece);
    room -= piece.weight;
  }
  return batches;
}

function smallerBatches<Result>(batch: readonly Piece<Result>[]): (readonly Piece<Result>[])[] {
  if (batch.length === 1) {
    const pieces = batch[0]!.split();
    // The halves of what is too large for one answer are so together.
    return pieces.length > 2 ? batchesOf(pieces) : pieces.map((piece) => [piece]);
  }
  const middle = batch.length >> 1;
  return [batch.slice(0, middle), batch.slice(middle)];
}

function isPayloadError(error: unknown): boolean {
  return hasCode(error, /PayloadSizeLimitExceeded$/);
}

/** Whether an error is one of Office.js with such a code. */
export function hasCode(error: unknown, code: RegExp): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && code.test(error.code);
}

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

export interface ReadOptions<Result> {
  /** Whether an error of Excel means that less should be asked for at once. */
  readonly isTooLarge?: (error: unknown) => boolean;
  /** Told each result as soon as it is there, in the order of the pieces. */
  readonly onResult?: (result: Result) => void;
}

/**
 * Reads pieces in as few syncs as their weights allow, and in their order. An answer is taken apart while Excel works on
 * the next.
 */
export async function readPieces<Result>(
  context: Excel.RequestContext,
  pieces: readonly Piece<Result>[],
  { isTooLarge = isPayloadError, onResult }: ReadOptions<Result> = {},
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = batchesOf(pieces).reverse();
  const cut = (batch: readonly Piece<Result>[]) => waiting.push(...smallerBatches(batch).reverse());
  let answered: AskedBatch<Result> | undefined;
  while (answered || waiting.length > 0) {
    const batch = waiting.pop();
    const asked = batch && ask(context, batch);
    // office.js sends what it was asked only when the program rests.
    if (asked && answered) await new Promise((resolve) => setTimeout(resolve));
    const taken = answered && take(answered, isTooLarge);
    if (answered && !taken) {
      // Its parts come first: the next batch is asked for again after them.
      await asked?.answer;
      if (batch) waiting.push(batch);
      cut(answered.batch);
      answered = undefined;
      continue;
    }
    for (const result of taken ?? []) {
      results.push(result);
      onResult?.(result);
    }
    const failure = await asked?.answer;
    if (failure && !(isTooLarge(failure.error) && canShrink(asked!.batch))) throw failure.error;
    if (failure) cut(asked!.batch);
    answered = failure ? undefined : asked;
  }
  return results;
}

/** A batch that Excel has been asked for. */
interface AskedBatch<Result> {
  readonly batch: readonly Piece<Result>[];
  readonly takes: readonly (() => Result)[];
  /** Never rejects: its failure is looked at when its turn comes. */
  readonly answer: Promise<{ readonly error: unknown } | undefined>;
}

function ask<Result>(context: Excel.RequestContext, batch: readonly Piece<Result>[]): AskedBatch<Result> {
  const takes = batch.map((piece) => piece.queue());
  const answer = context.sync().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return { batch, takes, answer };
}

/** `undefined` where Excel gave too little and the batch can be cut. */
function take<Result>(
  { batch, takes }: AskedBatch<Result>,
  isTooLarge: (error: unknown) => boolean,
): Result[] | undefined {
  try {
    return takes.map((each) => each());
  } catch (error) {
    if ((error instanceof TooLargeError || isTooLarge(error)) && canShrink(batch)) return undefined;
    throw error;
  }
}

function canShrink<Result>(batch: readonly Piece<Result>[]): boolean {
  return smallerBatches(batch).length > 0;
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

import { hasCode } from "./read-pieces.ts";

/** A part of what is written. */
export interface WritePiece {
  /** About how long its request is, in bytes. */
  readonly bytes: number;
  queue(): void;
}

/** Bytes in one request: Excel on the web allows 5 MB, and what stands around the values counts too. */
export const bytesPerBatch = 3_500_000;
/** What a call costs beside the values that it carries. */
export const bytesOfCall = 400;

const encoder = new TextEncoder();

/** How long values are on their way to Excel, in bytes. */
export function bytesOf(values: unknown): number {
  return bytesOfCall + encoder.encode(JSON.stringify(values)).length;
}

/** Writes pieces in their order: in one sync, which is one step to undo, where the payload allows. */
export async function writePieces(context: Excel.RequestContext, pieces: readonly WritePiece[]): Promise<void> {
  const waiting = batchesOf(pieces).reverse();
  for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
    if (await writeBatch(context, batch)) continue;
    const middle = batch.length >> 1;
    waiting.push(batch.slice(middle), batch.slice(0, middle));
  }
}

/** One sync. `false` where the batch is too large, was not written at all, and can be cut. */
async function writeBatch(context: Excel.RequestContext, batch: readonly WritePiece[]): Promise<boolean> {
  for (const piece of batch) piece.queue();
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (batch.length > 1 && hasCode(error, /^RequestPayloadSizeLimitExceeded$/)) return false;
    throw error;
  }
}

function batchesOf(pieces: readonly WritePiece[]): (readonly WritePiece[])[] {
  const batches: WritePiece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    if (piece.bytes > room || batches.length === 0) {
      batches.push([]);
      room = bytesPerBatch;
    }
    batches.at(-1)!.push(piece);
    room -= piece.bytes;
  }
  return batches;
}

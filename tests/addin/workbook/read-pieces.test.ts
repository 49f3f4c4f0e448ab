import { expect, test } from "vitest";
import { cellsPerBatch, type Piece, readPieces, TooLargeError } from "../../../addin/workbook/read-pieces.ts";

/** An Excel that answers each sync with a number, one after the other, and fails those that it is told to. */
function fakeExcel(failures: Readonly<Record<number, Error>> = {}) {
  const log: string[] = [];
  let syncs = 0;
  const context = {
    sync: async () => {
      const own = ++syncs;
      log.push(`asked ${own}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push(`answered ${own}`);
      if (failures[own]) throw failures[own];
    },
  } as unknown as Excel.RequestContext;
  return { context, log };
}

/** A batch of its own. @param most of these numbers can be read at once */
function piece(numbers: readonly number[], most: number, log: string[] = []): Piece<readonly number[]> {
  return {
    weight: cellsPerBatch,
    queue: () => () => {
      if (numbers.length > most) throw new TooLargeError();
      log.push(`took ${numbers.join()}`);
      return numbers;
    },
    split: () =>
      numbers.length === 1
        ? []
        : [numbers.slice(0, numbers.length >> 1), numbers.slice(numbers.length >> 1)].map((half) =>
            piece(half, most, log),
          ),
  };
}

test("an answer is taken apart while Excel works on the next", async () => {
  const { context, log } = fakeExcel();
  const results: (readonly number[])[] = [];
  const pieces = [[1], [2], [3]].map((numbers) => piece(numbers, 1, log));
  const all = await readPieces(context, pieces, { onResult: (result) => results.push(result) });
  expect(all).toEqual([[1], [2], [3]]);
  expect(results).toEqual(all);
  expect(log).toEqual([
    "asked 1",
    "answered 1",
    "asked 2",
    "took 1",
    "answered 2",
    "asked 3",
    "took 2",
    "answered 3",
    "took 3",
  ]);
});

test.each([1, 2, 3, 8])("pieces of which at most %d can be read at once come in their order", async (most) => {
  const { context } = fakeExcel();
  const results: number[] = [];
  const pieces = [[1, 2, 3, 4], [5], [6, 7, 8], [9, 10, 11, 12, 13], [14]].map((numbers) => piece(numbers, most));
  const all = await readPieces(context, pieces, { onResult: (result) => results.push(...result) });
  expect(all.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  expect(results).toEqual(all.flat());
});

test("a sync that is refused for its size is asked for in smaller parts, another failure ends the reading", async () => {
  const tooLarge = Object.assign(new Error(), { code: "RequestPayloadSizeLimitExceeded" });
  const pieces = () => [[1], [2, 3], [4]].map((numbers) => piece(numbers, 9));
  expect((await readPieces(fakeExcel({ 2: tooLarge }).context, pieces())).flat()).toEqual([1, 2, 3, 4]);
  const busy = Object.assign(new Error("busy"), { code: "ActivityLimitReached" });
  await expect(readPieces(fakeExcel({ 2: busy }).context, pieces())).rejects.toBe(busy);
  // What cannot be cut fails with Excel's own words.
  await expect(readPieces(fakeExcel({ 1: tooLarge }).context, pieces())).rejects.toBe(tooLarge);
});

test("an answer that cannot be taken apart for a reason that means too much is asked for in smaller parts", async () => {
  const missing = Object.assign(new Error(), { code: "PropertyNotLoaded" });
  const unreadable: Piece<readonly number[]> = {
    ...piece([1, 2], 9),
    queue: () => () => {
      throw missing;
    },
  };
  const isTooLarge = (error: unknown) => error === missing;
  const pieces = [piece([0], 9), unreadable, piece([3], 9)];
  expect((await readPieces(fakeExcel().context, pieces, { isTooLarge })).flat()).toEqual([0, 1, 2, 3]);
  await expect(readPieces(fakeExcel().context, pieces)).rejects.toBe(missing);
});

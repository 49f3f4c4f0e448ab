import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparableText,
  diceSimilarity,
  longestCommonRun,
  originalSpan,
  similarityFrom,
} from "../../../core/text/similarity.ts";

/** Texts of few letters have much in common. */
const text = fc.string({ unit: fc.constantFrom(..."支 援 を 行 う た 。".split(" ")), maxLength: 60 });

/** Every common substring by hand: the measure of the clever search. */
function longestByHand(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < a.length; i++) {
    for (let k = 0; k < b.length; k++) {
      let n = 0;
      while (i + n < a.length && k + n < b.length && a[i + n] === b[k + n]) n++;
      best = Math.max(best, n);
    }
  }
  return best;
}

describe("diceSimilarity", () => {
  test("is symmetric, between 0 and 1, and 1 for equal texts", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const similarity = diceSimilarity(a, b);
        expect(similarity).toBe(diceSimilarity(b, a));
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(diceSimilarity(a, a)).toBe(1);
      }),
    );
  });

  test("similarityFrom says the same from its threshold on", () => {
    fc.assert(
      fc.property(text, text, fc.double({ min: 0.05, max: 1, noNaN: true }), (a, b, threshold) => {
        const similarity = diceSimilarity(a, b);
        expect(similarityFrom(threshold, a, b)).toBe(similarity >= threshold ? similarity : undefined);
      }),
    );
  });

  test("a result that repeats the outlook in the past tense", () => {
    expect(
      diceSimilarity(
        "新型コロナウイルス感染拡大防止に配慮した子育て支援を行った。",
        "新型コロナウイルス感染拡大防止に配慮した子育て支援を行う。",
      ),
    ).toBeCloseTo(0.912, 2);
  });

  test("two results that have only the department's manner in common", () => {
    expect(
      diceSimilarity(
        "放課後児童クラブの加配支援員の配置や研修を実施した。",
        "図書館入り口横のエントランスでおはなし会を実施した。",
      ),
    ).toBeLessThan(0.35);
  });
});

describe("longestCommonRun", () => {
  test("finds the longest run wherever it stands", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const run = longestCommonRun(a, b);
        expect(run.length).toBe(longestByHand(a, b));
        expect(a.slice(run.inA, run.inA + run.length)).toBe(b.slice(run.inB, run.inB + run.length));
      }),
    );
  });

  test("a run shorter than asked for is none", () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 20 }), (a, b, minimum) => {
        const longest = longestByHand(a, b);
        expect(longestCommonRun(a, b, minimum).length).toBe(longest >= minimum ? longest : 0);
      }),
    );
  });

  test("a cell of 5,000 equal characters", () => {
    const long = "あ".repeat(5000);
    expect(longestCommonRun(`${long}い`, `う${long}`, 30).length).toBe(5000);
  });
});

describe("comparableText", () => {
  test("leads back to the original", () => {
    const copy = comparableText("特別 支援学校に\n８８名");
    expect(copy.text).toBe("特別支援学校に88名");
    expect(originalSpan(copy, { start: 0, end: 4 })).toEqual({ start: 0, end: 5 });
    expect(originalSpan(copy, { start: 7, end: 10 })).toEqual({ start: 9, end: 12 });
    expect(originalSpan(copy, { start: 3, end: 3 })).toEqual({ start: 4, end: 4 });
  });

  test("a character that unfolds into several keeps its place", () => {
    const copy = comparableText("㈱山田");
    expect(copy.text).toBe("(株)山田");
    expect(originalSpan(copy, { start: 0, end: 3 })).toEqual({ start: 0, end: 1 });
  });

  test("offsets never run back", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (given) => {
        const copy = comparableText(given);
        expect(copy.offsets).toHaveLength(copy.text.length + 1);
        expect(copy.offsets).toEqual([...copy.offsets].sort((a, b) => a - b));
      }),
    );
  });
});

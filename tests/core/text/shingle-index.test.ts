import fc from "fast-check";
import { expect, test } from "vitest";
import { createShingleIndex, winnow } from "../../../core/text/shingle-index.ts";

const WORDS =
  "相談 支援 講座 保護者 学校 地域 連携 配布 研修 開催 児童 窓口 施設 点検 道路 公園 図書 防災 避難 訓練 補助 農業 商店街 高齢者 健診 予防 ごみ 資源 回収 広報".split(
    " ",
  );

/** Texts that differ, by a small generator: the same every time. */
function sampleTexts(count: number): string[] {
  let seed = 7;
  const next = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0);
  return Array.from({ length: count }, () =>
    Array.from({ length: 20 }, () => WORDS[(next() >>> 8) % WORDS.length]).join("の"),
  );
}

function countComparisons(texts: readonly string[]): number {
  const index = createShingleIndex<number>();
  return texts.reduce((sum, text, i) => sum + index.findAndAdd(text, i).length, 0);
}

test("a near-duplicate is found among thousands", () => {
  const index = createShingleIndex<number>();
  const texts = sampleTexts(3000);
  texts.forEach((text, i) => index.findAndAdd(text, i));
  const copy = texts[1234]!.replace("の", "と").slice(0, -4);
  expect(index.findAndAdd(copy, 3000)[0]?.item).toBe(1234);
});

test("comparisons grow with the number of texts, not with its square", () => {
  const small = countComparisons(sampleTexts(500));
  const large = countComparisons(sampleTexts(5000));
  expect(large).toBeLessThanOrEqual(5000 * 3);
  expect(large).toBeLessThanOrEqual(small * 10 * 1.5);
});

test("a document of nothing but copies costs no more", () => {
  const copies = Array.from({ length: 2000 }, () => sampleTexts(1)[0]!);
  expect(countComparisons(copies)).toBeLessThanOrEqual(2000 * 3);
});

test("a long common run always shares a shingle", () => {
  const text = fc.string({ unit: fc.constantFrom(..."支 援 を し た 相 談 会".split(" ")), maxLength: 30 });
  const run = fc.string({ unit: fc.constantFrom(..."児 童 手 当 の 給 付".split(" ")), minLength: 13, maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, run, (a, b, c, common) => {
      const left = winnow(a + common + b, 6, 8);
      const right = new Set(winnow(c + common, 6, 8));
      expect([...left].some((shingle) => right.has(shingle))).toBe(true);
    }),
  );
});

test("a text shorter than a shingle leaves none", () => {
  expect(winnow("継続実施", 6, 8).length).toBe(0);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../../../core/text/fold.ts";

test.each([
  ["実施状況 (令和３年度)", "実施状況（令和3年度）"],
  ["ＮＯ．", "No."],
  ["うち\n重点", "うち重点"],
  ["事\u00a0業\u200b名　", "事業名"],
  ["No. 8 — 1", "No.8-1"],
  ["令和元年度〜令和3年度", "令和元年度～令和3年度"],
  ["ｾﾝﾀｰ", "センター"],
  ["か゛くしゅう", "がくしゅう"],
  ["━━", "-"],
])("%s and %s fold alike", (a, b) => {
  expect(foldText(a)).toBe(foldText(b));
});

test.each([
  ["今後の取組", "今後の取組み"],
  ["担当課", "担当局"],
])("%s and %s stay apart", (a, b) => {
  expect(foldText(a)).not.toBe(foldText(b));
});

test("property: folding twice changes nothing", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom("か", "゛", "\u3099", " ", "ー", "～", "Ａ", "İ"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(text, (value) => foldText(foldText(value)) === foldText(value)),
    { numRuns: 2000 },
  );
});

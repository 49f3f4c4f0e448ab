import fc from "fast-check";
import { expect, test } from "vitest";
import { groupByWords } from "../../../core/text/group-by-words.ts";

const itself = (copy: string) => copy;

test("marks do not tell texts apart, words do", () => {
  expect(groupByWords(["・相談支援（窓口）を行った。", "相談支援を行った", "相談支援窓口を行った"], itself)).toEqual([
    ["・相談支援（窓口）を行った。", "相談支援窓口を行った"],
    ["相談支援を行った"],
  ]);
});

test("groups as the words themselves would", () => {
  const words = (copy: string) => copy.replace(/[、。・()①-⑳]/gu, "");
  const copy = fc.string({ unit: fc.constantFrom(..."支援を、。・(①⑳)".split("")), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(copy, { maxLength: 30 }), (copies) => {
      expect(groupByWords(copies, itself)).toEqual([...Map.groupBy(copies, words).values()]);
    }),
  );
});

test("texts of nothing but marks are one group", () => {
  expect(groupByWords(["…", "", "（－）"], itself)).toEqual([["…", "", "（－）"]]);
});

import { expect, test } from "vitest";
import { isVerbalNoun } from "../../../core/text/verbal-nouns.ts";

test("nouns of which する alone makes a verb", () => {
  expect(["拡充", "増加", "実施"].every(isVerbalNoun)).toBe(true);
  // 支払う, 児童
  expect(["支払", "児童", ""].some(isVerbalNoun)).toBe(false);
});

import { expect, test } from "vitest";
import { repeatedCounts } from "../../../core/validation/repeated-counts.ts";

test.each([
  ["思春期対策部会(2回実施1回実施)", ["2回実施1回実施"]],
  ["発達支援部会3回実施・1回実施", ["3回実施・1回実施"]],
  ["2回実施1回開催、第1回開催2回開催、2回実施1回実施予定", []],
])("%s", (text, words) => {
  expect(repeatedCounts(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
});

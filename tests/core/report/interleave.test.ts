import { expect, test } from "vitest";
import { interleave } from "../../../core/report/comparison/interleave.ts";

test.each([
  ["behind what they followed", "abcd", "axbyd", "axbycd"],
  ["at the beginning where they followed nothing", "ab", "xyab", "xyab"],
  ["behind their neighbour, wherever that has gone", "cba", "axbc", "cbax"],
  ["alone where nothing is left", "", "xy", "xy"],
])("what has ended stands %s", (_, current, previous, expected) => {
  const now = Array.from(current);
  const before = Array.from(previous);
  const partners = new Map(now.filter((item) => before.includes(item)).map((item) => [item, item]));
  const ended = new Set(before.filter((item) => !now.includes(item)));
  const merged = interleave(now, before, (item) => partners.get(item), ended);
  expect(merged.map((item) => ("current" in item ? item.current : item.previous)).join("")).toBe(expected);
});

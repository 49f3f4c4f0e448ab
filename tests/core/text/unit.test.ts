import { expect, test } from "vitest";
import { countsFacilities, countsPeople, unitFamily } from "../../../core/text/unit.ts";

test.each([
  ["名", "人"],
  ["人", "人"],
  ["ヶ所", "か所"],
  ["箇所", "か所"],
  ["％", "%"],
  ["件", "件"],
  ["", ""],
])("%s → %s", (unit, family) => {
  expect(unitFamily(unit)).toBe(family);
});

test("世帯・組・件は人を数えることがある", () => {
  expect(["名", "世帯", "組", "件"].every(countsPeople)).toBe(true);
  expect(["回", "か所", "円"].some(countsPeople)).toBe(false);
});

test("校・館・か所は施設を数えることがある", () => {
  expect(["施設", "校", "館", "園", "ヶ所"].every(countsFacilities)).toBe(true);
  expect(["回", "人", "円", ""].some(countsFacilities)).toBe(false);
});

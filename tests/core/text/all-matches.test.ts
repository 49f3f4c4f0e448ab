import { expect, test } from "vitest";
import { allMatches } from "../../../core/text/all-matches.ts";

const TEXT = "①講座を3回、②研修を12回開催した。";

test.each([/[0-9]+/gu, /[①-⑳]/gu, /なし/gu, /(?=回)/gu, /を(?<count>[0-9]+)/gu])(
  "%s finds what matchAll finds",
  (pattern) => {
    const found = allMatches(TEXT, pattern);
    expect(found).toEqual([...TEXT.matchAll(pattern)]);
    expect(allMatches(TEXT, pattern)).toEqual(found);
  },
);

test("an expression that is not global is refused", () => {
  expect(() => allMatches(TEXT, /回/u)).toThrow("回");
});

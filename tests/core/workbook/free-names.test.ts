import { describe, expect, test } from "vitest";
import { freeSheetNames, freeTableNames } from "../../../core/workbook/free-names.ts";

describe("freeSheetNames", () => {
  test.each([
    ["進捗[1]:*?/\\", "進捗・1・・・・・・"],
    ["'引用'", "引用"],
    ["", "表"],
    ["'", "表"],
    ["あ".repeat(40), "あ".repeat(28)],
    // 𠮷 takes two of the 31 units: it is not cut in half.
    [`${"あ".repeat(27)}𠮷野`, "あ".repeat(27)],
    ["履歴", "履歴2"],
    ["HISTORY", "HISTORY2"],
  ])("%j becomes %j", (title, name) => {
    expect(freeSheetNames([title], [])).toEqual([name]);
  });

  test("no two are alike, nor like one that is taken; case does not count", () => {
    expect(freeSheetNames(["表", "表", "ABC", "abc"], ["表2", "Abc"])).toEqual(["表", "表3", "ABC2", "abc3"]);
  });
});

test("freeTableNames numbers what is taken, as Excel numbers the copy of a table", () => {
  expect(freeTableNames(["progress", "codes", "progress"], ["Progress", "other"])).toEqual([
    "progress2",
    "codes",
    "progress3",
  ]);
});

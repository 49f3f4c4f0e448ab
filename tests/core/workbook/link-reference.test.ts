import { expect, test } from "vitest";
import { linkReference } from "../../../core/workbook/link-reference.ts";

test.each([
  ["様式1", "F8", "'様式1'!$F$8"],
  ["進捗's 1", "AB12", "'進捗''s 1'!$AB$12"],
])("%s %s", (sheet, address, reference) => {
  expect(linkReference({ sheet, address })).toBe(reference);
});

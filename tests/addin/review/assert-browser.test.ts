import { expect, test } from "vitest";
import { assertBrowser } from "../../../addin/review/assert-browser.ts";
import { ReviewError } from "../../../addin/review/review-protocol.ts";

test("a browser that has everything is let through", () => {
  expect(() => {
    assertBrowser();
  }).not.toThrow();
});

test.each([
  ["a function that is missing", () => false],
  [
    "a name that is missing",
    () => {
      throw new ReferenceError("Iterator is not defined");
    },
  ],
])("%s is told with what to update", (_, feature) => {
  expect(() => {
    assertBrowser([() => true, feature]);
  }).toThrow(ReviewError);
});

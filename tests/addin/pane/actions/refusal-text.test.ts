import { expect, test } from "vitest";
import { refusalTexts } from "../../../../addin/pane/actions/refusal-text.ts";
import type { Refusal } from "../../../../addin/workbook/apply-edits.ts";

const refused = (reason: Refusal, ...addresses: string[]) =>
  addresses.map((address) => ({ edit: { sheet: "様式", address, expected: "a", value: "b" }, reason }));

test.each([
  ["changed", "F8 は値が変わっていたので、書き換えませんでした。"],
  ["formula", "F8 は数式なので、書き換えませんでした。元の式を直してください。"],
  [
    "protected",
    "シート「様式」は保護されているので、書き換えませんでした。「校閲」の「シート保護の解除」のあと、もう一度お試しください。",
  ],
  ["missing", "シート「様式」の F8 が見つからないので、書き換えませんでした。"],
] as const)("%s", (reason, text) => {
  expect(refusalTexts({ refused: refused(reason, "F8") })).toEqual([text]);
});

test("many cells are counted, each reason has its own sentence", () => {
  const many = refused("formula", "A1", "A2", "A3", "A4", "A5", "A6");
  expect(refusalTexts({ refused: [...many, ...refused("changed", "B1")] })).toEqual([
    "B1 は値が変わっていたので、書き換えませんでした。",
    "A1、A2、A3、A4、A5 など 6 か所は数式なので、書き換えませんでした。元の式を直してください。",
  ]);
});

test("nothing refused, nothing said", () => {
  expect(refusalTexts({ refused: [] })).toEqual([]);
});

import { expect, test } from "vitest";
import { greyCss } from "../../../renderer/html/grey-css.ts";

test.each([
  ["#b00020", "#282828"],
  ["#B00020", "#282828"],
  ["#fff", "#ffffff"],
  ["#0f08", "#b6b6b688"],
  ["#00ff0080", "#b6b6b680"],
  ["rgb(255, 0, 0)", "rgb(54 54 54)"],
  ["rgba(0, 0, 255, 0.5)", "rgb(18 18 18 / 0.5)"],
  ["rgb(0 0 0 / 9%)", "rgb(0 0 0 / 9%)"],
])("%s becomes %s", (colour, grey) => {
  expect(greyCss(`a { color: ${colour}; }`)).toBe(`a { color: ${grey}; }`);
});

test("what is no colour stays", () => {
  const css = "#main { content: '#12'; } a[href='#x'] { margin: 0 } /* #1, #12345 */";
  expect(greyCss(css)).toBe(css);
});

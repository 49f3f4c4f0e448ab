import { expect, test } from "vitest";
import { excerptOf } from "../../../../addin/pane/findings/excerpt.ts";

const cellText = "計画どおり実施した。参加者は243人で、前年度より12人増えた。".repeat(3);

test("the words stand between what is around them", () => {
  const excerpt = excerptOf({ cellText, text: "243人", offset: cellText.indexOf("243人") })!;
  expect(excerpt).toMatchObject({ words: "243人", isWhole: false });
  expect(excerpt.before).toBe("計画どおり実施した。参加者は");
  expect(excerpt.after.endsWith("…")).toBe(true);
  expect(cellText).toContain(excerpt.before + excerpt.words + excerpt.after.slice(0, -1));
});

test("far from the beginning the text is cut on both sides", () => {
  const excerpt = excerptOf({ cellText, text: "243人", offset: cellText.indexOf("243人", 30) })!;
  expect(excerpt.before).toMatch(/^….{40}$/u);
  expect(excerpt.after).toMatch(/^.{40}…$/su);
});

test("the whole cell, and one too long to show", () => {
  expect(excerptOf({ cellText: "未選択", text: "未選択", offset: 0 })).toEqual({
    before: "",
    words: "未選択",
    after: "",
    isWhole: true,
  });
  const long = "あ".repeat(400);
  expect(excerptOf({ cellText: long, text: long, offset: 0 })!.words).toBe(`${"あ".repeat(160)}…`);
});

test("a blank cell has none", () => {
  expect(excerptOf({ cellText: "", text: "", offset: 0 })).toBeUndefined();
});

import { expect, test } from "vitest";
import { insertedWords } from "../../../core/validation/inserted-words.ts";

test.each([
  ["公園長寿命化計画", "公園施設長寿命化計画", "施設"],
  ["思春期対策部会", "思春期問題対策部会", "問題"],
  // One letter more, three letters more, another ending, no ending of names, too short.
  ["公園長寿命化計画", "公園類長寿命化計画", undefined],
  ["公園長寿命化計画", "公園等施設長寿命化計画", undefined],
  ["公園長寿命化計画", "公園施設長寿命化部会", undefined],
  ["公園遊具更新工事", "公園施設遊具更新工事", undefined],
  ["防災計画", "防災基本計画", undefined],
  ["長寿命化計画", "公園長寿命化計画", undefined],
])("%s, %s: %s", (short, long, rest) => {
  expect(insertedWords(short, long)).toBe(rest);
});

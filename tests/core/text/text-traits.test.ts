import { expect, test } from "vitest";
import { TRAIT, traitsOf, type Trait } from "../../../core/text/text-traits.ts";

const CHARACTERS: readonly (readonly [trait: Trait, characters: RegExp])[] = [
  [TRAIT.digit, /[0-9０-９]/],
  [TRAIT.wideDigit, /[０-９]/],
  [TRAIT.bracket, /[(（「『【〔[［〈《{｛“)）」』】〕\]］〉》}｝”]/],
  [TRAIT.quote, /[「『]/],
  [TRAIT.space, /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]/],
  [TRAIT.wide, /[\uff01-\uff9f\u2010-\u2015\u2212\u301c\u2460-\u24ff\u3200-\u33ff]/],
  [TRAIT.circledNumber, /[①-⑳]/],
  [TRAIT.bullet, /[●■◆]/],
  [TRAIT.colon, /[:：]/],
  [TRAIT.digitLike, /[OoＯｏIlＩｌ|｜]/],
  [TRAIT.unusual, /[№℡\u2160-\u217f\u2474-\u249b\u3200-\u33ff\ud800-\uf8ff\uff61-\uff9f\ufffd]/],
];

test.each(CHARACTERS)("trait %i: every character that has it, and no other", (trait, characters) => {
  const found: string[] = [];
  const expected: string[] = [];
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if ((traitsOf(character) & trait) !== 0) found.push(code.toString(16));
    if (characters.test(character)) expected.push(code.toString(16));
  }
  expect(found).toEqual(expected);
});

test("a text has the traits of all its characters", () => {
  expect(traitsOf("①回（仮）")).toBe(TRAIT.circledNumber | TRAIT.wide | TRAIT.bracket);
  expect(traitsOf("継続")).toBe(0);
});

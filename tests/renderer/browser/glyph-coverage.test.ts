import { create } from "fontkit";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCharacterMap } from "../../../renderer/browser/character-map.ts";
import { fontFamilies, fontFiles } from "../../../renderer/browser/fonts.ts";
import { missingCharacters } from "../../../renderer/browser/glyph-coverage.ts";

describe.each([fontFamilies.gothic, fontFamilies.mincho])("%s", (family) => {
  test.each<[name: string, text: string, missing: string[]]>([
    ["ordinary text", "子ども・子育て支援事業計画(令和3年度)65,955件", []],
    ["signs of tables", "①⑳ⅠⅫⅰⅻ㈱㎡%〜~-―‐…※○◎△×◆→", []],
    ["variants in names", "髙﨑德濵神祥福", []],
    ["combining voiced mark", "か\u3099", []],
    ["controls and spaces", "\t\r\n\u00a0\u3000\u2003\u0085", []],
    ["joiners and marks of direction", "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad", []],
    ["variation selectors", "葛\u{e0100}\u{fe00}1\ufe0f", []],
    ["check boxes and rare names, from the fonts behind", "☑済☐未☒✔ 𠮷田 槗本 \u2011", []],
    ["each missing one once, in order", "\ue001済\ue000未\ue001", ["\ue001", "\ue000"]],
    ["private use", "外字\ue000", ["\ue000"]],
    ["lone surrogates", "a\ud842b\udfb7", ["\ud842", "\udfb7"]],
    ["the sign of damaged text", "\ufffd", ["\ufffd"]],
    ["emoji", "👨\u200d👩", ["👨", "👩"]],
  ])("%s", (_, text, missing) => {
    expect(missingCharacters([text], family)).toEqual(missing);
  });

  test("pieces of text are looked at one by one", () => {
    expect(missingCharacters(["可", "否\ue000", "\ue000\ue001"], family)).toEqual(["\ue000", "\ue001"]);
  });
});

test.each(fontFiles().filter(({ family }) => family.startsWith("BIZ")))(
  "the map of $family $weight is the one that fontkit reads, and lacks what is known to lack",
  ({ path }) => {
    const has = readCharacterMap(path);
    const font = create(readFileSync(path)) as { characterSet: number[] };
    const expected = new Set(font.characterSet);
    const read = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter(has);
    expect(read).toHaveLength(expected.size);
    expect(read.every((codePoint) => expected.has(codePoint))).toBe(true);
    for (const character of "𠮷槗☐☑☒✔\u2011") expect(has(character.codePointAt(0)!), character).toBe(false);
  },
);

test("a file that is no font is an error", () => {
  expect(() => readCharacterMap(import.meta.filename)).toThrow();
});

import { expect, test } from "vitest";
import { checkGlyphs } from "../../../renderer/pdf/check-glyphs.ts";
import { smallModel } from "../../support/form-folder.ts";

test.each([
  ["everyday text", "令和5年度の実績は、243人（前年度比98%）であった。"],
  ["letters of names", "𠮷田 槗本 髙橋 﨑 德"],
  ["check boxes", "☑ ☐ ☒ ✔"],
  ["signs of tables", "①⑳Ⅰ Ⅻ ⅰ ㈱ ㎡ ㍻ № ℃ ※ → ● ◎ ★ ～ − — … ‥"],
  ["spaces and line breaks", "一\u00a0二\u3000三\t四\r\n五\u200b六"],
  ["half-width kana", "ﾃﾞｰﾀ ﾊﾟｿｺﾝ｡"],
  ["nothing", ""],
])("%s prints in both typefaces", (_, text) => {
  expect(() => {
    checkGlyphs(smallModel(text), "gothic");
  }).not.toThrow();
  expect(() => {
    checkGlyphs(smallModel(text), "mincho");
  }).not.toThrow();
});

test.each([
  ["private use", "外字\ue000", "「\ue000」U+E000"],
  ["an emoji", "困った🤔", "「🤔」U+1F914"],
  ["a replacement character", "化け\ufffd", "壊れた文字 U+FFFD"],
  ["half a character", "片\ud83d", "壊れた文字 U+D83D"],
  ["another script", "ภาษา", "「ภ」U+0E20"],
])("%s is named with its cell", (_, text, name) => {
  expect(() => {
    checkGlyphs(smallModel(text), "gothic");
  }).toThrow(
    expect.objectContaining({
      code: "glyph-missing",
      message: expect.stringContaining(`${name}（セル 実績!C4）`) as string,
    }) as Error,
  );
});

test("five are named, the others counted", () => {
  expect(() => {
    checkGlyphs(smallModel("\ue000\ue001\ue002\ue003\ue004\ue005\ue006"), "gothic");
  }).toThrow(/U\+E004（セル 実績!C4） ほか 2 種。$/u);
});

test("headings and running text are looked at as well", () => {
  const model = smallModel();
  const parts = model.parts.map((part) => (part.kind === "text" ? { ...part, text: "題\ue000" } : part));
  expect(() => {
    checkGlyphs({ ...model, parts }, "mincho");
  }).toThrow("（セル 実績!A1）");
});

import { describe, expect, test } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { encodeCp932 } from "../../../renderer/structure/encode-cp932.ts";

const decoded = (bytes: Uint8Array) => new TextDecoder("shift_jis").decode(bytes);

describe("encodeCp932", () => {
  test.each(["事業,A\r\n", "ｶﾅ", "①②㈱№", "髙﨑", "表ソ能", "\\~"])("%j is read back as it was", (text) => {
    expect(decoded(encodeCp932(text, "a.csv"))).toBe(text);
  });

  test("a character has the code that Windows gives it", () => {
    expect([...encodeCp932("①表№", "a.csv")]).toEqual([0x87, 0x40, 0x95, 0x5c, 0x87, 0x82]);
  });

  test("a wave dash becomes the one that Windows has", () => {
    expect(decoded(encodeCp932("〜", "a.csv"))).toBe("～");
  });

  test("a character that it does not have is named, not replaced", () => {
    expect(() => encodeCp932("𠮷野家😀", "a.csv")).toThrow(UserError);
    expect(() => encodeCp932("𠮷野家😀", "a.csv")).toThrow("𠮷 😀");
  });
});

import { describe, expect, test } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { decodeBytes } from "../../../renderer/pasted-text/decode-bytes.ts";
import { readTextBytes } from "../../../renderer/pasted-text/read-text.ts";
import { encodeCp932 } from "../../../renderer/structure/encode-cp932.ts";

const TEXT = "事業名\t担当局\n髙﨑①㈱\t～教育局";
const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("decodeBytes", () => {
  test.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, little end first", utf16(TEXT, "le")],
    ["UTF-16, big end first", utf16(TEXT, "be")],
    ["Shift_JIS as Windows has it", encodeCp932(TEXT, "文.txt")],
    ["line breaks of Windows", Buffer.from(TEXT.replaceAll("\n", "\r\n"))],
    ["line breaks of the old Macintosh", Buffer.from(TEXT.replaceAll("\n", "\r"))],
  ])("reads %s", (_, bytes) => {
    expect(decodeBytes(bytes, "文.txt")).toBe(TEXT);
  });

  test("half-width katakana of Shift_JIS is no EUC-JP", () => {
    const text = "ｺﾄﾞﾓ ﾘｮｳｼｬ 事業の実績は次のとおりである。";
    expect(decodeBytes(encodeCp932(text, "文.txt"), "文.txt")).toBe(text);
  });

  // 「事業名」
  const eucJp = Uint8Array.from([0xbb, 0xf6, 0xb6, 0xc8, 0xcc, 0xbe, 0xa1, 0xa2, 0xa4, 0xa2]);
  const jis = Uint8Array.from([0x1b, 0x24, 0x42, 0x3b, 0x76, 0x36, 0x48, 0x1b, 0x28, 0x42]);
  test.each([
    ["EUC-JP", eucJp, "EUC-JP のようです"],
    ["JIS", jis, "ISO-2022-JP のようです"],
    ["no encoding at all", Uint8Array.from([0x82, 0xff, 0xfe, 0x80]), "どれでもないようです"],
    ["half of a UTF-16 character", Uint8Array.from([0xff, 0xfe, 0x42]), "途中で壊れています"],
    ["binary data", Uint8Array.from([0x41, 0x00, 0x01, 0x42]), "文字でないデータ"],
    ["a workbook", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]), "ブックなどの圧縮ファイルです"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "PDFです"],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "古い形式の Excel か Word"],
  ])("refuses %s", (_, bytes, sentence) => {
    expect(() => decodeBytes(bytes, "文.txt")).toThrow(UserError);
    expect(() => decodeBytes(bytes, "文.txt")).toThrow("「文.txt」");
    expect(() => decodeBytes(bytes, "文.txt")).toThrow(sentence);
  });
});

describe("readTextBytes", () => {
  const limits = { bytes: 100, lines: 3, pieces: 6 };

  test.each([
    ["an empty file", "", "何も書かれていません"],
    ["blank lines", "\n \t\n\u3000\n", "何も書かれていません"],
    ["too many lines", "甲\n乙\n丙\n丁", "3 行を超えている"],
    ["too many tabs", "甲\t\t\t\t\t\t", "6 セルを超えている"],
    ["too many commas", "甲,,,,,,", "6 セルを超えている"],
  ])("refuses %s", (_, text, sentence) => {
    expect(() => readTextBytes(Buffer.from(text), "文.txt", limits)).toThrow(sentence);
  });

  test("takes what is within the limits", () => {
    expect(readTextBytes(Buffer.from("甲\t乙\n丙"), "文.txt", limits).readings).toEqual([
      [
        { line: 1, pieces: ["甲", "乙"] },
        { line: 2, pieces: ["丙"] },
      ],
      [
        { line: 1, pieces: ["甲\t乙"] },
        { line: 2, pieces: ["丙"] },
      ],
    ]);
  });
});

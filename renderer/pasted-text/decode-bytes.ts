import { UserError } from "../../core/user-error.ts";

/**
 * The text of a file: UTF-8 (with or without a byte order mark), UTF-16 with one, or Shift_JIS as Windows has it (CP932).
 * Which it is, strict decoding tells: Japanese text in Shift_JIS is practically never valid UTF-8. TextDecoder of Node.js
 * knows all of them, so no library is needed. Line breaks become one `\n` each.
 * @throws UserError `file-unreadable` naming the file when it is no text, or in another encoding.
 */
export function decodeBytes(bytes: Uint8Array, fileName: string): string {
  const kind = SIGNATURES.find(({ signature }) => signature.every((byte, i) => bytes[i] === byte));
  if (kind) throw new UserError("file-unreadable", `「${fileName}」の中身は${kind.name}です。`, kind.hint);
  const text = decoded(bytes, fileName);
  if (/\u001b[$(]/u.test(text)) throw encodingError(fileName, "ISO-2022-JP");
  if (CONTROLS.test(text)) {
    throw new UserError(
      "file-unreadable",
      `「${fileName}」には文字でないデータが入っているため、文として読めません。`,
      "文をコピーし直し、テキスト（.txt）で保存してから指定してください。",
    );
  }
  return text.replaceAll(/\r\n?/gu, "\n").toWellFormed();
}

/** What never stands in a text: everything below the space but tab, line breaks and page breaks. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffe\uffff]/u;

const SIGNATURES = [
  {
    signature: [0x50, 0x4b, 0x03, 0x04],
    name: "ブックなどの圧縮ファイル",
    hint: "Excel のブックなら、拡張子を .xlsx に直してから指定してください。",
  },
  {
    signature: [0x25, 0x50, 0x44, 0x46],
    name: "PDF",
    hint: "PDF を開いて表をコピーし、テキスト（.txt）に貼り付けて保存してから指定してください。",
  },
  {
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    name: "古い形式の Excel か Word のファイル",
    hint: "元のプログラムで開き、.xlsx で保存し直してから指定してください。",
  },
] as const;

function decoded(bytes: Uint8Array, fileName: string): string {
  const marked = byteOrderMark(bytes);
  if (marked) {
    const text = strictly(marked, bytes);
    if (text !== undefined) return text;
    throw new UserError(
      "file-unreadable",
      `「${fileName}」は途中で壊れています（${marked} の印がありますが、そのとおりに読めません）。`,
      "元の文をコピーし直し、UTF-8 で保存してから指定してください。",
    );
  }
  const unicode = strictly("utf-8", bytes);
  if (unicode !== undefined) return unicode;
  const windows = strictly("shift_jis", bytes);
  const unix = strictly("euc-jp", bytes);
  // Read as Shift_JIS, EUC-JP turns into half-width katakana.
  if (unix !== undefined && (windows === undefined || halfWidthShare(windows) > 0.3))
    throw encodingError(fileName, "EUC-JP");
  if (windows === undefined) throw encodingError(fileName);
  return windows;
}

function byteOrderMark([first, second, third]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function halfWidthShare(text: string): number {
  const wide = text.replaceAll(/[\u0000-\u007f]/gu, "");
  return wide === "" ? 0 : wide.replaceAll(/[^\uff61-\uff9f]/gu, "").length / wide.length;
}

function encodingError(fileName: string, encoding?: string): UserError {
  const found = encoding === undefined ? "UTF-8、UTF-16、Shift_JIS のどれでもないようです" : `${encoding} のようです`;
  return new UserError(
    "file-unreadable",
    `「${fileName}」の文字コードは読めません（${found}）。`,
    "メモ帳などで開き、文字コード UTF-8 で保存し直してから指定してください。",
  );
}

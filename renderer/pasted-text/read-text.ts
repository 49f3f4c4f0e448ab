import { basename, extname } from "node:path";
import type { TextSource } from "../../core/pasted-text/text-source.ts";
import { UserError } from "../../core/user-error.ts";
import { readWorkbookFile } from "../workbook/read-workbook-file.ts";
import { cutText } from "./cut-text.ts";
import { decodeBytes } from "./decode-bytes.ts";

/** How much of a pasted text is read before it is refused. */
export interface TextLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  readonly lines: number;
  /** Pieces between tabs, or between commas, of the whole text. */
  readonly pieces: number;
}

/** A report of a hundred pages has some two hundred kilobytes of text in five thousand lines: these stand far above it. */
export const defaultTextLimits: TextLimits = { bytes: 2 * 1024 * 1024, lines: 20_000, pieces: 200_000 };

/** Names of files that hold a pasted text. */
export function isTextName(path: string): boolean {
  return /\.(?:txt|tsv|csv)$/iu.test(path);
}

/**
 * Reads a file of pasted text and cuts it in rows.
 * @throws UserError naming the file when it cannot be read, is empty, too large, or no text in a known encoding.
 */
export async function readText(path: string, limits: TextLimits = defaultTextLimits): Promise<TextSource> {
  return readTextBytes(await readWorkbookFile(path, limits.bytes, ONLY_THE_TABLE), basename(path), limits);
}

/** As `readText`, from bytes; `fileName` is what messages call the file. */
export function readTextBytes(bytes: Uint8Array, fileName: string, limits: TextLimits = defaultTextLimits): TextSource {
  const text = decodeBytes(bytes, fileName);
  if (text.trim() === "") {
    throw new UserError(
      "workbook-empty",
      `「${fileName}」には何も書かれていません。`,
      "評価表の文を貼り付けて保存してから指定してください。",
    );
  }
  const lines = countOf(text, "\n") + 1;
  if (lines > limits.lines) throw tooLargeError(fileName, `${limits.lines.toLocaleString("ja-JP")} 行`);
  if (countOf(text, "\t") + lines > limits.pieces || countOf(text, ",") + lines > limits.pieces)
    throw tooLargeError(fileName, `${limits.pieces.toLocaleString("ja-JP")} セル`);
  return { name: fileName, readings: cutText(text, extname(fileName)) };
}

const ONLY_THE_TABLE = "評価表の部分だけを新しいファイルに貼り付けてから指定してください。";

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

function tooLargeError(fileName: string, limit: string): UserError {
  return new UserError("workbook-too-large", `「${fileName}」は ${limit}を超えているため読めません。`, ONLY_THE_TABLE);
}

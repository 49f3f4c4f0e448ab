import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../core/user-error.ts";

/**
 * Writes a file whole or not at all: aside first, then renamed, so that nobody ever opens half of it.
 * @throws UserError `output-not-writable`
 */
export async function writeOutputFile(path: string, content: Uint8Array | string): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    await writeFile(aside, content, { flag: "wx" });
    await rename(aside, path);
  } catch (cause) {
    await rm(aside, { force: true });
    throw notWritable(path, cause);
  }
}

/** Makes the output folder where it does not exist. @throws UserError `output-not-writable` */
export async function makeOutputFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw notWritable(folder, cause);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "書き込みが許されていません",
  EPERM: "書き込みが許されていません（ほかのソフトが開いていることもあります）",
  EROFS: "読み取り専用の場所です",
  ENOSPC: "空き容量がありません",
  EBUSY: "ほかのソフトが開いています",
  EEXIST: "同じ名前のファイルがあります",
  ENOTDIR: "途中にフォルダーでないものがあります",
  EISDIR: "同じ名前のフォルダーがあります",
  ENOENT: "フォルダーがありません",
  ENAMETOOLONG: "名前が長すぎます",
};

function notWritable(path: string, cause: unknown): UserError {
  const code = (cause as NodeJS.ErrnoException).code ?? "";
  return new UserError(
    "output-not-writable",
    `「${path}」に書き込めません。${REASONS[code] ?? "原因が分かりません"}${REASONS[code] ? "" : `（${code}）`}。`,
    "-o で書き込めるフォルダーを指定するか、開いている PDF を閉じてください。",
    { cause },
  );
}

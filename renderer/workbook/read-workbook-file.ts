import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { UserError } from "../../core/user-error.ts";

const ONLY_THE_SHEET = "評価表のシートだけを新しいブックにコピーし、.xlsx で保存してから指定してください。";

/**
 * The bytes of a workbook file of at most `maxBytes`. Throws a UserError that names the file when it cannot be read.
 * @param smaller what to do about a file that is too large.
 */
export async function readWorkbookFile(
  path: string,
  maxBytes: number,
  smaller: string = ONLY_THE_SHEET,
): Promise<Uint8Array> {
  const fileName = basename(path);
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      throw new UserError(
        "workbook-too-large",
        `「${fileName}」は ${Math.ceil(size / 1024 / 1024)} MB あり、大きすぎるため読めません。`,
        smaller,
      );
    }
    return await readFile(path);
  } catch (error) {
    throw fileError(error, fileName) ?? error;
  }
}

function fileError(error: unknown, fileName: string): UserError | undefined {
  if (!(error instanceof Error) || !("code" in error) || error instanceof UserError) return undefined;
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return new UserError(
        "file-not-found",
        `「${fileName}」が見つかりません。`,
        "ファイルの名前と場所を確かめてください。",
        { cause: error },
      );
    case "EISDIR":
      return new UserError(
        "file-unreadable",
        `「${fileName}」はフォルダーなので、ブックとして読めません。`,
        "フォルダーの中の .xlsx ファイルを指定してください。",
        { cause: error },
      );
    case "EACCES":
    case "EPERM":
      return new UserError(
        "file-unreadable",
        `「${fileName}」を読む権限がありません。`,
        "ファイルのアクセス権を確かめるか、読める場所にコピーしてから指定してください。",
        { cause: error },
      );
    case "EBUSY":
      return new UserError(
        "file-unreadable",
        `「${fileName}」はほかのプログラムが使っているため、読めません。`,
        "Excel などでファイルを閉じてから、もう一度実行してください。",
        { cause: error },
      );
    default:
      return new UserError(
        "file-unreadable",
        `「${fileName}」を読めませんでした（${String(error.code)}）。`,
        "ディスクやネットワークの接続を確かめ、手元にコピーしてから指定してください。",
        { cause: error },
      );
  }
}

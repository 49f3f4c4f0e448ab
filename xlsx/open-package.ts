import { unzipSync } from "fflate";
import { UserError } from "../core/user-error.ts";
import type { WorkbookLimits } from "./workbook-limits.ts";

/** The zip package of a workbook. Part names have no leading slash and are compared without regard to case. */
export interface WorkbookPackage {
  has(part: string): boolean;
  /** Inflates the parts that exist among `parts`; the result is keyed by the name as asked for. */
  read(parts: readonly string[]): ReadonlyMap<string, Uint8Array>;
}

const oleMagic = [0xd0, 0xcf, 0x11, 0xe0];
const zipMagic = [0x50, 0x4b];

/**
 * Opens the bytes of a workbook without inflating anything yet.
 * Throws a UserError that names `fileName` when they are no zip package, an older or encrypted workbook, or cut short.
 */
export function openPackage(bytes: Uint8Array, fileName: string, limits: WorkbookLimits): WorkbookPackage {
  if (bytes.length === 0) {
    throw new UserError(
      "workbook-empty",
      `「${fileName}」は空のファイルです（0 バイト）。`,
      "コピーや添付のときに失われたことがあります。元のファイルをもう一度受け取ってください。",
    );
  }
  if (startsWith(bytes, oleMagic)) throw compoundFileError(bytes, fileName);
  if (!startsWith(bytes, zipMagic)) throw notZipError(fileName);
  if (bytes.length > limits.fileBytes) throw tooLargeError(fileName, "ファイル");

  const entries = listEntries(bytes, fileName, limits);
  let total = 0;
  return {
    has: (part) => entries.has(part.toLowerCase()),
    read(parts) {
      const wanted = new Map(parts.map((part) => [part.toLowerCase(), part]));
      const found = unzip(bytes, fileName, ({ name, originalSize }) => {
        if (!wanted.has(partName(name))) return false;
        total += originalSize;
        if (originalSize > limits.partBytes || total > limits.totalBytes) throw tooLargeError(fileName, "展開した中身");
        // fflate inflates into a buffer of exactly the announced size and fails when more comes out,
        // so a header that lies cannot get past this check.
        return true;
      });
      return new Map(Object.entries(found).map(([name, content]) => [wanted.get(partName(name))!, content]));
    },
  };
}

/** A file that is a workbook but cannot be made sense of. */
export function brokenWorkbookError(fileName: string, cause?: unknown): UserError {
  return new UserError(
    "workbook-broken",
    `「${fileName}」は壊れているため読めません。`,
    "Excel で開いて確かめ、開けるなら「名前を付けて保存」で .xlsx に保存し直してください。開けなければ元のファイルをもう一度受け取ってください。",
    cause === undefined ? undefined : { cause },
  );
}

function listEntries(bytes: Uint8Array, fileName: string, limits: WorkbookLimits): ReadonlySet<string> {
  const names = new Set<string>();
  let count = 0;
  unzip(bytes, fileName, ({ name }) => {
    if (++count > limits.entries) throw tooLargeError(fileName, "ファイルの中の部品の数");
    names.add(partName(name));
    return false;
  });
  return names;
}

function unzip(
  bytes: Uint8Array,
  fileName: string,
  filter: (entry: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      "workbook-broken",
      `「${fileName}」は途中で切れているか壊れているため、開けません。`,
      "コピーやダウンロードが最後まで終わっているか確かめ、元のファイルをもう一度受け取ってください。",
      { cause: error },
    );
  }
}

/** Some writers put backslashes or a leading slash into the names of parts. */
function partName(entryName: string): string {
  return entryName.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function compoundFileError(bytes: Uint8Array, fileName: string): UserError {
  // Streams of a compound file are named in UTF-16.
  const names = new TextDecoder("latin1").decode(bytes);
  const holds = (stream: string): boolean => names.includes(stream.replace(/./g, "$&\0"));
  if (holds("EncryptedPackage") || holds("EncryptionInfo")) {
    return new UserError(
      "workbook-encrypted",
      `「${fileName}」はパスワードなどで暗号化されているため、読めません。`,
      "Excel で開き、［ファイル］→［情報］→［ブックの保護］→［パスワードを使用して暗号化］でパスワードを消して保存してください。",
    );
  }
  if (holds("Workbook") || holds("Book")) {
    return new UserError(
      "not-a-workbook",
      `「${fileName}」は古い形式（.xls）のブックなので、読めません。`,
      "Excel で開き、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存してください。",
    );
  }
  return new UserError("not-a-workbook", `「${fileName}」は Excel のブックではありません。`, chooseWorkbook);
}

const chooseWorkbook = "拡張子が .xlsx か .xlsm の Excel ブックを指定してください。";

function notZipError(fileName: string): UserError {
  if (fileName.startsWith("~$")) {
    return new UserError(
      "not-a-workbook",
      `「${fileName}」は、Excel がブックを開いている間だけ作る作業用のファイルです。`,
      `名前の先頭の「~$」がない、元のブックを指定してください。`,
    );
  }
  return new UserError("not-a-workbook", `「${fileName}」は Excel のブック（.xlsx）ではありません。`, chooseWorkbook);
}

function tooLargeError(fileName: string, what: string): UserError {
  return new UserError(
    "workbook-too-large",
    `「${fileName}」は${what}が大きすぎるため、読むのを止めました。`,
    "評価表のシートだけを新しいブックにコピーし、.xlsx で保存してから指定してください。",
  );
}

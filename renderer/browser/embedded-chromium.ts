import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { unpackTar } from "modern-tar/fs";
import { UserError } from "../../core/user-error.ts";
import type { EmbeddedPackage } from "./finders/embedded.ts";

/** A Chromium ready to start. */
export interface UnpackedChromium {
  readonly executablePath: string;
  /** Folder for LD_LIBRARY_PATH: the libraries that a bare Linux lacks. */
  readonly libraryFolder: string;
}

/** An unpacking that took longer than this was killed; in milliseconds. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/**
 * Unpacks the embedded Chromium (about 2 s, 215 MB) into `cacheFolder`, or finds it there from an earlier run.
 * The folder is named after the version and appears whole: several processes may do this at the same time.
 * The package's own `executablePath()` writes into one shared, unversioned folder, where a second process would start
 * a program that the first is still writing (ETXTBSY).
 *
 * @throws UserError `browser-failed` when it cannot be written
 */
export async function unpackChromium(embedded: EmbeddedPackage, cacheFolder: string): Promise<UnpackedChromium> {
  const name = `chromium-${embedded.version}-${embedded.arch}`;
  const folder = join(cacheFolder, name);
  const unpacked = { executablePath: join(folder, "chromium"), libraryFolder: join(folder, "lib") };
  if (existsSync(unpacked.executablePath)) return unpacked;

  try {
    await removeAbandoned(cacheFolder, `.${name}-`);
    await unpackAside(embedded, await mkdtemp(join(cacheFolder, `.${name}-`)), folder);
  } catch (cause) {
    throw new UserError(
      "browser-failed",
      `内蔵ブラウザを「${folder}」に展開できませんでした。`,
      "ディスクの空き(約 220 MB)と、フォルダーに書き込めることを確かめてください。",
      { cause },
    );
  }
  return unpacked;
}

async function unpackAside(embedded: EmbeddedPackage, aside: string, folder: string): Promise<void> {
  try {
    await Promise.all([
      decompress(embedded, "chromium.br", createWriteStream(join(aside, "chromium"), { mode: 0o755 })),
      // Only these two: fonts are our own, and swiftshader draws 3D, which no printed page has.
      decompress(embedded, "al2023.tar.br", unpackTar(aside)),
    ]);
    await rename(aside, folder);
  } catch (error) {
    // A folder that is there already was renamed by another process in the meantime, and is as good as ours.
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function decompress(embedded: EmbeddedPackage, archive: string, target: NodeJS.WritableStream): Promise<void> {
  const source = createReadStream(join(embedded.archiveFolder, archive), { highWaterMark: 2 ** 20 });
  await pipeline(source, createBrotliDecompress({ chunkSize: 2 ** 21 }), target);
}

async function removeAbandoned(cacheFolder: string, prefix: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith(prefix)) continue;

    const folder = join(cacheFolder, name);
    // Another process may take the same folder away, or finish it, while we look.
    const age = await stat(folder).then(
      (facts) => Date.now() - facts.mtimeMs,
      () => 0,
    );
    if (age > ABANDONED_AFTER) await rm(folder, { recursive: true, force: true });
  }
}

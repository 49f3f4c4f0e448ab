import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { HostMachine } from "../host-machine.ts";

/** The npm package that carries a whole Chromium as brotli archives. */
export interface EmbeddedPackage {
  /** Version of the package, whose major number is Chromium's. */
  readonly version: string;
  readonly arch: string;
  /** Folder of chromium.br and al2023.tar.br. */
  readonly archiveFolder: string;
}

/** The embedded Chromium where it can run: the package from npm holds a program for Linux on x64 only. */
export function findEmbedded(host: HostMachine): EmbeddedPackage | undefined {
  if (host.platform !== "linux" || host.arch !== "x64") return undefined;

  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return { version, arch: host.arch, archiveFolder: join(folder, "bin") };
}

function packageFolder(): string | undefined {
  try {
    // The package exports neither its archives nor its package.json, so its main file says where it is.
    return dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

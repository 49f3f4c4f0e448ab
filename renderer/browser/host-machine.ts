import { accessSync, constants, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { posix, win32 } from "node:path";
import type { PlatformPath } from "node:path";

/** What the search for a browser may know of the machine; tests hand in a Windows or a Mac while they run on Linux. */
export interface HostMachine {
  readonly platform: NodeJS.Platform;
  /** As `process.arch`: "x64", "arm64". */
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly temporaryFolder: string;
  /** The user's number on Linux and macOS, 0 for root; undefined on Windows, which has none. */
  readonly userId: number | undefined;
  /** True for an existing file that may be started; Windows has no such mark, any file will do there. */
  isExecutable(path: string): boolean;
}

/** The machine on which this program runs. `process.env` itself is kept: on Windows its names ignore upper and lower case. */
export function thisMachine(): HostMachine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    homeFolder: homedir(),
    temporaryFolder: tmpdir(),
    userId: process.getuid?.(),
    isExecutable,
  };
}

/** How paths are written on the machine that is asked about, which need not be the one that asks. */
export function pathsOf(host: HostMachine): PlatformPath {
  return host.platform === "win32" ? win32 : posix;
}

function isExecutable(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // accessSync has no other way of saying no.
    return false;
  }
}

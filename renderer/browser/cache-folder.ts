import { accessSync, constants, lstatSync, mkdirSync } from "node:fs";
import { UserError } from "../../core/user-error.ts";
import { pathsOf } from "./host-machine.ts";
import type { HostMachine } from "./host-machine.ts";

/**
 * The folder for what can be made again: the unpacked browser and the list of fonts. Made when it is not there.
 * Falls back to the temporary folder where the home folder cannot be written.
 *
 * @throws UserError `output-not-writable` when neither will do
 */
export function cacheFolder(host: HostMachine): string {
  const candidates = cacheFolderCandidates(host);
  const folder = candidates.find((candidate) => isOurs(host, candidate));
  if (folder !== undefined) return folder;

  throw new UserError(
    "output-not-writable",
    `作業用のフォルダー「${candidates.join("」「")}」に書き込めません。`,
    "環境変数 XDG_CACHE_HOME に書き込めるフォルダーを指定してください。",
  );
}

function cacheFolderCandidates(host: HostMachine): string[] {
  const paths = pathsOf(host);
  const asked = host.env.XDG_CACHE_HOME ?? "";
  const home = { win32: host.env.LOCALAPPDATA, darwin: paths.join(host.homeFolder, "Library", "Caches") } as Partial<
    Record<NodeJS.Platform, string>
  >;
  return [
    // The XDG specification tells programs to ignore relative paths.
    paths.join(
      paths.isAbsolute(asked) ? asked : (home[host.platform] ?? paths.join(host.homeFolder, ".cache")),
      "hyoka",
    ),
    paths.join(host.temporaryFolder, `hyoka-cache-${host.userId ?? "user"}`),
  ];
}

/** Everyone can make folders in the temporary folder: one that another user made first must not hold the program we start. */
function isOurs(host: HostMachine, folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    // Whatever the reason, the next candidate may do; the caller reports when none does.
    return false;
  }
  const facts = lstatSync(folder);
  if (!facts.isDirectory()) return false;
  return host.userId === undefined || (facts.uid === host.userId && (facts.mode & 0o022) === 0);
}

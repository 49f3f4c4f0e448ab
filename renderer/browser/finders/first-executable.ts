import { pathsOf } from "../host-machine.ts";
import type { HostMachine } from "../host-machine.ts";

/** The first of the paths that can be started; absolute paths of the asked machine. */
export function firstExecutable(host: HostMachine, paths: readonly string[]): string | undefined {
  return paths.find((path) => host.isExecutable(path));
}

/** Looks for commands along PATH; the order of `names` counts before the order of the folders. */
export function firstCommand(host: HostMachine, names: readonly string[]): string | undefined {
  const paths = pathsOf(host);
  // A relative folder in PATH would start whatever lies in the folder of the workbook.
  const folders = (host.env.PATH ?? "").split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
  return firstExecutable(
    host,
    names.flatMap((name) => folders.map((folder) => paths.join(folder, name))),
  );
}

/** A program of Windows under each folder where programs are installed: for all users (32, 64 bit), then for this user. */
export function firstWindowsProgram(host: HostMachine, parts: readonly string[]): string | undefined {
  const paths = pathsOf(host);
  const folders = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"].map((name) => host.env[name] ?? "");
  return firstExecutable(
    host,
    folders.filter((folder) => folder !== "").map((folder) => paths.join(folder, ...parts)),
  );
}

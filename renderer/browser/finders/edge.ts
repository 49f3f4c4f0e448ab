import type { HostMachine } from "../host-machine.ts";
import { firstCommand, firstExecutable, firstWindowsProgram } from "./first-executable.ts";

/** Path of Microsoft Edge, which every Windows 10 and 11 brings along. */
export function findEdge(host: HostMachine): string | undefined {
  switch (host.platform) {
    case "win32":
      return firstWindowsProgram(host, ["Microsoft", "Edge", "Application", "msedge.exe"]);
    case "darwin":
      return firstExecutable(host, ["/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"]);
    case "linux":
      return (
        firstCommand(host, ["microsoft-edge-stable", "microsoft-edge"]) ??
        firstExecutable(host, ["/opt/microsoft/msedge/msedge"])
      );
    default:
      return undefined;
  }
}

import type { HostMachine } from "../host-machine.ts";
import { firstCommand, firstExecutable, firstWindowsProgram } from "./first-executable.ts";

/** Path of Google Chrome, stable channel. */
export function findChrome(host: HostMachine): string | undefined {
  switch (host.platform) {
    case "win32":
      return firstWindowsProgram(host, ["Google", "Chrome", "Application", "chrome.exe"]);
    case "darwin":
      return firstExecutable(host, ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]);
    case "linux":
      return (
        firstCommand(host, ["google-chrome-stable", "google-chrome"]) ??
        firstExecutable(host, ["/opt/google/chrome/chrome"])
      );
    default:
      return undefined;
  }
}

import type { HostMachine } from "../host-machine.ts";
import { firstCommand } from "./first-executable.ts";

/** Path of the Chromium of a Linux distribution; elsewhere Chromium is no ordinary program. */
export function findChromium(host: HostMachine): string | undefined {
  return host.platform === "linux" ? firstCommand(host, ["chromium", "chromium-browser"]) : undefined;
}

import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cacheFolder } from "../../../renderer/browser/cache-folder.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import type { HostMachine } from "../../../renderer/browser/host-machine.ts";

let folder: string;
let host: HostMachine;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hyoka-test-cache-"));
  host = {
    ...thisMachine(),
    platform: "linux",
    env: {},
    homeFolder: join(folder, "home"),
    temporaryFolder: join(folder, "tmp"),
    userId: statSync(folder).uid,
  };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Something that is no folder stops even root from making one below it. */
function obstruct(path: string): void {
  writeFileSync(path, "");
}

test("the home folder's cache", () => {
  expect(cacheFolder(host)).toBe(join(folder, "home", ".cache", "hyoka"));
});

test("XDG_CACHE_HOME, unless it is relative", () => {
  expect(cacheFolder({ ...host, env: { XDG_CACHE_HOME: join(folder, "xdg") } })).toBe(join(folder, "xdg", "hyoka"));
  expect(cacheFolder({ ...host, env: { XDG_CACHE_HOME: "xdg" } })).toBe(join(folder, "home", ".cache", "hyoka"));
});

test("the temporary folder when the home folder cannot be written", () => {
  obstruct(join(folder, "home"));
  expect(cacheFolder(host)).toBe(join(folder, "tmp", `hyoka-cache-${host.userId ?? ""}`));
});

test("never a folder that others can write", () => {
  obstruct(join(folder, "home"));
  const planted = join(folder, "tmp", `hyoka-cache-${host.userId ?? ""}`);
  mkdirSync(planted, { recursive: true });
  chmodSync(planted, 0o777);
  expect(() => cacheFolder(host)).toThrow(expect.objectContaining({ code: "output-not-writable" }) as Error);
});

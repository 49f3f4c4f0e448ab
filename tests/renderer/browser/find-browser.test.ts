import { describe, expect, test } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import type { BrowserLocation } from "../../../renderer/browser/find-browser.ts";
import type { HostMachine } from "../../../renderer/browser/host-machine.ts";

interface World {
  readonly platform: NodeJS.Platform;
  readonly arch?: string;
  readonly env?: Record<string, string>;
  readonly programs?: readonly string[];
}

function machine({ platform, arch = "x64", env = {}, programs = [] }: World): HostMachine {
  return {
    platform,
    arch,
    env,
    homeFolder: "/home/user",
    temporaryFolder: "/tmp",
    userId: 1000,
    isExecutable: (path) => programs.includes(path),
  };
}

const windows = {
  "ProgramFiles(x86)": "C:\\Program Files (x86)",
  ProgramFiles: "C:\\Program Files",
  LOCALAPPDATA: "C:\\Users\\u\\AppData\\Local",
};
const edgeX86 = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
const edge64 = "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe";
const edgeOfUser = "C:\\Users\\u\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe";
const chrome64 = "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe";
const macChrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const macEdge = "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
const path = { PATH: "/usr/local/bin:/usr/bin" };
const arm = { platform: "linux", arch: "arm64", env: path } as const;

const found: [name: string, world: World, expected: BrowserLocation][] = [
  [
    "Windows: Edge under Program Files (x86) before every other",
    { platform: "win32", env: windows, programs: [chrome64, edgeOfUser, edge64, edgeX86] },
    { kind: "edge", path: edgeX86 },
  ],
  [
    "Windows: Edge of 64 bit before that of the user",
    { platform: "win32", env: windows, programs: [edgeOfUser, edge64] },
    { kind: "edge", path: edge64 },
  ],
  [
    "Windows: Edge of the user before Chrome",
    { platform: "win32", env: windows, programs: [chrome64, edgeOfUser] },
    { kind: "edge", path: edgeOfUser },
  ],
  [
    "Windows: Chrome where there is no Edge",
    { platform: "win32", env: windows, programs: [chrome64] },
    { kind: "chrome", path: chrome64 },
  ],
  [
    "Windows: without the variable of 32 bit",
    { platform: "win32", env: { ProgramFiles: windows.ProgramFiles }, programs: [edge64] },
    { kind: "edge", path: edge64 },
  ],
  [
    "macOS: Chrome before Edge",
    { platform: "darwin", programs: [macEdge, macChrome] },
    { kind: "chrome", path: macChrome },
  ],
  ["macOS: Edge", { platform: "darwin", programs: [macEdge] }, { kind: "edge", path: macEdge }],
  [
    "Linux on arm64: Chromium before Chrome, by the order of PATH",
    { ...arm, programs: ["/usr/bin/chromium", "/usr/local/bin/chromium", "/usr/local/bin/google-chrome"] },
    { kind: "chromium", path: "/usr/local/bin/chromium" },
  ],
  [
    "Linux on arm64: Chrome outside PATH",
    { ...arm, programs: ["/opt/google/chrome/chrome"] },
    { kind: "chrome", path: "/opt/google/chrome/chrome" },
  ],
  [
    "Linux on arm64: Edge",
    { ...arm, programs: ["/usr/bin/microsoft-edge"] },
    { kind: "edge", path: "/usr/bin/microsoft-edge" },
  ],
  [
    "the environment variable before the search",
    {
      platform: "win32",
      env: { ...windows, PUPPETEER_EXECUTABLE_PATH: chrome64 },
      programs: [edgeX86, chrome64],
    },
    { kind: "given", path: chrome64 },
  ],
  [
    "an empty environment variable is none",
    { platform: "win32", env: { ...windows, PUPPETEER_EXECUTABLE_PATH: "" }, programs: [edgeX86] },
    { kind: "edge", path: edgeX86 },
  ],
];

describe("findBrowser", () => {
  test.each(found)("%s", (_, world, expected) => {
    expect(findBrowser(machine(world))).toEqual(expected);
  });

  test("Linux on x64: the embedded one before a system Chromium", () => {
    const world = machine({ platform: "linux", env: path, programs: ["/usr/bin/chromium"] });
    expect(findBrowser(world)).toMatchObject({ kind: "embedded", embedded: { arch: "x64" } });
  });

  test("the option before the environment variable", () => {
    const world = machine({ ...arm, env: { PUPPETEER_EXECUTABLE_PATH: "/a" }, programs: ["/a", "/b"] });
    expect(findBrowser(world, "/b")).toEqual({ kind: "given", path: "/b" });
  });

  test.each<[name: string, world: World, given: string | undefined, message: string]>([
    [
      "a given path that is not there",
      { platform: "win32", env: windows, programs: [edgeX86] },
      "D:\\x.exe",
      "--browser",
    ],
    [
      "a path of the environment that is not there",
      { platform: "linux", env: { PUPPETEER_EXECUTABLE_PATH: "/nowhere" } },
      undefined,
      "環境変数 PUPPETEER_EXECUTABLE_PATH で指定されたブラウザ「/nowhere」",
    ],
    ["Windows without a browser", { platform: "win32", env: windows }, undefined, "ブラウザが見つかりません"],
    ["macOS without a browser", { platform: "darwin" }, undefined, "ブラウザが見つかりません"],
    ["Linux on arm64 without a browser", arm, undefined, "ブラウザが見つかりません"],
    ["a relative folder in PATH", { ...arm, env: { PATH: "." }, programs: ["chromium"] }, undefined, "見つかりません"],
    ["an unknown system", { platform: "aix" }, undefined, "ブラウザが見つかりません"],
  ])("not found: %s", (_, world, given, message) => {
    expect(() => findBrowser(machine(world), given)).toThrow(
      expect.objectContaining({
        code: "browser-not-found",
        message: expect.stringContaining(message) as string,
        hint: expect.stringContaining("ください") as string,
      }) as UserError,
    );
  });
});

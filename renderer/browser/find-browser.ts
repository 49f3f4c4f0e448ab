import { UserError } from "../../core/user-error.ts";
import { findChrome } from "./finders/chrome.ts";
import { findChromium } from "./finders/chromium.ts";
import { findEdge } from "./finders/edge.ts";
import { findEmbedded } from "./finders/embedded.ts";
import type { EmbeddedPackage } from "./finders/embedded.ts";
import type { HostMachine } from "./host-machine.ts";

/** A browser to print with: a program on the machine, or the archives from which one is unpacked at the first start. */
export type BrowserLocation =
  | { readonly kind: "given" | "edge" | "chrome" | "chromium"; readonly path: string }
  | { readonly kind: "embedded"; readonly embedded: EmbeddedPackage };

type Finder = (host: HostMachine) => BrowserLocation | undefined;

const finders = {
  edge: (host) => located("edge", findEdge(host)),
  chrome: (host) => located("chrome", findChrome(host)),
  chromium: (host) => located("chromium", findChromium(host)),
  embedded: (host) => {
    const embedded = findEmbedded(host);
    return embedded && { kind: "embedded", embedded };
  },
} as const satisfies Record<string, Finder>;

/** The embedded one first on Linux: its version, and with it the printed page, is the same on every machine. */
const preference: Partial<Record<NodeJS.Platform, readonly (keyof typeof finders)[]>> = {
  win32: ["edge", "chrome"],
  darwin: ["chrome", "edge"],
  linux: ["embedded", "chromium", "chrome", "edge"],
};

/**
 * Chooses the browser. `givenPath` (the option `--browser`) counts before PUPPETEER_EXECUTABLE_PATH, and either before
 * any search: a given browser that is not there is an error, never a reason to print with another one.
 *
 * @throws UserError `browser-not-found`
 */
export function findBrowser(host: HostMachine, givenPath?: string): BrowserLocation {
  const given = givenPath ?? host.env.PUPPETEER_EXECUTABLE_PATH ?? "";
  if (given !== "") return givenBrowser(host, given, givenPath === undefined);

  for (const name of preference[host.platform] ?? []) {
    const found = finders[name](host);
    if (found) return found;
  }
  throw new UserError("browser-not-found", "印刷に使うブラウザが見つかりません。", installHint(host));
}

function givenBrowser(host: HostMachine, path: string, fromEnvironment: boolean): BrowserLocation {
  if (host.isExecutable(path)) return { kind: "given", path };

  const source = fromEnvironment ? "環境変数 PUPPETEER_EXECUTABLE_PATH" : "--browser";
  throw new UserError(
    "browser-not-found",
    `${source} で指定されたブラウザ「${path}」が見つからないか、実行できません。`,
    "ブラウザの実行ファイルのパスを確かめるか、指定を外してください。",
  );
}

function located(kind: "edge" | "chrome" | "chromium", path: string | undefined): BrowserLocation | undefined {
  return path === undefined ? undefined : { kind, path };
}

function installHint(host: HostMachine): string {
  const programs = host.platform === "linux" ? "Chromium または Google Chrome" : "Microsoft Edge または Google Chrome";
  return `${programs} をインストールするか、--browser で実行ファイルのパスを指定してください。`;
}

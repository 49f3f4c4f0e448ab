import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, LaunchOptions } from "puppeteer";
import { UserError } from "../../core/user-error.ts";
import { cacheFolder } from "./cache-folder.ts";
import { unpackChromium } from "./embedded-chromium.ts";
import type { BrowserLocation } from "./find-browser.ts";
import { fontFiles, writeFontsConf } from "./fonts.ts";
import type { HostMachine } from "./host-machine.ts";

/** A running browser with a profile of its own. */
export interface BrowserSession {
  readonly browser: Browser;
  readonly executablePath: string;
  /** Ends the browser, by force if it does not answer, and removes its profile. May be called again. */
  close(): Promise<void>;
}

/** How long a browser may take to start, in milliseconds; virus scanners look at a new program for a while. */
const START_LIMIT = 60_000;
/** How long a browser may take to end by itself, in milliseconds. */
const END_LIMIT = 1_000;

/**
 * Starts a headless browser. Puppeteer is loaded only here: it takes longer (0.17 s) than Chromium itself (0.05 s).
 * `timeout` limits each answer of the browser, in milliseconds.
 *
 * @throws UserError `browser-failed` when it cannot be started
 */
export async function startBrowser(
  host: HostMachine,
  location: BrowserLocation,
  timeout: number,
): Promise<BrowserSession> {
  const [puppeteer, program] = await Promise.all([import("puppeteer"), programOf(host, location)]);
  const profile = await mkdtemp(join(host.temporaryFolder, "hyoka-profile-"));
  const removeProfile = (): void => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  };
  try {
    const browser = await puppeteer.launch({
      executablePath: program.path,
      env: program.env,
      protocolTimeout: timeout,
      ...launchOptions(host, location, profile),
    });
    // For a program that ends without close(): after Puppeteer's own listener, which kills the browser.
    process.once("exit", removeProfile);
    let closed: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      await endBrowser(browser);
      await discardProfile(profile);
      process.off("exit", removeProfile);
    };
    return { browser, executablePath: program.path, close: () => (closed ??= close()) };
  } catch (cause) {
    await discardProfile(profile);
    throw startFailure(program.path, cause);
  }
}

/** Arguments of the embedded Chromium, which is a headless shell and needs none of those that tame a desktop browser. */
const shellArguments = [
  "--headless",
  "--remote-debugging-pipe",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-crash-reporter",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-first-run",
];

/** The same for every browser. */
const printArguments = [
  // Letters stand where the font says, not on whole pixels of a screen.
  "--font-render-hinting=none",
  "--disable-gpu",
  "--disable-software-rasterizer",
  // No name is ever looked up, not even for `<link rel="prefetch">`, which request interception does not see.
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

function launchOptions(host: HostMachine, location: BrowserLocation, profile: string): LaunchOptions {
  const embedded = location.kind === "embedded";
  const args = embedded ? [...shellArguments, ...printArguments, `--user-data-dir=${profile}`] : printArguments;
  return {
    args: host.platform === "linux" && host.userId === 0 ? [...args, "--no-sandbox"] : args,
    // An installed desktop browser gets Puppeteer's arguments, which follow its changes from version to version.
    ignoreDefaultArgs: embedded,
    ...(embedded ? {} : { userDataDir: profile }),
    headless: true,
    pipe: true,
    waitForInitialPage: false,
    timeout: START_LIMIT,
    // Signals are the business of the command line, which closes the pool.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

interface Program {
  readonly path: string;
  readonly env: Record<string, string | undefined>;
}

async function programOf(host: HostMachine, location: BrowserLocation): Promise<Program> {
  if (host.platform !== "linux") {
    if (location.kind === "embedded") throw new Error("The embedded browser runs on Linux only.");
    return { path: location.path, env: { ...host.env } };
  }

  const cache = cacheFolder(host);
  const env = { ...host.env, FONTCONFIG_FILE: await writeFontsConf(cache, fontFiles()) };
  if (location.kind !== "embedded") return { path: location.path, env };

  const { executablePath, libraryFolder } = await unpackChromium(location.embedded, cache);
  const inherited = host.env.LD_LIBRARY_PATH ?? "";
  const LD_LIBRARY_PATH = inherited === "" ? libraryFolder : `${libraryFolder}:${inherited}`;
  return { path: executablePath, env: { ...env, LD_LIBRARY_PATH } };
}

async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const ended = new Promise<void>((resolve) => {
    if (child?.exitCode !== null || child.signalCode !== null) resolve();
    else
      child.once("exit", () => {
        resolve();
      });
  });
  // A browser that has died already rejects, one that hangs never answers: the signal below serves both.
  void browser.close().catch(() => undefined);
  if (await settlesWithin(ended, END_LIMIT)) return;

  if (child?.pid !== undefined) killGroup(child.pid);
  await settlesWithin(ended, END_LIMIT);
}

/** Puppeteer starts the browser as the leader of a process group, so its helpers go with it. */
function killGroup(pid: number): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function settlesWithin(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, milliseconds);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function discardProfile(profile: string): Promise<void> {
  // Helpers of a killed browser may still write for a moment; Windows keeps their files locked.
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

function startFailure(path: string, cause: unknown): UserError {
  const withoutSandbox = cause instanceof Error && cause.message.includes("sandbox");
  const hint = withoutSandbox
    ? "この環境ではブラウザの保護機能(サンドボックス)が使えません。ユーザー名前空間を許可するよう管理者に依頼してください。"
    : "「hyoka doctor」で状態を確かめるか、--browser で別のブラウザを指定してください。";
  return new UserError("browser-failed", `ブラウザ「${path}」を起動できませんでした。`, hint, { cause });
}

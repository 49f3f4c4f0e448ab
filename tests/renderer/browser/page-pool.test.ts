import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer";
import { startBrowser } from "../../../renderer/browser/browser-session.ts";
import type { BrowserSession } from "../../../renderer/browser/browser-session.ts";
import { describeBrowser } from "../../../renderer/browser/describe-browser.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { fontFaceCss } from "../../../renderer/browser/fonts.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { createPagePool } from "../../../renderer/browser/page-pool.ts";
import type { PagePool, PagePoolOptions } from "../../../renderer/browser/page-pool.ts";

/** Profiles of the browsers under test only: other tests print at the same time. */
const temporaryFolder = mkdtempSync(join(tmpdir(), "hyoka-test-pool-"));
const host = { ...thisMachine(), temporaryFolder };
const sessions: BrowserSession[] = [];
const pools: PagePool[] = [];

function pool(options: Partial<PagePoolOptions> = {}): PagePool {
  const start = async (): Promise<BrowserSession> => {
    const session = await startBrowser(host, findBrowser(host), 30_000);
    sessions.push(session);
    return session;
  };
  const made = createPagePool({ start, ...options });
  pools.push(made);
  return made;
}

const document = (body: string, head = ""): string =>
  `<!DOCTYPE html><html lang="ja"><head>${head}</head><body>${body}</body></html>`;

async function print(page: Page, html: string): Promise<string> {
  await page.setContent(html);
  return Buffer.from(await page.pdf()).toString("latin1");
}

/** Processes whose command line names the folder of our profiles. */
function browserProcesses(): string[] {
  return execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(temporaryFolder));
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((each) => each.close()));
  sessions.splice(0);
});
afterAll(() => {
  rmSync(temporaryFolder, { recursive: true, force: true });
});

describe("requests", () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  let origin: string;
  let shared: PagePool;

  beforeAll(async () => {
    shared = createPagePool({ start: () => startBrowser(host, findBrowser(host), 30_000), size: 1 });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await shared.close();
    server.close();
    server.closeAllConnections();
  });

  test.each([
    ["picture", `<img src="{origin}/a.png">`, "{origin}/a.png"],
    [
      "picture that is not in the first window",
      `<p style="height:9in"><img loading="lazy" src="{origin}/a">`,
      "{origin}/a",
    ],
    ["relative picture", `<img src="logo.png">`, "http://hyoka.invalid/logo.png"],
    ["relative background", `<p style="background:url(seal.png)">x`, "http://hyoka.invalid/seal.png"],
    ["file", `<img src="file:///etc/hostname">`, "file:///etc/hostname"],
    ["frame of a file", `<iframe src="file:///etc/passwd"></iframe>`, "file:///etc/passwd"],
    ["style sheet", `<link rel="stylesheet" href="{origin}/a.css">`, "{origin}/a.css"],
    ["import in a style", `<style>@import url({origin}/b.css);</style>`, "{origin}/b.css"],
    ["font", `<style>@font-face{font-family:X;src:url({origin}/f.ttf)}p{font-family:X}</style><p>字`, "{origin}/f.ttf"],
    ["background of the print only", `<style>@media print{p{background:url({origin}/p)}}</style><p>x`, "{origin}/p"],
    ["frame", `<iframe src="{origin}/frame"></iframe>`, "{origin}/frame"],
    ["picture in a frame", `<iframe srcdoc="<img src='{origin}/in'>"></iframe>`, "{origin}/in"],
    ["object", `<object data="{origin}/o.svg"></object>`, "{origin}/o.svg"],
    ["outside part of a drawing", `<svg><use href="{origin}/u.svg#a"/></svg>`, "{origin}/u.svg"],
    ["refresh", `<meta http-equiv="refresh" content="0;url={origin}/away">`, "{origin}/away"],
  ])("%s is refused and named", async (_, body, url) => {
    const html = document(body.replaceAll("{origin}", origin));
    await expect(shared.withPage((page) => print(page, html))).rejects.toMatchObject({
      code: "print-failed",
      message: expect.stringContaining(`「${url.replace("{origin}", origin)}」`) as string,
    });
    expect(asked).toEqual([]);
    expect(await shared.withPage((page) => print(page, document("次")))).toMatch(/^%PDF/);
  });

  test.each([
    ["script", `<script>document.title = "ran"; fetch("{origin}/fetch")</script>`],
    [
      "event",
      `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload="fetch('{origin}/on')" onerror="fetch('{origin}/on')">`,
    ],
    ["prefetch by name", `<link rel="dns-prefetch" href="{origin}"><link rel="preconnect" href="{origin}">`],
  ])("%s of the document does nothing, page.evaluate works", async (_, body) => {
    const html = document(body.replaceAll("{origin}", origin));
    const title = await shared.withPage(async (page) => {
      await print(page, html);
      return await page.evaluate(() => globalThis.document.title);
    });
    expect(title).toBe("");
    expect(asked).toEqual([]);
  });
});

test("fonts by address: a page whose machine has no font prints with the packaged ones", async () => {
  const css = fontFaceCss()
    .replaceAll(/local\(.+?\), /g, "")
    .replaceAll("BIZ UD", "Served ");
  const html = document(`<p style="font-family:'Served Gothic'">評価`, `<style>${css}</style>`);
  const loaded = await pool().withPage(async (page) => {
    await print(page, html);
    return await page.evaluate(() => [...globalThis.document.fonts].filter((font) => font.status === "loaded").length);
  });
  expect(loaded).toBe(1);
});

test("two pages at most, used again", async () => {
  const made = pool({ size: 2 });
  const used = new Set<Page>();
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      made.withPage(async (page) => {
        used.add(page);
        most = Math.max(most, ++running);
        await print(page, document(`${index}`));
        running--;
      }),
    ),
  );
  expect(used.size).toBe(2);
  expect(most).toBe(2);
  expect(sessions).toHaveLength(1);
});

test("an error of the work itself is passed on, without a second try", async () => {
  const made = pool();
  let tries = 0;
  const failing = made.withPage(() => Promise.reject(new Error(`try ${++tries}`)));
  await expect(failing).rejects.toThrow("try 1");
  expect(await made.withPage((page) => print(page, document("次")))).toMatch(/^%PDF/);
});

function killBrowser(page: Page): void {
  process.kill(page.browser().process()!.pid!, "SIGKILL");
}

test("a browser that dies is started again, and every work on it runs once more", async () => {
  const made = pool({ size: 2 });
  let killed = false;
  const tries = [0, 0, 0, 0];
  const printed = await Promise.all(
    tries.map((_, index) =>
      made.withPage(async (page) => {
        tries[index]!++;
        if (index === 1 && !killed) {
          killed = true;
          killBrowser(page);
        }
        return await print(page, document(`${index}`));
      }),
    ),
  );
  expect(printed.every((pdf) => pdf.startsWith("%PDF"))).toBe(true);
  expect(tries[1]).toBe(2);
  expect(Math.max(...tries)).toBe(2);
  expect(sessions).toHaveLength(2);
});

/** Kills the page's process only; Chromium answers the command never or with an error, depending on who is faster. */
async function crash(page: Page): Promise<void> {
  const protocol = await page.createCDPSession();
  protocol.send("Page.crash").catch(() => undefined);
}

test("a page that crashes is replaced at once", async () => {
  let tries = 0;
  const pdf = await pool().withPage(async (page) => {
    if (++tries === 1) await crash(page);
    return await print(page, document("再"));
  });
  expect(pdf).toMatch(/^%PDF/);
  expect(tries).toBe(2);
  expect(sessions).toHaveLength(1);
});

test("a browser that dies twice is an error, and the next work gets a new one", async () => {
  const made = pool();
  const dying = made.withPage(async (page) => {
    killBrowser(page);
    return await print(page, document("死"));
  });
  await expect(dying).rejects.toMatchObject({ code: "browser-failed" });
  expect(await made.withPage((page) => print(page, document("次")))).toMatch(/^%PDF/);
});

test("a browser that hangs is given up after the limit", async () => {
  const made = pool({ timeout: 3000 });
  await made.withPage((page) => print(page, document("前")));
  const hanging = made.withPage((page) => {
    process.kill(page.browser().process()!.pid!, "SIGSTOP");
    return print(page, document("止"));
  });
  await expect(hanging).rejects.toMatchObject({
    code: "browser-failed",
    message: expect.stringContaining("3 秒") as string,
  });
  expect(await made.withPage((page) => print(page, document("次")))).toMatch(/^%PDF/);
});

test("close ends running work, leaves no process and no profile, and may be called again", async () => {
  const made = pool();
  await made.withPage((page) => print(page, document("前")));
  expect(browserProcesses().length).toBeGreaterThan(0);
  expect(readdirSync(temporaryFolder)).toHaveLength(1);

  const running = made.withPage(async (page) => {
    for (;;) await print(page, document("長"));
  });
  const interrupted = expect(running).rejects.toMatchObject({ code: "interrupted" });
  await Promise.all([made.close(), made.close()]);
  await interrupted;
  await made.close();
  expect(browserProcesses()).toEqual([]);
  expect(readdirSync(temporaryFolder)).toEqual([]);
  await expect(made.withPage(() => Promise.resolve())).rejects.toMatchObject({ code: "interrupted" });
});

test("a browser that hangs is closed all the same", async () => {
  const made = pool();
  await made.withPage((page) => {
    process.kill(page.browser().process()!.pid!, "SIGSTOP");
    return Promise.resolve();
  });
  await made.close();
  expect(browserProcesses()).toEqual([]);
  expect(readdirSync(temporaryFolder)).toEqual([]);
});

test("a program that is no browser is an error, and leaves no profile", async () => {
  const start = (): Promise<BrowserSession> => startBrowser(host, { kind: "given", path: "/bin/false" }, 30_000);
  await expect(pool({ start }).withPage(() => Promise.resolve())).rejects.toMatchObject({
    code: "browser-failed",
    message: "ブラウザ「/bin/false」を起動できませんでした。",
  });
  expect(readdirSync(temporaryFolder)).toEqual([]);
});

describe("describeBrowser", () => {
  test("says what prints", async () => {
    const description = await describeBrowser(host);
    expect(description).toMatchObject({ browser: { version: expect.stringMatching(/\d+\./) as string }, problems: [] });
    expect(description.fonts.length).toBeGreaterThanOrEqual(4);
  });

  test("says what is wrong instead of failing", async () => {
    const description = await describeBrowser(host, "/nowhere");
    expect(description.browser).toBeUndefined();
    expect(description.problems).toMatchObject([{ code: "browser-not-found" }]);
  });
});

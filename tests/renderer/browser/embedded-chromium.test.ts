import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpackChromium } from "../../../renderer/browser/embedded-chromium.ts";
import { findEmbedded } from "../../../renderer/browser/finders/embedded.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";

const moduleUrl = new URL("../../../renderer/browser/", import.meta.url);
const embedded = findEmbedded({ ...thisMachine(), platform: "linux", arch: "x64" })!;
let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "hyoka-test-cache-"));
});
afterEach(async () => {
  await rm(cache, { recursive: true, force: true });
});

test("two processes unpack into the same empty cache and both can start the browser", async () => {
  const script = `
    import { unpackChromium } from ${JSON.stringify(new URL("embedded-chromium.ts", moduleUrl).href)};
    import { spawn } from "node:child_process";
    const { executablePath, libraryFolder } = await unpackChromium(${JSON.stringify(embedded)}, ${JSON.stringify(cache)});
    const child = spawn(executablePath, ["--version"], { env: { LD_LIBRARY_PATH: libraryFolder }, stdio: "inherit" });
    child.on("error", (error) => { console.error(error); process.exit(1); });
    child.on("exit", (code) => process.exit(code ?? 1));
  `;
  const run = promisify(execFile);
  const both = await Promise.all(
    [0, 1].map(() => run(process.execPath, ["--input-type=module", "--eval", script], { timeout: 60_000 })),
  );
  expect(both.map(({ stdout }) => stdout)).toEqual([
    expect.stringMatching(/\d+\.\d+\.\d+/),
    expect.stringMatching(/\d+\.\d+\.\d+/),
  ]);
  expect((await readdir(cache)).filter((name) => name.startsWith("."))).toEqual([]);

  const { executablePath } = await unpackChromium(embedded, cache);
  const before = await stat(executablePath);
  await unpackChromium(embedded, cache);
  expect((await stat(executablePath)).ino, "the second start unpacks nothing").toBe(before.ino);
});

test("a killed unpacking leaves nothing that looks finished, and is cleared away later", async () => {
  const script = `
    import { unpackChromium } from ${JSON.stringify(new URL("embedded-chromium.ts", moduleUrl).href)};
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 300);
    await unpackChromium(${JSON.stringify(embedded)}, ${JSON.stringify(cache)});
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
  await new Promise((resolve) => child.once("exit", resolve));
  const [half, ...others] = await readdir(cache);
  expect(half).toMatch(/^\.chromium-/);
  expect(others).toEqual([]);

  const yesterday = Date.now() / 1000 - 24 * 60 * 60;
  await utimes(join(cache, half!), yesterday, yesterday);
  await unpackChromium(embedded, cache);
  expect(await readdir(cache)).toEqual([`chromium-${embedded.version}-x64`]);
});

test("archives that are broken are told as an error, and leave nothing behind", async () => {
  const archiveFolder = join(cache, "archives");
  await mkdir(archiveFolder);
  await writeFile(join(archiveFolder, "chromium.br"), "not brotli");
  await writeFile(join(archiveFolder, "al2023.tar.br"), "not brotli");
  await expect(unpackChromium({ ...embedded, archiveFolder }, cache)).rejects.toMatchObject({
    code: "browser-failed",
    message: expect.stringContaining("展開できませんでした") as string,
  });
  expect(await readdir(cache)).toEqual(["archives"]);
});

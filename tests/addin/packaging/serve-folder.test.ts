import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFolder } from "../../../addin/packaging/serve-folder.ts";

let root: string;
let server: Server;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "hyoka-serve-"));
  mkdirSync(join(root, "pane", "icons"), { recursive: true });
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(root, "pane", "taskpane.html"), "<!doctype html><title>検証</title>");
  writeFileSync(join(root, "pane", "icons", "日本語 16.png"), "png");
  server = createServer(serveFolder(join(root, "pane")));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A request with its path as it stands: `fetch` would resolve `..` itself. */
function ask(path: string, method = "GET"): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: "localhost", port, path, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    })
      .on("error", reject)
      .end();
  });
}

test("gives the pane with a policy under which nothing is loaded or sent elsewhere", async () => {
  const { status, headers, body } = await ask("/taskpane.html?task=check");
  expect(status).toBe(200);
  expect(body).toContain("検証");
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("the address of the folder is the pane", async () => {
  expect((await ask("/")).body).toContain("検証");
});

test("names in Japanese and with spaces are found", async () => {
  expect((await ask(`/icons/${encodeURIComponent("日本語 16.png")}`)).body).toBe("png");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/icons/..%2f..%2fsecret.txt",
  "/icons",
  "/%00",
  "/%zz",
  "/none.js",
])("gives nothing for %s", async (path) => {
  const { status, body } = await ask(path);
  expect([404, body]).toEqual([status, ""]);
});

test("only reads", async () => {
  expect((await ask("/taskpane.html", "POST")).status).toBe(405);
  expect(await ask("/taskpane.html", "HEAD")).toMatchObject({ status: 200, body: "" });
});

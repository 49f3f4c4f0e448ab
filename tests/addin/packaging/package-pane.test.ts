import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifestAddresses, manifestFaults } from "../../../addin/packaging/manifest-faults.ts";
import { packagePane } from "../../../addin/packaging/package-pane.ts";

const BASE = "https://intra.example.lg.jp/評価/hyoka";
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "hyoka-package-"));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

describe("with Office.js of its own", () => {
  beforeAll(async () => {
    await packagePane({ folder: join(root, "own"), baseUrl: BASE, officeJs: "own" });
  }, 120_000);

  test("every page and picture of the manifest is in the folder", () => {
    const manifest = read("own", "manifest.xml");
    expect(manifestFaults(manifest)).toEqual([]);
    const files = manifestAddresses(manifest).map((address) => address.slice(`${BASE}/`.length).replace(/\?.*/u, ""));
    expect(new Set(files.map((file) => file.replace(/-\d+\.png$/u, "")))).toEqual(
      new Set([
        "help.html",
        "taskpane.html",
        ...["hyoka", "check", "structure", "submit", "help"].map((n) => `icons/${n}`),
      ]),
    );
    expect(files.filter((file) => !existsSync(join(root, "own", file)))).toEqual([]);
  });

  test("every file that the pages name is in the folder, and none of another server", () => {
    for (const page of ["taskpane.html", "help.html"]) {
      const named = [...read("own", page).matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, address]) => address!);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((address) => !existsSync(join(root, "own", address)))).toEqual([]);
    }
  });

  test("Excel on Windows, Mac and the web finds its part of Office.js, and its Japanese words", () => {
    const wanted = [
      "office.js",
      "excel-win32-16.01.js",
      "excel-web-16.00.js",
      "excel-mac-16.00.js",
      "ja-jp/office_strings.js",
    ];
    expect(wanted.filter((file) => !existsSync(join(root, "own", "office-js", file)))).toEqual([]);
  });

  test("IIS gets the headers", () => {
    expect(read("own", "web.config")).toContain(`name="Content-Security-Policy" value="default-src 'self'`);
  });

  test("a second time replaces the first", async () => {
    writeFileSync(join(root, "own", "old.txt"), "old");
    await packagePane({ folder: join(root, "own"), baseUrl: "https://other.example.lg.jp", officeJs: "cdn" });
    expect(existsSync(join(root, "own", "old.txt"))).toBe(false);
    expect(existsSync(join(root, "own", "office-js"))).toBe(false);
    expect(read("own", "taskpane.html")).toContain(`src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"`);
    expect(read("own", "web.config")).toContain("script-src 'self' https://appsforoffice.microsoft.com");
    expect(readdirSync(root).filter((name) => name.startsWith("own"))).toEqual(["own"]);
  }, 120_000);
});

test("a folder that holds something else is left alone", async () => {
  mkdirSync(join(root, "documents"));
  writeFileSync(join(root, "documents", "大切.docx"), "text");
  await expect(packagePane({ folder: join(root, "documents"), baseUrl: BASE, officeJs: "own" })).rejects.toThrow(
    "別のものが入っています",
  );
  expect(readdirSync(join(root, "documents"))).toEqual(["大切.docx"]);
});

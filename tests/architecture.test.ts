import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const dependencies = Object.keys(manifest.dependencies);

interface Border {
  /** Folders, from the root, from which the code of a folder may import. */
  readonly folders: readonly string[];
  readonly packages: (name: string) => boolean;
  /** Folders inside whose own code keeps a border of its own. */
  readonly without?: readonly string[];
}

/** What the code of each folder may import. */
const borders: Readonly<Record<string, Border>> = {
  core: { folders: ["core"], packages: () => false },
  // Reads workbook files for both programs: in Node, and in the pane for last year's file.
  xlsx: { folders: ["xlsx", "core"], packages: (name) => ["exceljs", "fflate", "numfmt"].includes(name) },
  addin: {
    folders: ["addin", "core", "xlsx"],
    packages: (name) => name === "preact",
    without: ["addin/packaging"],
  },
  // Builds and serves the pane: Node.js, for whoever installs the add-in.
  "addin/packaging": {
    folders: ["addin/packaging"],
    packages: (name) => name.startsWith("node:") || name in manifest.dependencies || name in manifest.devDependencies,
  },
  renderer: {
    folders: ["renderer", "core", "xlsx"],
    packages: (name) => name.startsWith("node:") || dependencies.includes(name),
    without: ["renderer/page", "renderer/preview/browser"],
  },
  // This code is sent into the printed page: nothing can be imported there.
  "renderer/page": { folders: [], packages: () => false },
  // This code is sent to whoever looks at a preview, as the source of its functions.
  "renderer/preview/browser": { folders: ["renderer/preview/browser", "renderer/page"], packages: () => false },
};

/** Packages that no `import` names, and why they are there. */
const reached: Readonly<Record<string, string>> = {
  "@expo-google-fonts/biz-udgothic": "fonts, read as files",
  "@expo-google-fonts/biz-udmincho": "fonts, read as files",
  "@expo-google-fonts/noto-sans-jp": "fonts, read as files",
  "@expo-google-fonts/noto-sans-symbols-2": "fonts, read as files",
  "@sparticuz/chromium": "a browser, read as files",
  "@microsoft/office-js": "a script for the pane's page, read as a file",
};

const sources = [...new Set([...Object.keys(borders), "renderer"])]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => filesIn(folder).filter((file) => /\.m?[jt]sx?$/u.test(file)));

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** The code of a file without its comments; strings stay, for they name what is imported. */
function code(file: string): string {
  return readFileSync(join(root, file), "utf8").replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, "");
}

function imports(file: string): string[] {
  return ts.preProcessFile(readFileSync(join(root, file), "utf8")).importedFiles.map(({ fileName }) => fileName);
}

/** The types of a package that the program does not need to run. */
function isTypeOnly(file: string, specifier: string): boolean {
  const named =
    code(file)
      .match(/^import [^;]*;/gmu)
      ?.filter((line) => line.includes(`"${specifier}"`)) ?? [];
  return `@types/${specifier}` in manifest.devDependencies && named.every((line) => line.startsWith("import type "));
}

/** `puppeteer/internal/x.js` → `puppeteer`, `@scope/name/x` → `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.startsWith("node:") ? specifier : /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)![0];
}

const isIn = (file: string, folder: string) => file.startsWith(`${folder}/`);

describe.each(Object.keys(borders))("%s", (folder) => {
  const { folders, packages, without = [] } = borders[folder]!;

  test("imports only what it may", () => {
    const offences: string[] = [];
    for (const file of new Set(sources)) {
      if (!isIn(file, folder) || without.some((inner) => isIn(file, inner))) continue;
      for (const specifier of imports(file)) {
        const target = relative(root, join(root, dirname(file), specifier))
          .split(sep)
          .join("/");
        const isAllowed = specifier.startsWith(".")
          ? folders.some((allowed) => isIn(target, allowed))
          : packages(packageOf(specifier)) || (folder !== "core" && isTypeOnly(file, specifier));
        if (!isAllowed) offences.push(`${file}: ${specifier}`);
      }
    }
    expect(offences).toEqual([]);
  });
});

test("core knows neither clock, machine nor console", () => {
  const world =
    /\b(?:Date|process|console|globalThis|window|document\.(?:body|create\w+)|fetch|setTimeout|require)\b(?!["'])(?=\s*[.(]|\s*;)/u;
  const offences = sources
    .filter((file) => isIn(file, "core"))
    .flatMap((file) =>
      code(file)
        .split("\n")
        .filter((line) => world.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(offences).toEqual([]);
});

test("only addin knows Office.js", () => {
  const office = /\b(?:Excel|Office|OfficeExtension)\.[A-Za-z]/u;
  const isStranger = (file: string) => isIn(file, "core") || isIn(file, "renderer");
  const named = (file: string) => office.test(code(file).replace(/ExcelJS\./gu, ""));
  expect(sources.filter((file) => isStranger(file) && named(file))).toEqual([]);
  expect(sources.some((file) => isIn(file, "addin") && named(file))).toBe(true);
});

test("every dependency is imported, or has its reason", () => {
  const used = new Set(sources.flatMap(imports).map(packageOf));
  const idle = dependencies.filter((name) => !used.has(name) && !(name in reached));
  expect(idle).toEqual([]);
});

test("every reason is still needed, and its package is named in the code", () => {
  // Until the pane has a page that loads it, only the simulated Excel reads office.js.
  const readers = [...sources, ...filesIn("tests/excel-host")];
  const all = readers.map(code).join("\n");
  const isNamed = (name: string) => all.includes(name.slice(name.indexOf("/") + 1));
  expect(Object.keys(reached).filter((name) => !dependencies.includes(name) || !isNamed(name))).toEqual([]);
});

test("templates are data", () => {
  expect(filesIn("templates").filter((file) => /\.[cm]?[jt]sx?$/u.test(file))).toEqual([]);
});

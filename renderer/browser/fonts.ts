import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Names for `font-family`. The last two stand behind every other: `han` has 5,000 characters more, among them those of
 * names (𠮷田, 槗本), `symbols` the check boxes of forms (☐☑☒✔).
 */
export const fontFamilies = {
  gothic: "BIZ UDGothic",
  mincho: "BIZ UDMincho",
  han: "Noto Sans JP",
  symbols: "Noto Sans Symbols 2",
} as const;

/** The families behind every other, in the order in which they are asked. */
export const fallbackFamilies = [fontFamilies.han, fontFamilies.symbols] as const;

/** The value of `font-family` for a typeface, with what stands behind it. */
export function fontFamilyCss(typeface: "gothic" | "mincho"): string {
  const generic = typeface === "gothic" ? "sans-serif" : "serif";
  return [...[fontFamilies[typeface], ...fallbackFamilies].map((family) => `"${family}"`), generic].join(", ");
}

export type FontFamily = (typeof fontFamilies)[keyof typeof fontFamilies];

/** One font of the npm packages: a whole TrueType font, not a slice for web pages. */
export interface FontFile {
  readonly family: FontFamily;
  /** As in CSS. */
  readonly weight: 400 | 700;
  readonly path: string;
}

/** Where a page may ask for a font: `page-pool.ts` answers below this address itself, nothing goes to a network. */
export const fontUrlPrefix = "http://hyoka.invalid/fonts/";

const packaged = [
  { family: fontFamilies.gothic, weight: 400, file: "biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf" },
  { family: fontFamilies.gothic, weight: 700, file: "biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf" },
  { family: fontFamilies.mincho, weight: 400, file: "biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf" },
  { family: fontFamilies.mincho, weight: 700, file: "biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf" },
  { family: fontFamilies.han, weight: 400, file: "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf" },
  { family: fontFamilies.symbols, weight: 400, file: "noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf" },
] as const;

/** The packaged fonts, with absolute paths. */
export function fontFiles(): readonly FontFile[] {
  const { resolve } = createRequire(import.meta.url);
  return packaged.map(({ family, weight, file }) => ({ family, weight, path: resolve(`@expo-google-fonts/${file}`) }));
}

/**
 * Writes the fontconfig file for FONTCONFIG_FILE that lists these fonts and no others, and returns its path. Fonts of the
 * machine stay out: a page looks the same everywhere, and nothing is searched. The folder is named after the
 * content, so two installations do not overwrite each other; fontconfig keeps its index beside the file.
 */
export async function writeFontsConf(cacheFolder: string, fonts: readonly FontFile[]): Promise<string> {
  const fontFolders = [...new Set(fonts.map((font) => dirname(font.path)))];
  const digest = createHash("sha256").update(fontFolders.join("\n")).digest("hex").slice(0, 12);
  const folder = join(cacheFolder, `fonts-${digest}`);
  const path = join(folder, "fonts.conf");
  if (existsSync(path)) return path;

  await mkdir(folder, { recursive: true });
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, fontsConf(fontFolders, join(folder, "index")));
  await rename(aside, path);
  return path;
}

/**
 * `@font-face` rules for browsers that do not read a fonts.conf (Windows, macOS): the machine's own BIZ UD fonts
 * where it has them (Windows 10 and later), otherwise the packaged ones by `fontUrlPrefix`.
 */
export function fontFaceCss(): string {
  return packaged.map(({ family, weight, file }) => fontFace(family, weight, file)).join("\n");
}

/** What a document says of its fonts on a platform: nothing on Linux, where the embedded Chromium finds them by itself. */
export function fontFacesOn(platform: NodeJS.Platform): string {
  return platform === "linux" ? "" : fontFaceCss();
}

/** The font that an address below `fontUrlPrefix` means; undefined for every other address. */
export function fontFileOf(url: string): FontFile | undefined {
  const wanted = packaged.find(({ file }) => url === fontUrlPrefix + file);
  return wanted && fontFiles().find(({ family, weight }) => family === wanted.family && weight === wanted.weight);
}

function fontFace(family: FontFamily, weight: 400 | 700, file: string): string {
  const fullName = weight === 700 ? `${family} Bold` : family;
  const postScriptName = `${family.replaceAll(" ", "")}-${weight === 700 ? "Bold" : "Regular"}`;
  const sources = [`local("${fullName}")`, `local("${postScriptName}")`, `url("${fontUrlPrefix}${file}")`];
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: ${sources.join(", ")}; }`;
}

function fontsConf(fontFolders: readonly string[], indexFolder: string): string {
  return [
    `<?xml version="1.0"?>`,
    `<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">`,
    `<fontconfig>`,
    ...fontFolders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`),
    `  <cachedir>${escapeXml(indexFolder)}</cachedir>`,
    `</fontconfig>`,
    ``,
  ].join("\n");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

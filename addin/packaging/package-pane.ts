import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { build } from "vite";
import { iisSettings } from "./iis-settings.ts";
import { manifestAddresses, manifestFaults } from "./manifest-faults.ts";
import { manifestFor } from "./manifest-for.ts";
import { copyOfficeJs, OFFICE_JS_CDN, OFFICE_JS_FOLDER } from "./office-js-files.ts";
import { securityHeaders, type OfficeJsSource } from "./security-headers.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const OWN_COPY = `${OFFICE_JS_FOLDER}/office.js`;
/** A folder that holds this was made by an earlier build and may be replaced. */
const MANIFEST = "manifest.xml";

export interface PackageOptions {
  readonly folder: string;
  /** HTTPS address under which the folder will be served. */
  readonly baseUrl: string;
  readonly officeJs: OfficeJsSource;
}

/**
 * Makes a folder that any web server can hold: the pane, Office.js beside it unless it comes from Microsoft, the
 * manifest with the folder's address, and settings for IIS. The folder appears whole or not at all.
 * @throws Error with a Japanese sentence when the folder holds something else, or the result would not load.
 */
export async function packagePane({ folder, baseUrl, officeJs }: PackageOptions): Promise<void> {
  if (existsSync(folder) && !existsSync(join(folder, MANIFEST)))
    throw new Error(`「${folder}」には別のものが入っています。空いている名前を -o で指定してください。`);
  await mkdir(dirname(resolve(folder)), { recursive: true });
  const aside = await mkdtemp(`${resolve(folder)}-`);
  try {
    await build({
      configFile: join(ROOT, "vite.config.ts"),
      logLevel: "warn",
      build: { outDir: aside, emptyOutDir: false },
    });
    if (officeJs === "own") await copyOfficeJs(join(aside, OFFICE_JS_FOLDER));
    else await loadFromMicrosoft(join(aside, "taskpane.html"));
    const manifest = manifestFor(await readFile(join(ROOT, MANIFEST), "utf8"), baseUrl);
    await writeFile(join(aside, MANIFEST), manifest);
    await writeFile(join(aside, "web.config"), iisSettings(securityHeaders(officeJs)));
    assertLoads(manifest, aside, baseUrl);
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

async function loadFromMicrosoft(page: string): Promise<void> {
  const html = await readFile(page, "utf8");
  const changed = html.replace(/(?:\.\/)?office-js\/office\.js/u, OFFICE_JS_CDN);
  if (changed === html) throw new Error(`${basename(page)} に ${OWN_COPY} を読む行がありません。`);
  await writeFile(page, changed);
}

/** Excel says nothing of a manifest that it does not like, and shows a blank picture for a file that is not there. */
function assertLoads(manifest: string, folder: string, baseUrl: string): void {
  const faults = manifestFaults(manifest).map(({ rule, detail }) => `${rule}: ${detail}`);
  const base = new URL(baseUrl.replace(/\/*$/u, "/"));
  const missing = manifestAddresses(manifest).filter((address) => {
    const { pathname } = new URL(address);
    return !existsSync(join(folder, pathname.slice(base.pathname.length)));
  });
  if (faults.length + missing.length === 0) return;
  throw new Error(`マニフェストに誤りがあります。\n${[...faults, ...missing].map((line) => `  ${line}`).join("\n")}`);
}

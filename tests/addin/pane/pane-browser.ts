import { createRequire } from "node:module";
import puppeteer, { type Browser } from "puppeteer";
import { cacheFolder } from "../../../renderer/browser/cache-folder.ts";
import { unpackChromium } from "../../../renderer/browser/embedded-chromium.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { fontFamilies, fontFiles, writeFontsConf, type FontFile } from "../../../renderer/browser/fonts.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";

/**
 * Starts the browser in which the pane is tried and pictured. On Linux the letters are Noto Sans JP in two weights, the
 * nearest of the packaged ones to those of Windows; nothing is read from a network.
 */
export async function startPaneBrowser(): Promise<Browser> {
  const host = thisMachine();
  const location = findBrowser(host);
  const cache = cacheFolder(host);
  const program =
    location.kind === "embedded"
      ? await unpackChromium(location.embedded, cache)
      : { executablePath: location.path, libraryFolder: "" };
  const fontsConf = host.platform === "linux" ? await writeFontsConf(cache, [...fontFiles(), boldFont()]) : undefined;
  return await puppeteer.launch({
    executablePath: program.executablePath,
    headless: "shell",
    args: [
      ...(host.platform === "linux" && host.userId === 0 ? ["--no-sandbox"] : []),
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--font-render-hinting=none",
      "--force-color-profile=srgb",
      "--hide-scrollbars",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      // The pane stands in a frame: in a process of its own it would not hear of colours that a test sets.
      "--disable-features=IsolateOrigins,site-per-process",
      "--disable-site-isolation-trials",
    ],
    env: {
      ...process.env,
      ...(fontsConf && { FONTCONFIG_FILE: fontsConf }),
      ...(program.libraryFolder && { LD_LIBRARY_PATH: program.libraryFolder }),
    },
  });
}

function boldFont(): FontFile {
  const path = createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf");
  return { family: fontFamilies.han, weight: 700, path };
}

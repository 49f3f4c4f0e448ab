import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { officeWindow } from "./office-window.ts";

/** The side of office.js that faces Excel. */
export interface HostBridge {
  onMessageFromHost(text: string): void;
  sendMessageToHost(text: string): void;
}

/** What the genuine office.js defines, as far as tests use it. */
export interface LoadedOffice {
  readonly Excel: { readonly run: typeof Excel.run };
  readonly OfficeExtension: { readonly HostBridge: { init(bridge: HostBridge): void } };
}

const script = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
  "excel-web-16.00.js",
);

/**
 * Loads the Excel part of the office.js package, unmodified, with a window of its own. It runs in this realm,
 * for it tells plain objects by their prototype; `with` keeps what it defines out of the global object.
 */
export function loadOffice(isSetSupported: (name: string, version?: string) => boolean): LoadedOffice {
  const window = officeWindow();
  const scope = new Proxy(window, {
    has: (_, name) => typeof name === "string",
    get: (target, name) => {
      if (typeof name !== "string") return undefined;
      return name in target ? target[name] : (globalThis as Record<string, unknown>)[name];
    },
  });
  const load = compileFunction(`with (scope) {${readFileSync(script, "utf8")}\n}`, ["scope"], { filename: script });
  try {
    load.call(window, scope);
  } catch (error) {
    // Its last lines want a page around them; by then everything that tests use is there.
    if (!("Excel" in window)) throw error;
  }
  window.Office = { context: { requirements: { isSetSupported } } };
  return window as unknown as LoadedOffice;
}

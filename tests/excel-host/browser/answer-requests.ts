import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import type { HTTPRequest } from "puppeteer";
import { CONTENT_TYPES, securityHeaders } from "../../../addin/packaging/security-headers.ts";

/** What the browser can reach: two sites, and nothing else. */
export interface Sites {
  /** Excel's own page. */
  readonly host: { readonly origin: string; readonly page: string };
  /** The pane, with the headers that a server in a closed network gives it. */
  readonly pane: { readonly origin: string; readonly folder: string };
  /** Paths of the pane that a wrong server, proxy or filter does not give: `/office-js/office.js`. */
  readonly missing: readonly RegExp[];
  /** Addresses that were asked for in vain. */
  readonly refused: string[];
}

/** Answers a request of the browser from memory and from the folder of the built pane. */
export async function answerRequest(request: HTTPRequest, sites: Sites): Promise<void> {
  const url = new URL(request.url());
  if (url.protocol === "data:" || url.protocol === "blob:" || url.protocol === "about:") return request.continue();
  if (url.origin === sites.host.origin) {
    if (url.pathname !== "/") return request.respond({ status: 404, body: "" });
    return request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: sites.host.page });
  }
  if (url.origin !== sites.pane.origin) {
    sites.refused.push(url.href);
    return request.abort();
  }
  const file = await fileAt(sites.pane.folder, url.pathname);
  const isMissing = sites.missing.some((pattern) => pattern.test(url.pathname));
  if (file === undefined || isMissing) {
    if (!isMissing) sites.refused.push(url.href);
    return request.respond({ status: 404, body: "" });
  }
  return request.respond({
    status: 200,
    contentType: CONTENT_TYPES[extname(file)] ?? "application/octet-stream",
    headers: securityHeaders("own"),
    body: await readFile(file),
  });
}

async function fileAt(folder: string, path: string): Promise<string | undefined> {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (!file.startsWith(folder + sep)) return undefined;
  return (await stat(file).catch(() => undefined))?.isFile() === true ? file : undefined;
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { CONTENT_TYPES, securityHeaders } from "./security-headers.ts";

/** Answers requests with the files of a packaged pane, and with nothing outside its folder. */
export function serveFolder(folder: string): RequestListener {
  const headers = securityHeaders("own");
  return (request, response) => {
    void answer(folder, request.url ?? "/").then((file) => {
      if (request.method !== "GET" && request.method !== "HEAD") response.writeHead(405, headers).end();
      else if (file === undefined) response.writeHead(404, headers).end();
      else {
        response.writeHead(200, {
          ...headers,
          "Content-Type": CONTENT_TYPES[extname(file)] ?? "application/octet-stream",
        });
        if (request.method === "HEAD") response.end();
        else
          createReadStream(file)
            .on("error", (error) => response.destroy(error))
            .pipe(response);
      }
    });
  };
}

/** The file that an address means; `undefined` when there is none. */
async function answer(folder: string, address: string): Promise<string | undefined> {
  const url = URL.parse(address, "https://localhost");
  if (!url) return undefined;
  const path = decode(url.pathname);
  if (path === undefined || path.includes("\0")) return undefined;
  const file = normalize(join(folder, path === "/" ? "taskpane.html" : path));
  if (!file.startsWith(normalize(folder) + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true ? file : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

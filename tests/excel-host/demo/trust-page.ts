import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Office.js asks a page beside it, in a hidden frame, whether the person trusts a host that is none of Microsoft's. The
 * demo is such a host; its page says yes.
 */
export async function writeTrustPage(officeFolder: string): Promise<void> {
  const folder = join(officeFolder, "AgaveErrorUX");
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "index.html"),
    '<!doctype html><meta charset="utf-8"><title>信頼</title><script src="trust.js"></script>',
  );
  await writeFile(
    join(folder, "trust.js"),
    `addEventListener("message", ({ source, origin }) => {
  if (origin === location.origin) source.postMessage(JSON.stringify({ hostUserTrusted: true }), origin);
});`,
  );
}

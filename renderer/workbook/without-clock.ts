import { unzipSync, zipSync } from "fflate";

/** ExcelJS stamps the parts of the file with the time of writing; a fixed one keeps the bytes equal. */
export function withoutClock(xlsx: Uint8Array): Uint8Array {
  // A local time, as the ZIP format stores local times without their zone.
  return zipSync(unzipSync(xlsx), { mtime: new Date(2026, 3, 1), level: 9 });
}

import { unzipSync, zipSync } from "fflate";
import { zipNatively } from "./zip-natively.ts";

/** ExcelJS stamps the parts of a file with the time of writing. A local time, as the ZIP format stores it without a zone. */
const FIXED_TIME = new Date(2026, 3, 1);

/** Gives the parts of a file a fixed time, so that the same content has the same bytes, on every machine. */
export function withoutClock(xlsx: Uint8Array): Uint8Array {
  return zipSync(unzipSync(xlsx), { mtime: FIXED_TIME, level: 9 });
}

/**
 * The same in a tenth of the time, with zlib: the same content has the same bytes as long as Node and the machine are the same.
 * @param xlsx without compression.
 */
export async function withoutClockQuickly(xlsx: Uint8Array): Promise<Uint8Array> {
  return await zipNatively(unzipSync(xlsx), FIXED_TIME);
}

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * Lets the rows of a file grow with what people write in them: their heights stay as a first view, but are no longer
 * fixed. ExcelJS fixes every height that it writes, and without any some programs show one line of every text.
 */
export function withGrowingRows(xlsx: Uint8Array): Uint8Array {
  const parts = unzipSync(xlsx);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replace(/(<row\b[^>]*?) customHeight="1"/gu, "$1"));
  }
  return zipSync(parts);
}

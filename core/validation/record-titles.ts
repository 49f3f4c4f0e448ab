import type { FieldValue } from "./field-value.ts";
import { cellsByRecord } from "./record-cells.ts";
import { recordTitle } from "./record-identity.ts";

/** What people call the records of a document, by record key; of several with one key the first. */
export function recordTitles(values: readonly FieldValue[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const [, cells] of cellsByRecord(values)) {
    const key = cells[0]?.key ?? "";
    if (key !== "" && !titles.has(key)) titles.set(key, recordTitle({ key, values: cells }));
  }
  return titles;
}

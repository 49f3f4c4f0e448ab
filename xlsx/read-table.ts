import type { TableSnapshot } from "../core/workbook/snapshot.ts";
import { decodeText } from "./decode-text.ts";
import { rangeOf } from "./mend-sheet.ts";
import { attributesOf, elements, firstElement } from "./scan-xml.ts";

/**
 * The Excel Table of a decoded table part. `undefined` for one whose heading row is switched off:
 * such a table is read like the cells around it.
 */
export function readTable(xml: string): TableSnapshot | undefined {
  const element = firstElement(xml, "table");
  if (!element) return undefined;
  const table = attributesOf(element.attributes);
  const range = rangeOf(table.get("ref"));
  if (!range || table.get("headerRowCount") === "0") return undefined;
  return {
    name: table.get("displayName") ?? table.get("name") ?? "",
    range,
    columns: Array.from(elements(element.content, "tableColumn"), ({ attributes }) =>
      decodeText(attributesOf(attributes).get("name") ?? ""),
    ),
    totalsRow: Number(table.get("totalsRowCount") ?? 0) > 0,
  };
}

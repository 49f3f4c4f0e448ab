import type { RecognisedForm } from "../table/recognise-form.ts";
import { isOwnSheet } from "../validation/own-sheets.ts";
import type { WorkbookSnapshot } from "../workbook/snapshot.ts";
import { structureLedger } from "./ledger.ts";
import { structureDocument } from "./structure-document.ts";
import type { StructuredWorkbook } from "./structured-workbook.ts";

/**
 * Turns a recognised workbook into tidy tables (整形). `unclassified` lists every text of the workbook that is in no
 * field, those on sheets that hold no table of the form among them.
 */
export function structureSnapshot(
  { sheets }: WorkbookSnapshot,
  { form, document }: RecognisedForm,
): StructuredWorkbook {
  const structured = structureDocument(document, form);
  const source = { sheets: sheets.filter(({ name, tables }) => !isOwnSheet(name) && tables.length === 0) };
  const open = structureLedger(source, document, structured).filter(({ state }) => state === "unclassified");
  return { ...structured, unclassified: open.map(({ cell, text }) => ({ cell, text })) };
}

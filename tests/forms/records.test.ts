import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documentTables } from "../../core/table/evaluation-document.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import { documentText } from "../support/document-text.ts";
import { ledgerFaults } from "../support/ledger.ts";
import { FORMS } from "../support/sheet.ts";

const SAMPLES = [
  ["kawasaki-evaluation", "kawasaki", [6, 8, 11]],
  ["nerima-action-plan", "nerima", [3, 3, 2, 2, 10]],
  ["ogori-progress", "ogori", [12, 13, 8, 15]],
  ["sendai-projects", "sendai-r5", [8]],
  ["sendai-projects", "sendai-r6", [8]],
] as const;

test.each(SAMPLES)("%s: %s is read whole", async (form, name, counts) => {
  const path = join(import.meta.dirname, "..", "..", "templates", form, "samples", `${name}.xlsx`);
  const workbook = await readXlsxBytes(await readFile(path), `${name}.xlsx`);
  const recognised = recogniseForm(workbook, Object.values(FORMS));
  expect(recognised.form.name).toBe(form);
  expect(documentTables(recognised.document).map(({ records }) => records.length)).toEqual(counts);
  expect(ledgerFaults(workbook, recognised.document)).toEqual([]);
  await expect(documentText(recognised.document)).toMatchFileSnapshot(join(form, `${name}.records.txt`));
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { structureLedger } from "../../../core/structure/ledger.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { readSample, SAMPLES } from "../../support/samples.ts";
import { FORMS } from "../../support/sheet.ts";
import { structuredText } from "../../support/structured-text.ts";

test.each(SAMPLES)("%s: %s becomes tidy tables, and nothing is lost", async (_, name) => {
  const workbook = await readSample(name);
  const { form, document } = recogniseForm(workbook, Object.values(FORMS));
  const structured = structureDocument(document, form);
  const lost = structureLedger(workbook, document, structured).filter(
    ({ state }) => state !== "kept" && state !== "repeated",
  );
  expect(lost).toEqual([]);
  await expect(structuredText(structured)).toMatchFileSnapshot(
    join(import.meta.dirname, "..", "..", "structure", `${name}.tables.txt`),
  );
});

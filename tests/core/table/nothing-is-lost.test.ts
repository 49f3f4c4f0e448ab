import fc from "fast-check";
import { test } from "vitest";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import { disorder, disordered, LAYOUTS } from "../../support/disordered-sheet.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import { FORMS, workbook } from "../../support/sheet.ts";

test.each(Object.keys(LAYOUTS) as (keyof typeof FORMS)[])("%s: every text of the sheet is in the document", (name) => {
  fc.assert(
    fc.property(LAYOUTS[name], disorder, (lines, how) => {
      const book = workbook(disordered(lines, how));
      const document = recogniseDocument(book, FORMS[name]);
      // A sheet without any table of the form is not read at all.
      if (document.parts.length === 0) return;
      const faults = ledgerFaults(book, document);
      if (faults.length > 0) throw new Error(faults.join("\n"));
    }),
    { numRuns: 400 },
  );
});

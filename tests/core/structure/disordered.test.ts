import fc from "fast-check";
import { expect, test } from "vitest";
import { buildReportModel } from "../../../core/report/build-report-model.ts";
import { structureLedger } from "../../../core/structure/ledger.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import { documentTables } from "../../../core/table/evaluation-document.ts";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { cellName } from "../../../core/workbook/address.ts";
import { dataWorkbook } from "../../support/data-workbook.ts";
import { disorder, disordered, LAYOUTS } from "../../support/disordered-sheet.ts";
import { placeless } from "../../support/placeless.ts";
import { FORMS, workbook } from "../../support/sheet.ts";

const NAMES = Object.keys(LAYOUTS) as (keyof typeof FORMS)[];

test.each(NAMES)("%s: every character of the sheet is in a data table", (name) => {
  fc.assert(
    fc.property(LAYOUTS[name], disorder, (lines, how) => {
      const book = workbook(disordered(lines, how));
      const document = recogniseDocument(book, FORMS[name]);
      if (document.parts.length === 0) return;
      const structured = structureDocument(document, FORMS[name]);
      const unclassified = new Set(structured.unclassified.map(({ cell }) => cellName(cell)));
      const faults = structureLedger(book, document, structured).filter(({ state, cell }) =>
        // What no field takes is listed; anything else that has no place is lost.
        state === "unclassified" ? !unclassified.has(cellName(cell)) : state === "altered",
      );
      expect(faults).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each(NAMES)("%s: the data tables give the same document and report", (name) => {
  fc.assert(
    fc.property(LAYOUTS[name], disorder, (lines, how) => {
      const form = FORMS[name];
      const document = recogniseDocument(workbook(disordered(lines, how)), form);
      if (documentTables(document).every(({ records }) => records.every(({ kind }) => kind !== "record"))) return;
      const again = recogniseForm(dataWorkbook(structureDocument(document, form)), [form]).document;
      // What a merge over a year's column or another kind of row says of the row above is not kept.
      const left = ["inherited"];
      expect(placeless(again, left)).toEqual(placeless(document, left));
      const options = { issuedOn: "2026-04-01", workbook: "元", unconfirmed: false };
      const model = (of: typeof document) => placeless(buildReportModel(form, of, options));
      expect(model(again)).toEqual(model(document));
    }),
    { numRuns: 300 },
  );
});

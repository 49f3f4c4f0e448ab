import fc from "fast-check";
import { expect, test } from "vitest";
import { buildReportModel } from "../../../core/report/build-report-model.ts";
import { structureLedger } from "../../../core/structure/ledger.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import type { StructuredRow, StructuredWorkbook } from "../../../core/structure/structured-workbook.ts";
import { documentTables } from "../../../core/table/evaluation-document.ts";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { checkStandard } from "../../../core/validation/check-standard.ts";
import { cellName, qualifiedCellName } from "../../../core/workbook/address.ts";
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

/** Rules on what people write into cells, and into the headings of columns that no form knows. */
const OF_CONTENT: readonly string[] = ["number-with-unit", "year-without-gregorian"];

test.each(NAMES)("%s: the data tables are machine-readable, and no figure is invented", (name) => {
  fc.assert(
    fc.property(LAYOUTS[name], disorder, (lines, how) => {
      const book = workbook(disordered(lines, how));
      const document = recogniseDocument(book, FORMS[name]);
      if (document.parts.length === 0) return;
      const structured = structureDocument(document, FORMS[name]);
      const { open } = checkStandard(dataWorkbook(withRowsOnly(structured))).result;
      expect(open.filter(({ ruleId }) => !OF_CONTENT.includes(ruleId))).toEqual([]);
      const texts = new Map(
        book.sheets.flatMap(({ name: sheet, cells }) =>
          cells.map((cell) => [qualifiedCellName({ sheet, ...cell }), cell.text] as const),
        ),
      );
      for (const row of indicatorsOf(structured)) {
        const text = texts.get(String(row.sourceCell?.value)) ?? "";
        const said = [row.sourceText, row.subject, row.label, row.unit].flatMap((cell) => cell?.text ?? []);
        expect(said.filter((words) => !text.includes(words))).toEqual([]);
        expect(text.normalize("NFKC")).toContain(String(row.value?.value));
      }
    }),
    { numRuns: 200 },
  );
});

/** A table without rows is one blank line on its sheet. */
function withRowsOnly(structured: StructuredWorkbook): StructuredWorkbook {
  return { ...structured, tables: structured.tables.filter(({ rows }) => rows.length > 0) };
}

function indicatorsOf({ tables }: StructuredWorkbook): readonly StructuredRow[] {
  return tables.find(({ title }) => title === "指標")?.rows ?? [];
}

/** Layouts that were once read back wrongly: a group whose title stands above a row of costs. */
const ONCE_WRONG: Readonly<Partial<Record<(typeof NAMES)[number], Parameters<typeof disordered>>>> = {
  "nerima-action-plan": [
    [
      [null, "No. 8 - 1", "<", "年度別の取組計画", "<", "<", "<"],
      [null, "令和3年度目標", "現況", "令和元年度", "令和2年度", "令和3年度", "計"],
      ["① 支援の充実", "<", "<", "<", "<", "<", "<", "<"],
      ["A", "A", "A", "事業費", "A", "A", "A", "A"],
      ["A", "A", "A", "A", "A", "A", "A", "A"],
    ],
    { row: 2, column: 2, removed: 6, strewn: [], merges: [{ top: 2, left: 3, rows: 1, columns: 0 }], beside: true },
  ],
};

test.each(NAMES)("%s: the data tables give the same document and report", (name) => {
  const known = ONCE_WRONG[name];
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
    { numRuns: 300, examples: known ? [known] : [] },
  );
});

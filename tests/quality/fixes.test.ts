import { join } from "node:path";
import { expect, test } from "vitest";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import type { CellEdit, Diagnostic } from "../../core/validation/diagnostic.ts";
import { mergeEdits } from "../../core/validation/merge-edits.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import { validate } from "../../core/validation/validate.ts";
import { cellName } from "../../core/workbook/address.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { loadDictionaries } from "../../renderer/forms/load-dictionaries.ts";
import { BUILT_IN_TEMPLATES, findForm, loadForms, type FormFolder } from "../../renderer/forms/load-forms.ts";
import { SAMPLES } from "../../renderer/quality/sample-diagnostics.ts";
import { readXlsx } from "../../renderer/workbook/read-xlsx.ts";

const forms = loadForms();

/** The edits of all fixes that keep the meaning. */
function fixEdits(workbook: WorkbookSnapshot, folder: FormFolder): readonly CellEdit[] {
  const { form, document } = recogniseForm(workbook, [folder.definition], folder.definition);
  const { diagnostics } = validate({ workbook, form, document, dictionaries: loadDictionaries(folder) }, RULES);
  const edits = ({ fixes }: Diagnostic) => fixes.find(({ kind }) => kind === "fix")?.edits ?? [];
  return mergeEdits(diagnostics.flatMap(edits)).edits;
}

function edited(workbook: WorkbookSnapshot, edits: readonly CellEdit[]): WorkbookSnapshot {
  const values = new Map(edits.map(({ sheet, address, value }) => [`${sheet}!${address}`, value]));
  return {
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const value = values.get(`${sheet.name}!${cellName(cell)}`);
        return value === undefined ? cell : { ...cell, value, text: String(value ?? "") };
      }),
    })),
  };
}

function digits(workbook: WorkbookSnapshot): string {
  return workbook.sheets
    .flatMap(({ cells }) => cells.map(({ text }) => text.normalize("NFKC").replace(/\D+/gu, "")))
    .join(" ");
}

test.each(SAMPLES)(
  "$document: all fixes made, nothing is left to fix and no digit is lost",
  async ({ document, form }) => {
    const folder = findForm(forms, form);
    const original = await readXlsx(join(BUILT_IN_TEMPLATES, form, "samples", `${document}.xlsx`));
    let workbook = original;
    for (let round = 0; round < 4; round++) workbook = edited(workbook, fixEdits(workbook, folder));
    expect(fixEdits(workbook, folder)).toEqual([]);
    expect(digits(workbook)).toBe(digits(original));
  },
);

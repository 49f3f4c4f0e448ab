import { expect } from "vitest";
import type { DocumentPart, EvaluationTable } from "../../core/table/evaluation-document.ts";
import { documentUnits, type DocumentUnit } from "../../core/validation/document-units.ts";
import { narrowContext } from "../../core/validation/live-check.ts";
import type { Rule } from "../../core/validation/rule.ts";
import { ruleContext, validate, type ValidationInput } from "../../core/validation/validate.ts";
import { CellSet } from "../../core/workbook/cell-index.ts";

/** The units of a document, those that share a cell together. */
function groupsOf(units: readonly DocumentUnit[]): DocumentUnit[][] {
  const groups: { readonly cells: CellSet; readonly units: DocumentUnit[] }[] = [];
  for (const unit of units) {
    const cells = "text" in unit.part ? [unit.part.text.cell] : unit.values.map(({ cell }) => cell);
    const joined = groups.filter((group) => cells.some((cell) => group.cells.has(cell)));
    const own = { cells: new CellSet(), units: [...joined.flatMap((group) => group.units), unit] };
    for (const { part, values } of own.units) {
      for (const cell of "text" in part ? [part.text.cell] : values.map((value) => value.cell)) own.cells.add(cell);
    }
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(own);
  }
  return groups.map((group) => group.units);
}

/** Some units of an input, as if nothing else had ever been there. */
function alone(input: ValidationInput, units: readonly DocumentUnit[]): ValidationInput {
  const whole = ruleContext(input);
  const { values, texts, tables } = narrowContext(whole, units);
  const narrowed = new Map(whole.tables.map((table, i) => [table, tables[i]!]));
  const tableOf = (table: EvaluationTable) => narrowed.get(table) ?? table;
  const kept = new CellSet();
  for (const { cell } of values) kept.add(cell);
  for (const { text } of texts) kept.add(text.cell);
  const parts = input.document.parts.flatMap((part): DocumentPart[] => {
    if (part.kind === "table") return [{ ...part, table: tableOf(part.table) }];
    return texts.includes(part) ? [part] : [];
  });
  const sheets = input.workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.filter(({ row, column }) => kept.has({ sheet: sheet.name, row, column })),
  }));
  return {
    ...input,
    workbook: { sheets },
    document: { ...input.document, parts },
    values: values.map((value) => ({ ...value, table: tableOf(value.table) })),
  };
}

/** Expects rules of scope `record` to say of a document what they say of its records and texts one by one. */
export function expectSameAlone(input: ValidationInput, rules: readonly Rule[]): void {
  const groups = groupsOf(documentUnits(ruleContext(input))).map((units) => alone(input, units));
  for (const rule of rules.filter(({ meta }) => meta.scope === "record")) {
    const whole = shown(input);
    expect(groups.flatMap(shown).sort(), rule.meta.id).toEqual(whole.sort());

    function shown(part: ValidationInput): string[] {
      const { diagnostics, faults } = validate(part, [rule]);
      expect(faults).toEqual([]);
      return diagnostics.map((item) => JSON.stringify(item));
    }
  }
}

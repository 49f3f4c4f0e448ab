import type { CellValidation, ValidationRule } from "../../core/workbook/sheet-description.ts";

/** The sheets that are made together, by the keys of their descriptions. */
export type SheetsByKey = ReadonlyMap<string, Excel.Worksheet>;

const alertTitle = "入力の確認";

/** Queues the dropdown or the limits of a range, and the message beside it. */
export function setValidation(
  { dataValidation }: Excel.Range,
  { rule, prompt }: CellValidation,
  sheets: SheetsByKey,
): void {
  if (rule) {
    dataValidation.rule = officeRule(rule, sheets);
    dataValidation.ignoreBlanks = true;
    const style = rule.kind === "list" || rule.kind === "listed" ? "Stop" : "Warning";
    dataValidation.errorAlert = { showAlert: true, style, title: alertTitle, message: rule.error };
  }
  if (prompt) dataValidation.prompt = { showPrompt: true, ...prompt };
}

function officeRule(rule: ValidationRule, sheets: SheetsByKey): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.choices.join(",") } };
    case "listed": {
      const { key, column, first, last } = rule.on;
      const source = sheets.get(key)!.getRangeByIndexes(first - 1, column - 1, last - first + 1, 1);
      return { list: { inCellDropDown: true, source } };
    }
    case "length":
      return { textLength: { formula1: rule.maximum, operator: "LessThanOrEqualTo" } };
    case "date":
      return { date: between(rule) };
    case "whole":
      return { wholeNumber: between(rule) };
    case "decimal":
      return { decimal: between(rule) };
  }
}

function between<Value>({ minimum, maximum }: { readonly minimum: Value; readonly maximum: Value }) {
  return { formula1: minimum, formula2: maximum, operator: "Between" } as const;
}

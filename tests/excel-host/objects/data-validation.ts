import type ExcelJS from "exceljs";
import { cellName } from "../../../core/workbook/address.ts";
import { absoluteName, numbers, quotedSheet } from "../model/areas.ts";
import { invalidArgument } from "../model/host-error.ts";
import type { Place } from "../model/place.ts";
import { type HostObject, isHostObject } from "./host-object.ts";
import { type Validation, validationStore } from "../model/validation-store.ts";

/** Excel refuses a longer list that is written out in the rule. */
const longestList = 255;

/** ExcelJS does not declare the kind of a rule that only has a message. */
const anything = "any" as unknown as ExcelJS.DataValidation["type"];

const operators: Readonly<Record<string, ExcelJS.DataValidationOperator>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};
/** The kinds of rules in office.js, and their names in a file. */
const kinds: Readonly<Record<string, Validation["type"]>> = {
  wholeNumber: "whole",
  decimal: "decimal",
  textLength: "textLength",
  date: "date",
  time: "time" as Validation["type"],
};
const typeNames: Readonly<Record<string, string>> = {
  list: "List",
  custom: "Custom",
  whole: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
};

/** What may be typed into the cells of a range. */
export function dataValidation(place: Place): HostObject {
  const change = (part: Validation): void => {
    place.sheet.assertAllowed("allowFormatCells");
    // An input message alone is a rule that allows everything.
    changeValidations(place, (old) => ({ type: anything, formulae: [], ...old, ...part }));
    place.sheet.book.undo.record(place.sheet.book.actor, `validation ${place.sheet.name}`);
  };
  const first = (): Validation => validationsOf(place)[0] ?? {};
  return {
    kind: "DataValidation",
    properties: {
      Type: () => typeOf(validationsOf(place)),
      Rule: () => ruleOf(first()),
      IgnoreBlanks: () => first().allowBlank ?? true,
      Prompt: () => ({
        showPrompt: first().showInputMessage === true,
        title: first().promptTitle ?? "",
        message: first().prompt ?? "",
      }),
      ErrorAlert: () => alertOf(first()),
    },
    setters: {
      Rule: (rule: ValidationRule) => {
        change({ allowBlank: true, showErrorMessage: true, showInputMessage: true, ...fileRule(rule) });
      },
      IgnoreBlanks: (allowBlank: boolean) => {
        change({ allowBlank });
      },
      Prompt: (prompt: Excel.DataValidationPrompt) => {
        change({ showInputMessage: prompt.showPrompt, promptTitle: prompt.title, prompt: prompt.message });
      },
      ErrorAlert: (alert: Excel.DataValidationErrorAlert) => {
        const { showAlert, style, title, message } = alert;
        change({ showErrorMessage: showAlert, errorStyle: style.toLowerCase(), errorTitle: title, error: message });
      },
    },
    methods: {
      Clear: () => {
        changeValidations(place, () => undefined);
        return null;
      },
    },
  };
}

interface Comparison {
  readonly operator?: string;
  readonly formula1: unknown;
  readonly formula2?: unknown;
}

interface ValidationRule {
  readonly list?: { readonly inCellDropDown?: boolean; readonly source: unknown };
  readonly custom?: { readonly formula: unknown };
  readonly [kind: string]: unknown;
}

function fileRule(rule: ValidationRule): Validation {
  if (rule.list) return { type: "list", formulae: [listFormula(rule.list.source)] };
  if (rule.custom) return { type: "custom", formulae: [formulaText(rule.custom.formula)] };
  const kind = Object.keys(rule).find((name) => name in kinds);
  if (kind === undefined) throw invalidArgument("the rule has no kind");
  const { operator = "Between", formula1, formula2 } = rule[kind] as Comparison;
  if (!(operator in operators)) throw invalidArgument(`there is no operator 「${operator}」`);
  const formulae = [formula1, ...(formula2 === undefined ? [] : [formula2])].map(formulaText);
  return { type: kinds[kind]!, operator: operators[operator]!, formulae };
}

function listFormula(source: unknown): string {
  if (isHostObject(source) || (typeof source === "string" && source.startsWith("=")))
    return String(formulaText(source));
  const list = String(source);
  if (list.length > longestList) throw invalidArgument(`a list of more than ${longestList} characters`);
  return `"${list}"`;
}

function formulaText(formula: unknown): string | number {
  if (typeof formula === "number") return formula;
  if (isHostObject(formula) && formula.place) {
    const { sheet, area } = formula.place;
    return `${quotedSheet(sheet.name)}!${absoluteName(area)}`;
  }
  const text = String(formula).replace(/^=/u, "");
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

function ruleOf({ type, formulae, operator }: Validation): object {
  if (type === undefined || type === anything || !formulae) return {};
  const [first = "", second] = formulae as readonly unknown[];
  const written = (formula: unknown): unknown => (typeof formula === "number" ? formula : `=${String(formula)}`);
  if (type === "list") {
    const list = String(first);
    return { list: { inCellDropDown: true, source: /^".*"$/su.test(list) ? list.slice(1, -1) : `=${list}` } };
  }
  if (type === "custom") return { custom: { formula: written(first) } };
  const kind = Object.keys(kinds).find((name) => kinds[name] === type) ?? type;
  const name = Object.keys(operators).find((key) => operators[key] === (operator ?? "between"));
  return {
    [kind]: { formula1: written(first), ...(second !== undefined && { formula2: written(second) }), operator: name },
  };
}

function alertOf({ showErrorMessage, errorStyle = "stop", errorTitle, error }: Validation): object {
  const style = errorStyle.charAt(0).toUpperCase() + errorStyle.slice(1);
  return { showAlert: showErrorMessage !== false, style, title: errorTitle ?? "", message: error ?? "" };
}

function typeOf(validations: readonly (Validation | undefined)[]): string {
  const types = new Set(validations.map((validation) => typeNames[validation?.type ?? ""] ?? "None"));
  return types.size === 1 ? [...types][0]! : "Inconsistent";
}

function validationsOf(place: Place): (Validation | undefined)[] {
  const store = validationStore(place.sheet);
  return addressesOf(place).map((address) => store.find(address));
}

function changeValidations(place: Place, next: (old: Validation) => Validation | undefined): void {
  const store = validationStore(place.sheet);
  for (const address of addressesOf(place)) {
    const validation = next(store.find(address) ?? {});
    if (validation) store.add(address, validation);
    else store.remove(address);
  }
}

function addressesOf({ sheet, area }: Place): string[] {
  const { top, left, bottom, right } = sheet.bounded(area) ?? area;
  return numbers(top, bottom).flatMap((row) => numbers(left, right).map((column) => cellName({ row, column })));
}

import type ExcelJS from "exceljs";
import { choices } from "../../core/structure/describe-tables.ts";
import type { StructuredColumn } from "../../core/structure/structured-workbook.ts";
import { columnLetters } from "../../core/workbook/address.ts";

/** ExcelJS takes validations of ranges here, which its types leave out; `any` only shows its input message. */
interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: object): void };
}

/** Longest list that Excel takes as a text. */
const INLINE_LIST = 255;
/** Longest input message of Excel. */
const PROMPT = 255;

const NOTES: Readonly<Record<StructuredColumn["purpose"], string>> = {
  value: "",
  identity: "表どうしをつなぐ番号です。変えないでください。",
  copy: "見やすさのための写しです。直すときは元の表を直してください。",
  computed: "ほかの値から作った値です。ここを直しても反映されません。",
  source: "様式のどこにあったかを示します。",
};

/**
 * Gives each column of a data table its dropdown, its limits and its input message, one validation a range: set cell by
 * cell, ExcelJS joins them into ranges that overlap.
 * @param listOf a reference to the cells that hold a column's choices, for lists too long for one text.
 */
export function addValidations(
  worksheet: ExcelJS.Worksheet,
  columns: readonly StructuredColumn[],
  rows: number,
  listOf: (column: StructuredColumn) => string | undefined,
): void {
  const { dataValidations } = worksheet as ExcelJS.Worksheet & RangeValidations;
  columns.forEach((column, i) => {
    const rule = ruleOf(column, listOf(column));
    const prompt = promptOf(column);
    if (!rule && prompt === "") return;
    const letters = columnLetters(i + 1);
    dataValidations.add(`${letters}2:${letters}${rows + 1}`, {
      allowBlank: true,
      ...(rule ?? { type: "any" }),
      ...(prompt === "" ? {} : { showInputMessage: true, promptTitle: column.title.slice(0, 32), prompt }),
    });
  });
}

function promptOf({ purpose, constraints, description = "" }: StructuredColumn): string {
  const required = purpose === "value" && constraints?.required ? "※必須です。" : "";
  return `${required}${NOTES[purpose]}${description}`.slice(0, PROMPT);
}

function ruleOf(column: StructuredColumn, list: string | undefined): object | undefined {
  if (column.purpose !== "value") return undefined;
  const { type, constraints = {} } = column;
  const found = choices(column);
  if (found.length > 0) {
    const inline = found.join(",");
    const isShort = inline.length <= INLINE_LIST && !found.some((choice) => /[",]/u.test(choice));
    const formula = isShort ? `"${inline}"` : list;
    if (formula === undefined) return undefined;
    return { type: "list", formulae: [formula], showErrorMessage: true, error: "一覧から選んでください。" };
  }
  const { minimum, maximum, maxLength } = constraints;
  if (type === "integer" || type === "number" || type === "year") {
    // What the form sheet had stays; a new value that is no number is asked about.
    const between = { operator: "between", formulae: [minimum ?? -1e15, maximum ?? 1e15] };
    const kind = type === "number" ? "decimal" : "whole";
    return { type: kind, ...between, showErrorMessage: true, errorStyle: "warning", error: "数だけを入れてください。" };
  }
  if (maxLength === undefined) return undefined;
  return {
    type: "textLength",
    operator: "lessThanOrEqual",
    formulae: [maxLength],
    showErrorMessage: true,
    errorStyle: "warning",
    error: `${maxLength} 文字までです。`,
  };
}

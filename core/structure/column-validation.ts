import type { CellValidation, ValidationRule } from "../workbook/sheet-description.ts";
import { choices } from "./describe-tables.ts";
import type { StructuredColumn } from "./structured-workbook.ts";

/** Longest list that Excel takes as a text. */
const INLINE_LIST = 255;
/** Longest input message of Excel. */
const PROMPT = 255;
/** Longest heading of an input message. */
const PROMPT_TITLE = 32;

const NOTES: Readonly<Record<StructuredColumn["purpose"], string>> = {
  value: "",
  identity: "表どうしをつなぐ番号です。変えないでください。",
  copy: "見やすさのための写しです。直すときは元の表を直してください。",
  computed: "ほかの値から作った値です。ここを直しても反映されません。",
  source: "様式のどこにあったかを示します。",
};

/** The cells of a sheet that list the choices of a column. */
export type ChoicePlace = Extract<ValidationRule, { kind: "listed" }>["on"];

/**
 * The dropdown, the limits and the input message of a column of a data table.
 * @param listedOn the cells that hold the column's choices, for lists too long for one text.
 */
export function columnValidation(
  column: StructuredColumn,
  listedOn: ChoicePlace | undefined,
): CellValidation | undefined {
  const rule = ruleOf(column, listedOn);
  const message = promptOf(column);
  if (!rule && message === "") return undefined;
  return {
    ...(rule ? { rule } : {}),
    ...(message === "" ? {} : { prompt: { title: column.title.slice(0, PROMPT_TITLE), message } }),
  };
}

function promptOf({ purpose, constraints, description = "" }: StructuredColumn): string {
  const required = purpose === "value" && constraints?.required ? "※必須です。" : "";
  return `${required}${NOTES[purpose]}${description}`.slice(0, PROMPT);
}

function ruleOf(column: StructuredColumn, listedOn: ChoicePlace | undefined): ValidationRule | undefined {
  if (column.purpose !== "value") return undefined;
  const { type, constraints = {} } = column;
  const found = choices(column);
  if (found.length > 0) return listRule(found, listedOn);
  const { minimum = -1e15, maximum = 1e15, maxLength } = constraints;
  if (type === "integer" || type === "number" || type === "year") {
    // What the form sheet had stays; a new value that is no number is asked about.
    return { kind: type === "number" ? "decimal" : "whole", minimum, maximum, error: "数だけを入れてください。" };
  }
  if (maxLength === undefined) return undefined;
  return { kind: "length", maximum: maxLength, error: `${maxLength} 文字までです。` };
}

function listRule(found: readonly string[], on: ChoicePlace | undefined): ValidationRule | undefined {
  const error = "一覧から選んでください。";
  const isShort = found.join(",").length <= INLINE_LIST && !found.some((choice) => /[",]/u.test(choice));
  if (isShort) return { kind: "list", choices: found, error };
  return on && { kind: "listed", on, error };
}

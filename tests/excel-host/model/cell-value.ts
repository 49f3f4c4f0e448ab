import type ExcelJS from "exceljs";
import { days1904 } from "../../../core/workbook/serial-date.ts";

/** What Excel's object model says about a cell, from what ExcelJS read. */
export interface HostCell {
  readonly value: string | number | boolean;
  readonly valueType: "Empty" | "String" | "Double" | "Boolean" | "Error";
  readonly formula: string | number | boolean;
  readonly numberFormat: string;
}

const dayMilliseconds = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);
const emptyCell: HostCell = { value: "", valueType: "Empty", formula: "", numberFormat: "General" };

/** The cell as Excel shows it to an add-in: all but the first cell of a merge are empty. */
export function hostCell(cell: ExcelJS.Cell | undefined, date1904: boolean): HostCell {
  if (!cell || (cell.isMerged && cell.master !== cell)) return emptyCell;
  const value = plainValue(cell.value, date1904);
  // The type of ExcelJS does not say that a cell may have no format.
  const numberFormat = (cell.numFmt as string | undefined) ?? "General";
  const formula = cell.formula ? `=${cell.formula}` : value;
  return { value, valueType: valueType(cell.value, value), formula, numberFormat };
}

function plainValue(value: unknown, date1904: boolean): HostCell["value"] {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return (value.getTime() - epoch) / dayMilliseconds - (date1904 ? days1904 : 0);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object") throw new TypeError(`unexpected value of type ${typeof value}`);
  if ("error" in value) return String(value.error);
  if ("richText" in value) return (value.richText as readonly { text: string }[]).map(({ text }) => text).join("");
  // Nothing is calculated here. ExcelJS does not tell an empty result, which saved workbooks have, from a missing one.
  if ("formula" in value || "sharedFormula" in value) return plainResult(value, date1904);
  if ("text" in value) return plainValue(value.text, date1904);
  throw new TypeError("unexpected value");
}

function plainResult(value: object, date1904: boolean): HostCell["value"] {
  return "result" in value && value.result !== undefined ? plainValue(value.result, date1904) : "";
}

function valueType(source: unknown, value: HostCell["value"]): HostCell["valueType"] {
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  if (isError(source)) return "Error";
  return value === "" ? "Empty" : "String";
}

function isError(source: unknown): boolean {
  if (typeof source !== "object" || source === null) return false;
  return "error" in source || ("result" in source && isError(source.result));
}

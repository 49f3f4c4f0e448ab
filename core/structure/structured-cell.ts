import type { FieldDefinition } from "../form/form-definition.ts";
import type { SourcedValue } from "../table/evaluation-document.ts";
import { findQuantities } from "../text/quantity.ts";
import type { CellValue } from "../workbook/snapshot.ts";
import type { StructuredCell } from "./structured-workbook.ts";

/**
 * A value of the form sheet as a cell of a data table; nothing for a blank.
 * @param hasUnitColumn a cell that is one quantity (12人) becomes its number; the unit goes into the column beside.
 */
export function structuredCell(
  sourced: SourcedValue | undefined,
  type: FieldDefinition["type"],
  hasUnitColumn = false,
): StructuredCell | undefined {
  if (!sourced || (sourced.text === "" && sourced.value === null)) return undefined;
  const { cell, text, inherited } = sourced;
  const place = { source: cell, ...(inherited ? { inherited } : {}) };
  const content = contentOf(sourced, text, type);
  return { ...(hasUnitColumn ? withOwnUnit(content) : content), ...place };
}

/** A cell that no cell of the form sheet gives: a number, a copy, a result. */
export function madeCell(value: CellValue): StructuredCell {
  return { value, text: value === null ? "" : String(value) };
}

/** Whether a value was a text and stands in its data table as a number. */
export function isNormalised({ value }: SourcedValue, cell: StructuredCell): boolean {
  return typeof value === "string" && typeof cell.value === "number";
}

type Content = Pick<StructuredCell, "value" | "text" | "format" | "unit">;

/** Longest text that is looked at as one quantity. */
const QUANTITY_LENGTH = 30;

/** 1か所 → 1 and か所; 12 shown as 12人 keeps its format. What more than a number and a unit says stays a text. */
function withOwnUnit(content: Content): Content {
  const { value, text } = content;
  if (typeof value === "number") {
    const unit = /^-?[\d,.]+(\P{N}+)$/u.exec(text)?.[1]?.trim() ?? "";
    // 98% is 0.98.
    return unit === "" || unit === "%" ? content : { ...content, unit };
  }
  if (typeof value !== "string" || text.length > QUANTITY_LENGTH || !/^\s*[0-9０-９]/u.test(text)) return content;
  const written = text.trim().replace(/^([0-9０-９,，.．]+)\s+(?=\D)/u, "$1");
  const [quantity, ...others] = findQuantities(written);
  if (!quantity || others.length > 0 || quantity.start > 0 || quantity.end < written.length) return content;
  if (quantity.unit === "" || quantity.ordinal || quantity.approximate) return content;
  const digits = written.slice(0, quantity.numberEnd);
  const number = writtenNumber(digits);
  return number === undefined ? content : { ...numberContent(number, digits), unit: quantity.unit };
}

function contentOf({ value, date }: SourcedValue, text: string, type: FieldDefinition["type"]): Content {
  if (typeof value === "number") {
    if (String(value) === text) return { value, text };
    const format = date === undefined ? numberFormat(value, text) : undefined;
    // What no format shows, a date above all, stays as people read it.
    return format === undefined ? { value: text, text } : { value, text, format };
  }
  if (typeof value === "string" && (type === "integer" || type === "number")) {
    const number = writtenNumber(text);
    if (number !== undefined) return numberContent(number, text);
  }
  return { value: text, text };
}

/** A number keeps the commas that people wrote; full width and spaces go. */
function numberContent(value: number, written: string): Content {
  const plain = written.normalize("NFKC").trim();
  if (String(value) === plain) return { value, text: plain };
  const format = numberFormat(value, plain);
  return format === undefined ? { value, text: String(value) } : { value, text: plain, format };
}

/** `1,234`, `３.５`, `-2` → a number; anything with a unit or a sign for none is not. */
function writtenNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC").trim();
  if (!/^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u.test(plain)) return undefined;
  // 007 is a code.
  return /^-?0\d/u.test(plain) ? undefined : Number(plain.replaceAll(",", ""));
}

/** The number format that shows a number as it was shown: 98%, 1,234, △5, 12人. */
export function numberFormat(value: number, text: string): string | undefined {
  const match = /^([^\d-]*)(-?)(\d[\d,]*)(?:\.(\d+))?(%?)([^\d]*)$/u.exec(text);
  if (!match) return undefined;
  const [, before = "", minus = "", whole = "", decimals = "", percent = "", after = ""] = match;
  const digits = whole.includes(",") ? "#,##0" : "0";
  const number = `${digits}${decimals === "" ? "" : `.${"0".repeat(decimals.length)}`}${percent}`;
  const size = Math.abs(value) * (percent === "" ? 1 : 100);
  if (size.toFixed(decimals.length) !== `${whole.replaceAll(",", "")}${decimals === "" ? "" : `.${decimals}`}`) {
    return undefined;
  }
  if (whole.includes(",") && whole !== Number(whole.replaceAll(",", "")).toLocaleString("en-US")) return undefined;
  const format = `${quoted(before)}${number}${quoted(after)}`;
  if (minus === "" && value < 0) return `${number};${format}`;
  return (minus !== "") === value < 0 ? format : undefined;
}

function quoted(literal: string): string {
  return literal === "" ? "" : `"${literal.replaceAll('"', '""')}"`;
}

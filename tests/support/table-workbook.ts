import { xlsxPackage } from "./xlsx-package.ts";

/** Headings of the form `sendai-projects`, the plainest of the built-in ones: one table, one record a row. */
export const projectHeadings = [
  "事業名",
  "事業概要及び計画内容",
  "令和5年度実績(件数等)",
  "実績に対する評価",
  "担当局",
] as const;

/** A text, or a formula with the error that Excel kept as its result. */
export type TestCell = string | { readonly formula: string; readonly error: string };

/** One sheet with the rows as cells, from A1 on. Characters that XML cannot hold are written as Excel does. */
export function tableWorkbook(rows: readonly (readonly TestCell[])[], sheetName = "実績"): Uint8Array {
  const xml = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((value, c) => cell(value, `${columnName(c)}${i + 1}`)).join("")}</row>`,
  );
  return xlsxPackage({ sheets: [`<sheetData>${xml.join("")}</sheetData>`], sheetNames: [escapeXml(sheetName)] });
}

/** A workbook of `sendai-projects` with a title and a record for each text, which stands in the column of results. */
export function projectWorkbook(results: readonly TestCell[], sheetName?: string): Uint8Array {
  const records = results.map((text, i) => [`事業${i + 1}`, `計画${i + 1}`, text, `評価${i + 1}`, "子供未来局"]);
  return tableWorkbook([["主な施策事業の実績"], [], projectHeadings, ...records], sheetName);
}

function cell(value: TestCell, address: string): string {
  if (value === "") return "";
  if (typeof value === "object") return `<c r="${address}" t="e"><f>${value.formula}</f><v>${value.error}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** `0` → `A`. */
function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(
      /\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,
      (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

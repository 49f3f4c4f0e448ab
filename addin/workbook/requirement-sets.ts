/** A requirement set of Office.js and what of it the reading of a workbook uses. */
export interface RequirementSet {
  readonly name: "ExcelApi";
  readonly version: string;
  readonly reason: string;
}

/** What an Excel must offer to be read. Excel LTSC 2021 has ExcelApi 1.14. */
export const readingRequirements: readonly RequirementSet[] = [
  { name: "ExcelApi", version: "1.1", reason: "values, texts, formulas, number formats, Tables" },
  { name: "ExcelApi", version: "1.2", reason: "hidden rows and columns; worksheet functions, to show numbers in full" },
  { name: "ExcelApi", version: "1.4", reason: "sheets without a used range" },
  { name: "ExcelApi", version: "1.9", reason: "properties of many rows, columns and cells in one answer" },
  { name: "ExcelApi", version: "1.13", reason: "merged cells" },
];

/** A requirement set of Office.js and what of it this program uses. */
export interface RequirementSet {
  readonly name: "ExcelApi";
  readonly version: string;
  readonly reason: string;
}

/** What an Excel must offer. Excel LTSC 2021 has ExcelApi 1.14. */
export const requirementSets: readonly RequirementSet[] = [
  { name: "ExcelApi", version: "1.1", reason: "values, texts, formulas, number formats, Tables, looks of cells" },
  { name: "ExcelApi", version: "1.2", reason: "hidden rows and columns; worksheet functions, to show numbers in full" },
  { name: "ExcelApi", version: "1.4", reason: "sheets that may not be there, and those without a used range" },
  { name: "ExcelApi", version: "1.7", reason: "protection, frozen rows, events of sheets" },
  { name: "ExcelApi", version: "1.8", reason: "dropdowns, limits and input messages of cells" },
  {
    name: "ExcelApi",
    version: "1.9",
    reason: "properties of many cells in one answer; printing; events of all sheets",
  },
  { name: "ExcelApi", version: "1.11", reason: "events of sorting and of hidden rows" },
  { name: "ExcelApi", version: "1.13", reason: "merged cells" },
];

/** What is used where it is there. */
export const optionalSets: readonly RequirementSet[] = [
  { name: "ExcelApi", version: "1.14", reason: "says of a change whether this pane made it" },
  { name: "ExcelApi", version: "1.17", reason: "events of renamed, moved, hidden sheets" },
];

/** Whether this Excel has a version of ExcelApi. */
export function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

import type { Rule } from "../rule.ts";
import { cellsMerged } from "./cells-merged.ts";
import { formulaInData } from "./formula-in-data.ts";
import { headingBlank } from "./heading-blank.ts";
import { headingDuplicate } from "./heading-duplicate.ts";
import { numberWithUnit } from "./number-with-unit.ts";
import { rowsHidden } from "./rows-hidden.ts";
import { sheetRowsBlank } from "./sheet-rows-blank.ts";
import { sheetTablesSeveral } from "./sheet-tables-several.ts";
import { sheetTextOutsideTable } from "./sheet-text-outside-table.ts";
import { tableNotAtTop } from "./table-not-at-top.ts";
import { yearWithoutGregorian } from "./year-without-gregorian.ts";

/** What a workbook can answer of デジタル庁「行政データにおける機械可読性に関するルール」; any sheet, with or without a form. */
export const machineReadabilityRules: readonly Rule[] = [
  sheetTablesSeveral,
  sheetRowsBlank,
  sheetTextOutsideTable,
  headingBlank,
  cellsMerged,
  rowsHidden,
  numberWithUnit,
  headingDuplicate,
  formulaInData,
  tableNotAtTop,
  yearWithoutGregorian,
];

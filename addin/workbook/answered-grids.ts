/** What Excel answers for the cells of a range, row by row: Office.js does not say that each may come back as `null`. */
export interface AnsweredGrids {
  readonly values: unknown[][] | null;
  readonly valueTypes: string[][] | null;
  readonly text: string[][] | null;
  readonly formulas: unknown[][] | null;
  readonly numberFormat: unknown[][] | null;
}

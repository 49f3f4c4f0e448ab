/**
 * Runs work on the open workbook. While somebody types into a cell Excel refuses every call: the work waits for the end
 * of that, where Excel can wait; otherwise it fails with `InvalidOperationInCellEditMode`.
 */
export function runExcel<Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  return Excel.run({ delayForCellEdit: true }, work);
}

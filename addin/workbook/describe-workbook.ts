/** What a workbook says of itself. */
export interface WorkbookDescription {
  /** With its ending: `評価表.xlsx`. */
  readonly name: string;
  readonly isReadOnly: boolean;
}

/** The name of the open workbook, and whether it may be changed. One sync. */
export async function describeWorkbook(context: Excel.RequestContext): Promise<WorkbookDescription> {
  const workbook = context.workbook.load(["name", "readOnly"]);
  await context.sync();
  return { name: workbook.name, isReadOnly: workbook.readOnly };
}

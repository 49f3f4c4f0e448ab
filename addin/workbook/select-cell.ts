import { parseRange } from "../../core/workbook/address.ts";
import { rangeAt } from "./range-area.ts";

/** Why nothing was selected: there is no such sheet or cell; the sheet is hidden. */
export type Selection = "selected" | "missing" | "hidden";

/** Shows a cell: activates its sheet and selects it, by address, for a named range would take the focus away. Two syncs. */
export async function selectCell(
  context: Excel.RequestContext,
  { sheet: name, address }: { readonly sheet: string; readonly address: string },
): Promise<Selection> {
  const area = parseRange(address);
  if (!area) return "missing";
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load(["visibility"]);
  await context.sync();
  if (sheet.isNullObject) return "missing";
  if (sheet.visibility !== "Visible") return "hidden";
  sheet.activate();
  rangeAt(sheet, area).select();
  await context.sync();
  return "selected";
}

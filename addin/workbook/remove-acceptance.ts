import { type Acceptance, ACCEPTANCE_SHEET, readAcceptances } from "../../core/validation/acceptance.ts";
import { readOwnSheet } from "./own-sheet.ts";

const compared = ["ruleId", "record", "field", "value", "reason", "by", "on"] as const;

/**
 * Removes the line of an acceptance from the sheet 「確認済み」. Where the rows have moved the line that says the same is
 * found; where somebody has changed it, nothing is removed. Up to three syncs to look and one to write, which is one step
 * to undo.
 */
export async function removeAcceptance(
  context: Excel.RequestContext,
  acceptance: Acceptance,
): Promise<"removed" | "missing" | "protected"> {
  const own = await readOwnSheet(context, ACCEPTANCE_SHEET);
  if (!own) return "missing";
  const line = sameLine(own.cells, acceptance);
  if (!line) return "missing";
  if (own.isProtected) return "protected";
  own.sheet
    .getRangeByIndexes(line.row - 1, 0, 1, 1)
    .getEntireRow()
    .delete("Up");
  await context.sync();
  return "removed";
}

function sameLine(
  cells: NonNullable<Awaited<ReturnType<typeof readOwnSheet>>>["cells"],
  acceptance: Acceptance,
): Acceptance | undefined {
  const sheet = { name: ACCEPTANCE_SHEET, visibility: "visible", cells } as const;
  const rest = { merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
  const same = readAcceptances({ sheets: [{ ...sheet, ...rest }] }).filter((line) =>
    compared.every((name) => line[name] === acceptance[name].trim()),
  );
  return same.find(({ row }) => row === acceptance.row) ?? same[0];
}

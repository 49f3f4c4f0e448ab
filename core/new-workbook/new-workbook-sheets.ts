import type { FieldKind } from "../form/form-definition.ts";
import { choices } from "../structure/describe-tables.ts";
import { tableSheets } from "../structure/structured-sheets.ts";
import type { StructuredColumn } from "../structure/structured-workbook.ts";
import type { CellValidation, DescribedCell, SheetDescription } from "../workbook/sheet-description.ts";
import type { CoverEntry, CoverSheet } from "./cover-sheet.ts";
import type { NewTable, NewWorkbook } from "./new-workbook.ts";

/**
 * The sheets of a new workbook: a cover, then one with one Excel Table for each data table. All are protected without a
 * password; what people fill in is unlocked.
 * @throws UserError `output-not-writable` for a text that no cell of Excel can hold.
 */
export function newWorkbookSheets({ cover, tables }: NewWorkbook): SheetDescription[] {
  const [first, ...others] = tableSheets([cover.table, ...tables]);
  return [
    openCover(first!, cover),
    ...others.map((sheet, i) => (tables[i]!.isOpen ? openTable(sheet, tables[i]!) : { ...sheet, isProtected: true })),
  ];
}

/** Every cell below the headings can be written in: rows with a locked cell could be neither sorted nor deleted. */
function openTable(sheet: SheetDescription, { columns }: NewTable): SheetDescription {
  return {
    ...sheet,
    isProtected: true,
    columns: sheet.columns.map((column) => ({ ...column, isUnlocked: true })),
    rows: sheet.rows.map((row) => columns.map((column, i) => row[i] ?? blankCell(column))),
  };
}

/** Kinds of short texts that Excel would make a date or a number of: No. 8-1, 1/2. Of long ones it makes neither. */
const KEPT_AS_TEXT: ReadonlySet<FieldKind> = new Set(["code", "name", "organisation", "marker"]);
const AMOUNTS: ReadonlySet<FieldKind> = new Set(["amount", "count"]);

function blankCell(column: StructuredColumn): DescribedCell | undefined {
  const { type, kind, purpose } = column;
  // What is chosen from a list is not mistaken for anything, and a number of the list stays one.
  if (purpose !== "value" || choices(column).length > 0) return undefined;
  if (type === "string") return KEPT_AS_TEXT.has(kind) ? { value: null, format: "@" } : undefined;
  return AMOUNTS.has(kind) ? { value: null, format: "#,##0" } : undefined;
}

function openCover(sheet: SheetDescription, { table, entries }: CoverSheet): SheetDescription {
  const rows = sheet.rows.map((row) => [...row]);
  for (const entry of entries) {
    const column = table.columns.findIndex(({ name }) => name === entry.column);
    const item = rows[entry.row]?.[0]?.value;
    rows[entry.row]![column] = entryCell(entry, String(item ?? ""));
  }
  return { ...sheet, isProtected: true, rows };
}

/** The colour of a heading under which people have to write. */
const TO_FILL_IN = "#FFF2CC";

function entryCell({ type, prompt }: CoverEntry, item: string): DescribedCell {
  const message: CellValidation["prompt"] = { title: item, message: prompt };
  const open = { value: null, isUnlocked: true, fill: TO_FILL_IN } as const;
  if (type === "text") return { ...open, format: "@", validation: { prompt: message } };
  return {
    ...open,
    format: "yyyy-mm-dd",
    validation: {
      rule: { kind: "date", minimum: "2000-01-01", maximum: "2099-12-31", error: "日付を入れてください。" },
      prompt: message,
    },
  };
}

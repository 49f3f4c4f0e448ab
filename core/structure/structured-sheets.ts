import { excelTableName } from "../table/data-table.ts";
import { UserError } from "../user-error.ts";
import { ACCEPTANCE_SHEET } from "../validation/acceptance.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import { freeSheetNames } from "../workbook/free-names.ts";
import { rowHeight } from "../workbook/row-height.ts";
import { textCell } from "../workbook/text-cell.ts";
import type { DescribedCell, DescribedColumn, SheetDescription } from "../workbook/sheet-description.ts";
import { cellLook, columnWidth, headingLook } from "./column-look.ts";
import { type ChoicePlace, columnValidation } from "./column-validation.ts";
import { coverTable, type StructureSource } from "./cover-table.ts";
import type { StructuredCell, StructuredTable, StructuredWorkbook } from "./structured-workbook.ts";

/** Orange: no heading has it. */
const DOUBTFUL_FILL = "#F8CBAD";

/** The longest text that a cell of Excel holds. */
const CELL_LIMIT = 32_767;

/**
 * The sheets of a structured document: one with one Excel Table for each data table, after a cover where the source is
 * another file.
 * @throws UserError `output-not-writable` for a text that no cell of Excel can hold.
 */
export function structuredSheets(structured: StructuredWorkbook, source?: StructureSource): SheetDescription[] {
  const cover = source ? [coverTable(structured, source)] : [];
  return tableSheets([...cover, ...structured.tables]);
}

/** One sheet for each table. @throws UserError `output-not-writable` for a text that no cell of Excel can hold. */
export function tableSheets(tables: readonly StructuredTable[]): SheetDescription[] {
  const names = freeSheetNames(
    tables.map(({ title }) => title),
    [ACCEPTANCE_SHEET],
  );
  const placeOf = choicePlaces(tables);
  return tables.map((table, i) => tableSheet(table, names[i]!, placeOf));
}

function tableSheet(table: StructuredTable, name: string, placeOf: ReturnType<typeof choicePlaces>): SheetDescription {
  const columns = table.columns.map((column): DescribedColumn => {
    const validation = columnValidation(column, placeOf(table.title, column.title));
    return {
      title: column.title,
      width: columnWidth(column),
      headingLook: headingLook(column),
      look: cellLook(column),
      ...(validation ? { validation } : {}),
    };
  });
  const widths = columns.map(({ width }) => width);
  const height = (texts: readonly string[]) => rowHeight(texts.map((text, i) => ({ text, width: widths[i]! })));
  const lines = table.rows.map((row) => table.columns.map((column) => row[column.name]));
  return {
    key: table.name,
    name,
    tableName: excelTableName(table.name),
    tableStyle: "TableStyleLight1",
    columns,
    rows: lines.map((line) => line.map((cell) => cell && describedCell(cell, table))),
    headingHeight: height(columns.map(({ title }) => title)),
    rowHeights: lines.map((line) => height(line.map((cell) => cell?.text ?? ""))),
    // It is made anew each time: what people write into it would be lost.
    isProtected: table.isView,
  };
}

function describedCell(cell: StructuredCell, table: StructuredTable): DescribedCell {
  const content = cellContent(cell, table);
  return cell.isDoubtful ? { ...content, fill: DOUBTFUL_FILL } : content;
}

function cellContent({ value, format, source }: StructuredCell, { title }: StructuredTable): DescribedCell {
  if (typeof value === "string" && value.length > CELL_LIMIT) {
    const place = source ? `セル ${qualifiedCellName(source)} ` : `表「${title}」`;
    throw new UserError(
      "output-not-writable",
      `${place}の文が長すぎて、Excel のセルに入りません（${value.length.toLocaleString("ja-JP")} 文字。上限は 32,767 文字です）。`,
      "文を分けてください。",
    );
  }
  if (format !== undefined) return { value, format };
  return typeof value === "string" ? textCell(value) : { value };
}

/** Where the choices of each column stand on the sheet that lists them. */
function choicePlaces(tables: readonly StructuredTable[]): (table: string, column: string) => ChoicePlace | undefined {
  const places = new Map<string, ChoicePlace>();
  const codes = tables.find(({ name }) => name === "codes");
  const column = (codes?.columns.findIndex(({ name }) => name === "value") ?? 0) + 1;
  codes?.rows.forEach((row, i) => {
    const key = JSON.stringify([row.table?.text, row.field?.text]);
    const first = places.get(key)?.first ?? i + 2;
    places.set(key, { key: codes.name, column, first, last: i + 2 });
  });
  return (table, title) => places.get(JSON.stringify([table, title]));
}

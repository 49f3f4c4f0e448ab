import type { TablePlan } from "../structure/plan-tables.ts";
import type { CellSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { SourcedValue } from "./evaluation-document.ts";

/** An Excel Table of a workbook that is one of a form's data tables. */
export interface DataTable {
  readonly plan: TablePlan;
  readonly sheet: string;
  /** Sheet column by name of the planned column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headings that the plan does not know, with their sheet columns. */
  readonly extras: ReadonlyMap<string, number>;
  readonly headingRow: number;
  readonly rows: readonly DataRow[];
}

/** A row of a data table that holds anything. */
export interface DataRow {
  readonly table: DataTable;
  readonly row: number;
}

/** Share of its headings that an Excel Table must have to be a form's data table. */
const HEADING_SHARE = 0.6;

const cellsOf = new WeakMap<DataTable, ReadonlyMap<number, ReadonlyMap<number, CellSnapshot>>>();

/** The name of the Excel Table that holds a data table. A hyphen is not allowed in it. */
export function excelTableName(name: string): string {
  const plain = name.replaceAll("-", "_");
  // R5 and AB12 would be read as cells.
  return /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/iu.test(plain) ? `t_${plain}` : plain;
}

/** The Excel Tables of the visible sheets that answer to the planned data tables, by the name of the plan. */
export function findDataTables({ sheets }: WorkbookSnapshot, plans: readonly TablePlan[]): Map<string, DataTable> {
  const found = new Map<string, DataTable>();
  for (const sheet of sheets) {
    if (sheet.visibility !== "visible") continue;
    for (const table of sheet.tables) {
      const plan = plans.find(({ name }) => isNamed(table.name, name));
      if (!plan || found.has(plan.name)) continue;
      const columns = columnsOf(table, plan);
      if (headingShare(columns, plan) < HEADING_SHARE) continue;
      found.set(plan.name, readTable(sheet, table, plan, columns));
    }
  }
  return withoutPrepared(found);
}

/** A workbook that no form sheet was turned into has neither columns that tell of one nor copies. */
function headingShare(columns: ReadonlyMap<string, number>, plan: TablePlan): number {
  const own = plan.columns.filter(
    ({ purpose, optional }) => !optional && (purpose === "value" || purpose === "identity"),
  );
  return own.filter(({ name }) => columns.has(name)).length / own.length;
}

/** Without the rows that hold nothing but the numbers that a new workbook gives them: nobody has written in them. */
function withoutPrepared(tables: ReadonlyMap<string, DataTable>): Map<string, DataTable> {
  return new Map(
    [...tables].map(([name, table]) => {
      if (table.plan.subject.is !== "records") return [name, table];
      const yearly = tables.get(`${name}-yearly`)?.rows ?? [];
      const written = new Set(
        yearly.filter((row) => dataValue(row, "value").text !== "").map((row) => dataNumber(row, "recordNumber")),
      );
      const numbers = new Set(
        table.plan.columns.flatMap(({ name: own, purpose }) =>
          purpose === "identity" ? [table.columns.get(own)] : [],
        ),
      );
      const isWritten = ({ row }: DataRow): boolean => {
        const cells = cellsOf.get(table)?.get(row)?.values() ?? [];
        return [...cells].some(({ column, text }) => !numbers.has(column) && text.trim() !== "");
      };
      const rows = table.rows.filter((row) => isWritten(row) || written.has(dataNumber(row, "recordNumber")));
      return [name, rows.length === table.rows.length ? table : { ...table, rows }];
    }),
  );
}

/** Excel numbers the copy of a table: 進捗 → 進捗2. */
function isNamed(tableName: string, name: string): boolean {
  const wanted = excelTableName(name).toLowerCase();
  const own = tableName.toLowerCase();
  return own.startsWith(wanted) && /^\d*$/u.test(own.slice(wanted.length));
}

function columnsOf({ columns, range }: TableSnapshot, plan: TablePlan): Map<string, number> {
  const headings = new Map(columns.map((heading, i) => [heading.trim(), range.left + i]));
  return new Map(
    plan.columns.flatMap(({ name, title }) => {
      const column = headings.get(title);
      return column === undefined ? [] : [[name, column]];
    }),
  );
}

function readTable(
  sheet: SheetSnapshot,
  { range, columns: headings, totalsRow }: TableSnapshot,
  plan: TablePlan,
  columns: ReadonlyMap<string, number>,
): DataTable {
  const lines = new Map<number, Map<number, CellSnapshot>>();
  const bottom = totalsRow ? range.bottom - 1 : range.bottom;
  for (const cell of sheet.cells) {
    const { row, column } = cell;
    if (row <= range.top || row > bottom || column < range.left || column > range.right) continue;
    const line = lines.get(row);
    if (line) line.set(column, cell);
    else lines.set(row, new Map([[column, cell]]));
  }
  const known = new Set(columns.values());
  const extras = headings.flatMap((heading, i): [string, number][] =>
    known.has(range.left + i) ? [] : [[heading.trim(), range.left + i]],
  );
  const rows: DataRow[] = [];
  const table: DataTable = { plan, sheet: sheet.name, columns, extras: new Map(extras), headingRow: range.top, rows };
  for (const [row, line] of [...lines].sort(([a], [b]) => a - b)) {
    if ([...line.values()].some(({ text }) => text.trim() !== "")) rows.push({ table, row });
  }
  cellsOf.set(table, lines);
  return table;
}

/** The value of a row under a planned column; blank where the table lacks the column. */
export function dataValue({ table, row }: DataRow, column: string): SourcedValue {
  return valueAt(table, row, table.columns.get(column) ?? table.columns.values().next().value ?? 1, column);
}

/** The value of a row under a planned column, with the unit that stands beside its number: 1 and か所 are 1か所. */
export function dataAmount(row: DataRow, column: string): SourcedValue {
  const amount = dataValue(row, column);
  if (typeof amount.value !== "number") return amount;
  const unit = dataValue(row, `${column}Unit`).text.trim();
  // 12 shown as 12人 is a number with a format.
  if (unit === "" || amount.text.endsWith(unit)) return amount;
  const text = amount.text + unit;
  return { ...amount, value: text, text };
}

/** The value of a row in a column that the plan does not know. */
export function extraValue({ table, row }: DataRow, heading: string): SourcedValue | undefined {
  const column = table.extras.get(heading);
  return column === undefined ? undefined : valueAt(table, row, column);
}

function valueAt(table: DataTable, row: number, column: number, name?: string): SourcedValue {
  const place = { sheet: table.sheet, row, column };
  const isAbsent = name !== undefined && !table.columns.has(name);
  const cell = isAbsent ? undefined : cellsOf.get(table)?.get(row)?.get(column);
  if (!cell) return { value: null, text: "", cell: place };
  const { value, text, date } = cell;
  return { value, text, cell: place, ...(date === undefined ? {} : { date }) };
}

/** A whole number that a row holds under a planned column. */
export function dataNumber(row: DataRow, column: string): number | undefined {
  const { value, text } = dataValue(row, column);
  const number = typeof value === "number" ? value : Number(text.normalize("NFKC").trim() || NaN);
  return Number.isInteger(number) ? number : undefined;
}

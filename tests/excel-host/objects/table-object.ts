import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { areasMeet, columnCount, numbers } from "../model/areas.ts";
import { HostError, invalidArgument, itemNotFound, notModelled } from "../model/host-error.ts";
import { type HostObject, isHostObject } from "./host-object.ts";
import type { HostWorkbook } from "../model/host-workbook.ts";
import { placeObject, rangeObject } from "./range-object.ts";
import type { SheetModel } from "../model/sheet-model.ts";
import { TableModel } from "../model/table-model.ts";
import { gridOf, writeCell, writeCells } from "../model/write-cells.ts";

/** The Excel Tables of the workbook, or of one sheet. */
export function tableCollection(book: HostWorkbook, sheet?: SheetModel): HostObject {
  const mine = (): TableModel[] => book.tables.filter((table) => sheet === undefined || table.sheet === sheet);
  return {
    kind: "TableCollection",
    eventTarget: sheet?.id ?? "Workbook",
    items: () => mine().map(tableObject),
    item: (key) => {
      const table = book.table(key);
      return table && mine().includes(table) ? tableObject(table) : undefined;
    },
    methods: { Add: (range: unknown, hasHeaders: boolean) => tableObject(addTable(book, sheet, range, hasHeaders)) },
  };
}

/** An Excel Table. */
export function tableObject(table: TableModel): HostObject {
  const { sheet } = table;
  return {
    kind: "Table",
    identity: { Id: table.id },
    eventTarget: table.id,
    properties: {
      Id: () => table.id,
      Name: () => table.name,
      ShowHeaders: () => table.showHeaders,
      ShowTotals: () => table.showTotals,
      Style: () => table.style,
      ShowBandedRows: () => table.showBandedRows,
      ShowBandedColumns: () => table.showBandedColumns,
      ShowFilterButton: () => table.showFilterButton,
    },
    setters: tableSetters(table),
    children: {
      Columns: () => columnCollection(table),
      Rows: () => rowCollection(table),
    },
    methods: {
      GetRange: () => rangeObject(sheet, table.area),
      GetHeaderRowRange: () => rangeObject(sheet, { ...table.area, bottom: table.area.top }),
      GetDataBodyRange: () => rangeObject(sheet, table.bodyArea),
      GetTotalRowRange: () => rangeObject(sheet, { ...table.area, top: table.area.bottom }),
      Resize: (range: unknown) => {
        table.area = placeOf(sheet.book, sheet, range).area;
        sheet.book.undo.record(sheet.book.actor, `resize ${table.name}`);
        return null;
      },
      ConvertToRange: () => {
        dropTable(table);
        return rangeObject(sheet, table.area);
      },
    },
  };
}

function tableSetters(table: TableModel): NonNullable<HostObject["setters"]> {
  const { book } = table.sheet;
  const changed = (): void => {
    table.sheet.assertAllowed("allowFormatCells");
    book.undo.record(book.actor, `look of ${table.name}`);
  };
  return {
    Name: (name: string) => {
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || /^[a-z]{1,3}\d+$/iu.test(name)) {
        throw invalidArgument(`a table 「${name}」`);
      }
      const holder = book.table(name);
      if (holder && holder !== table) throw new HostError("ItemAlreadyExists", `there is a table 「${name}」 already`);
      table.name = name;
      changed();
    },
    Style: (style: string) => {
      table.style = style;
      changed();
    },
    ShowBandedRows: (shown: boolean) => {
      table.showBandedRows = shown;
      changed();
    },
    ShowBandedColumns: (shown: boolean) => {
      table.showBandedColumns = shown;
      changed();
    },
    ShowFilterButton: (shown: boolean) => {
      table.showFilterButton = shown;
      changed();
    },
  };
}

function addTable(book: HostWorkbook, home: SheetModel | undefined, range: unknown, hasHeaders: boolean): TableModel {
  const { sheet, area } = placeOf(book, home ?? book.active, range);
  if (!hasHeaders) throw notModelled("way to add a table without headings");
  if (book.tables.some((table) => table.sheet === sheet && areasMeet(table.area, area))) {
    throw invalidArgument("a table cannot overlap another one");
  }
  sheet.assertAllowed("never");
  const table = new TableModel(nextId(book), sheet, freeName(book), withBody(area));
  nameColumns(sheet, area);
  book.tables.push(table);
  book.undo.record(book.actor, `add table ${table.name}`);
  book.tableEvent("onAdded", table);
  return table;
}

/** A table of headings alone gets a blank row. */
function withBody(area: CellRange): CellRange {
  return area.top === area.bottom ? { ...area, bottom: area.bottom + 1 } : area;
}

/** Headings of a table are texts, none of them blank, and no two alike: Excel makes them so. */
function nameColumns(sheet: SheetModel, { top, left, right }: CellRange): void {
  const taken = new Set<string>();
  for (const column of numbers(left, right)) {
    const heading = sheet.text(top, column) || `列${column - left + 1}`;
    let name = heading;
    for (let number = 2; taken.has(name); number++) name = `${heading}${number}`;
    taken.add(name);
    if (sheet.cell(top, column).value !== name) sheet.worksheet.getCell(top, column).value = name;
  }
}

function dropTable(table: TableModel): void {
  const { book } = table.sheet;
  book.tables = book.tables.filter((other) => other !== table);
  book.undo.record(book.actor, `drop table ${table.name}`);
  book.tableEvent("onDeleted", table);
}

function columnCollection(table: TableModel): HostObject {
  const columns = (): HostObject[] => table.columnNames.map((name, index) => columnObject(table, name, index));
  return {
    kind: "TableColumnCollection",
    items: columns,
    item: (key) =>
      columns()[table.columnNames.indexOf(key)] ?? columns().find(({ identity }) => String(identity!.Id) === key),
  };
}

function columnObject(table: TableModel, name: string, index: number): HostObject {
  const { sheet } = table;
  const part = (area: CellRange): CellRange => {
    const column = table.area.left + index;
    return { ...area, left: column, right: column };
  };
  return {
    kind: "TableColumn",
    identity: { Id: index + 1 },
    properties: { Id: () => index + 1, Index: () => index, Name: () => name },
    setters: {
      Name: (text: string) => {
        writeCell(sheet, table.area.top, table.area.left + index, text);
      },
    },
    methods: {
      GetRange: () => rangeObject(sheet, part(table.area)),
      GetDataBodyRange: () => rangeObject(sheet, part(table.bodyArea)),
      GetHeaderRowRange: () => rangeObject(sheet, part({ ...table.area, bottom: table.area.top })),
    },
  };
}

function rowCollection(table: TableModel): HostObject {
  const count = (): number => table.bodyArea.bottom - table.bodyArea.top + 1;
  const rows = (): HostObject[] => numbers(0, count() - 1).map((index) => rowObject(table, index));
  return {
    kind: "TableRowCollection",
    items: rows,
    properties: { Count: count },
    methods: {
      Add: (index: number | null, values: unknown) => {
        if (index !== null && index !== -1 && index !== count()) throw notModelled("way to add rows but at the end");
        return rowObject(table, appendRows(table, values));
      },
    },
  };
}

function rowObject(table: TableModel, index: number): HostObject {
  const { sheet, bodyArea } = table;
  const row = bodyArea.top + index;
  return {
    kind: "TableRow",
    properties: { Index: () => index },
    methods: { GetRange: () => placeObject({ sheet, area: { ...bodyArea, top: row, bottom: row } }) },
  };
}

/** Adds rows under a table, which grows; what stands below must be blank. Gives the position of the first. */
function appendRows(table: TableModel, values: unknown): number {
  const { sheet, area } = table;
  const lines = Array.isArray(values) && Array.isArray(values[0]) ? (values as unknown[][]) : [values as unknown[]];
  const grid = gridOf(lines, lines.length, columnCount(area));
  sheet.assertAllowed("never");
  const body = table.bodyArea;
  const isFresh =
    body.top === body.bottom && numbers(area.left, area.right).every((at) => sheet.cell(body.top, at).value === "");
  const top = isFresh ? body.top : body.bottom + 1;
  const added = { ...area, top, bottom: top + grid.length - 1 };
  if (table.showTotals) throw notModelled("way to add rows above a totals row");
  const isBlank = numbers(added.top, added.bottom).every((row) =>
    numbers(added.left, added.right).every((at) => sheet.cell(row, at).value === ""),
  );
  if (!isBlank) throw notModelled("way to push down what stands below a table");
  table.area = { ...area, bottom: added.bottom };
  copyLook(sheet, body.bottom, added);
  writeCells({ sheet, area: added }, grid);
  return top - body.top;
}

/** New rows of a table look like its last one. */
function copyLook({ worksheet }: SheetModel, from: number, { top, left, bottom, right }: CellRange): void {
  for (const row of numbers(top, bottom)) {
    for (const column of numbers(left, right)) {
      worksheet.getCell(row, column).style = { ...worksheet.getCell(from, column).style };
    }
  }
}

function placeOf(book: HostWorkbook, sheet: SheetModel, range: unknown): { sheet: SheetModel; area: CellRange } {
  if (!isHostObject(range)) return book.place(String(range), sheet);
  if (!range.place) throw itemNotFound("range");
  return range.place;
}

function nextId({ tables }: HostWorkbook): string {
  let number = tables.length + 1;
  while (tables.some(({ id }) => id === `table-${number}`)) number++;
  return `table-${number}`;
}

function freeName(book: HostWorkbook): string {
  let number = 1;
  while (book.table(`テーブル${number}`)) number++;
  return `テーブル${number}`;
}

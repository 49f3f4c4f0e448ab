import { madeCell } from "../structure/structured-cell.ts";
import type {
  StructuredCell,
  StructuredColumn,
  StructuredRow,
  StructuredTable,
  StructuredWorkbook,
} from "../structure/structured-workbook.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import type { DoubtfulCell } from "./recognise-text.ts";
import { DOUBTS } from "./text-source.ts";

/** Marks the cells of the data tables that came out of doubtful places, and lists them in a table of their own (区切りの確認). */
export function markDoubts(structured: StructuredWorkbook, doubtful: readonly DoubtfulCell[]): StructuredWorkbook {
  if (doubtful.length === 0) return structured;
  const names = new Set(doubtful.map(({ cell }) => qualifiedCellName(cell)));
  const places = new Map<string, DoubtPlace>();
  const tables = structured.tables.map((table): StructuredTable => {
    const rows = table.rows.map((row, i) =>
      markedRow(row, names, (name, field) => {
        const column = table.columns.find((each) => each.name === field);
        if (!places.has(name)) places.set(name, { table: table.title, row: i + 1, field: column?.title ?? field });
      }),
    );
    return { ...table, rows };
  });
  return { ...structured, tables: [doubtTable(doubtful, places), ...tables] };
}

/** Where a doubtful text stands in the data tables. */
interface DoubtPlace {
  readonly table: string;
  /** Counting from 1, without the headings. */
  readonly row: number;
  readonly field: string;
}

function markedRow(
  row: StructuredRow,
  names: ReadonlySet<string>,
  found: (name: string, field: string) => void,
): StructuredRow {
  const cells = Object.entries(row).map(([field, cell]): [string, StructuredCell] => {
    const name = cell.source && qualifiedCellName(cell.source);
    if (name === undefined || !names.has(name)) return [field, cell];
    found(name, field);
    return [field, { ...cell, isDoubtful: true }];
  });
  return Object.fromEntries(cells);
}

function doubtTable(doubtful: readonly DoubtfulCell[], places: ReadonlyMap<string, DoubtPlace>): StructuredTable {
  return {
    name: "doubts",
    title: "区切りの確認",
    description:
      "元の文に区切りが残っていないなどの理由で、正しく分けられたと言い切れないセルです。元の文と見比べてください。",
    columns: [
      column("line", "元の文の行", "code", "integer"),
      column("table", "表", "name"),
      column("row", "表の行", "code", "integer"),
      column("field", "項目", "name"),
      column("text", "内容", "plan"),
      column("reason", "理由", "plan"),
      column("sourceCell", "元のセル", "text"),
    ],
    primaryKey: ["sourceCell"],
    foreignKeys: [],
    isView: true,
    rows: doubtful.map(({ cell, text, doubt }): StructuredRow => {
      const sourceCell = qualifiedCellName(cell);
      const place = places.get(sourceCell);
      return {
        line: madeCell(cell.row),
        ...(place ? { table: madeCell(place.table), row: madeCell(place.row), field: madeCell(place.field) } : {}),
        text: madeCell(text),
        reason: madeCell(DOUBTS[doubt]),
        sourceCell: madeCell(sourceCell),
      };
    }),
  };
}

function column(
  name: string,
  title: string,
  kind: StructuredColumn["kind"],
  type: StructuredColumn["type"] = "string",
): StructuredColumn {
  return { name, title, type, purpose: "computed", kind };
}

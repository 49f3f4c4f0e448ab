import type { FieldDefinition, FieldKind } from "../form/form-definition.ts";
import type { ColumnSource, PlannedColumn } from "./plan-tables.ts";
import type { StructuredColumn } from "./structured-workbook.ts";

/** A column with nothing but what every column has. */
export function column(
  name: string,
  title: string,
  type: StructuredColumn["type"],
  purpose: StructuredColumn["purpose"],
  from: ColumnSource,
): PlannedColumn {
  return { name, title, type, purpose, kind: type === "integer" || type === "year" ? "code" : "text", from };
}

/** A value of the record that a row belongs to, repeated to be read. */
export function keyColumn(field: FieldDefinition, title: string): PlannedColumn {
  return { ...column(field.name, title, field.type, "copy", { is: "key", field: field.name }), kind: field.kind };
}

/** The number that holds the tables of a resource together. */
export function recordNumber(): PlannedColumn {
  const own = column("recordNumber", "記録番号", "integer", "identity", { is: "record-number" });
  return { ...own, description: "様式での順番です。並べ替えたあとも、この番号で元の順に戻せます。" };
}

/** The number of the table on the form sheet. */
export function tableNumber(): PlannedColumn {
  const own = column("tableNumber", "表番号", "integer", "identity", { is: "table-number" });
  return { ...own, description: "様式の何番目の表にあったかです。" };
}

/** Where the form sheet had the row. */
export function sourceColumn(): PlannedColumn {
  return column("sourceCell", "元のセル", "string", "source", { is: "source" });
}

/** What the form sheet gives once for this row and the one above. */
export function sharedColumn(): PlannedColumn {
  const own = column("sharedFields", "上の行と同じ項目", "string", "source", { is: "shared" });
  return { ...own, description: "様式で、上の行と結合されていた（または空欄にしてあった）項目です。" };
}

/** The unit that the row's label states. */
export function unitColumn(): PlannedColumn {
  return { ...column("unit", "単位", "string", "computed", { is: "unit" }), kind: "code" };
}

/** The headings above a record, one column a level. */
export function sectionColumns(levels: readonly number[]): PlannedColumn[] {
  return levels.map((level) => ({
    ...column(`section${level}`, `見出し${level}`, "string", "copy", { is: "section", level }),
    kind: "heading",
    description: "この記録の上にある見出しです。",
  }));
}

/** Kinds of fields in which a cell may be one quantity: 1か所, 1,234件. A class or a code may begin with a number and is none. */
const QUANTITY_KINDS: ReadonlySet<FieldKind> = new Set([
  "amount",
  "count",
  "total",
  "baseline",
  "plan",
  "result",
  "evaluation",
  "outlook",
  "text",
]);

/** The unit that stood behind a number in its own cell; nothing for fields that hold no quantities. */
export function ownUnitColumn({ name, kind }: FieldDefinition, title: string): PlannedColumn[] {
  if (!QUANTITY_KINDS.has(kind)) return [];
  const description = "値が数だけのときの単位です。様式では、数と単位が一つのセルにありました。";
  const own = column(`${name}Unit`, title, "string", "value", { is: "own-unit", field: name });
  return [{ ...own, kind: "code", description, optional: true }];
}

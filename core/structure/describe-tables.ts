import { withoutBlanks } from "./heading-rows.ts";
import { madeCell } from "./structured-cell.ts";
import type { StructuredColumn, StructuredRow, StructuredTable } from "./structured-workbook.ts";

const TYPE_NAMES: Readonly<Record<StructuredColumn["type"], string>> = {
  string: "文字列",
  integer: "整数",
  number: "数",
  year: "年（西暦）",
  boolean: "真偽",
};

const PURPOSE_NAMES: Readonly<Record<StructuredColumn["purpose"], string>> = {
  value: "記入する値",
  identity: "番号",
  copy: "ほかの表の写し",
  computed: "計算した値",
  source: "様式での位置",
};

/** What there is to say of a table: a plan, or a table with rows. */
type Described = Pick<StructuredTable, "title" | "columns" | "isView">;

/** What every column of every table means. */
export function fieldRows(plans: readonly Described[]): StructuredRow[] {
  return plans.flatMap(({ title, columns, isView }) =>
    columns.map((column) => {
      const { title: field, name, type, unit, constraints, description, purpose } = column;
      return withoutBlanks({
        table: madeCell(title),
        field: madeCell(field),
        name: madeCell(name),
        type: madeCell(TYPE_NAMES[type]),
        unit: unit === undefined ? undefined : madeCell(unit),
        required: constraints?.required ? madeCell("必須") : undefined,
        purpose: madeCell(isView && purpose === "value" ? PURPOSE_NAMES.computed : PURPOSE_NAMES[purpose]),
        description: description === undefined ? undefined : madeCell(description),
      });
    }),
  );
}

/** The values that may be chosen, one a row. */
export function codeRows(plans: readonly Described[]): StructuredRow[] {
  return plans.flatMap(({ title, columns }) =>
    columns.flatMap((column) =>
      choices(column).map((value) => ({
        table: madeCell(title),
        field: madeCell(column.title),
        // A person who chooses 1 from a list gets the number.
        value: madeCell(/^(?:0|[1-9]\d{0,14})$/u.test(value) ? Number(value) : value),
      })),
    ),
  );
}

/** What a dropdown of a column offers: its enumeration, and the entry that stands for nothing chosen yet. */
export function choices({
  constraints,
  unselected = [],
}: Pick<StructuredColumn, "constraints" | "unselected">): string[] {
  return constraints?.enum ? [...constraints.enum, ...unselected] : [];
}

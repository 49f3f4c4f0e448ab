import type { ResourceShape } from "../structure/resource-shape.ts";
import { periodNames } from "../structure/period-names.ts";
import type { TablePlan } from "../structure/plan-tables.ts";
import { madeCell } from "../structure/structured-cell.ts";
import type { StructuredRow } from "../structure/structured-workbook.ts";
import type { Period } from "../table/evaluation-document.ts";

/** Rows to write in, by the name of the data table: they hold nothing but the numbers that tie the tables together. */
export type PreparedRows = ReadonlyMap<string, readonly StructuredRow[]>;

/** Of five new records about one needs a row of its own for costs or a total. */
const RECORDS_PER_OTHER_ROW = 5;

/**
 * Prepares rows for new records of one resource in its tables, behind those that are there: an Excel Table on a protected
 * sheet cannot grow.
 * @param last the highest record number so far.
 */
export function preparedRows(
  shape: ResourceShape,
  plans: readonly TablePlan[],
  { rows, last, periods }: { readonly rows: number; readonly last: number; readonly periods: readonly Period[] },
): PreparedRows {
  const prepared = new Map<string, readonly StructuredRow[]>();
  let number = last;
  for (const kind of ["record", ...shape.rowKinds.map(({ name }) => name)]) {
    const count = kind === "record" ? rows : Math.max(1, Math.ceil(rows / RECORDS_PER_OTHER_ROW));
    const numbers = Array.from({ length: count }, () => ++number);
    for (const { name, subject } of plans) {
      if (!("rowKind" in subject) || subject.shape.resource.name !== shape.resource.name || subject.rowKind !== kind)
        continue;
      if (subject.is === "records") prepared.set(name, numbers.map(numbered));
      if (subject.is === "series")
        prepared.set(
          name,
          numbers.flatMap((own) => yearlyRows(own, shape, periods)),
        );
    }
  }
  return prepared;
}

function numbered(number: number): StructuredRow {
  return { recordNumber: madeCell(number) };
}

/** One row for each year; what was done has none before the plan begins. */
function yearlyRows(number: number, { series }: ResourceShape, periods: readonly Period[]): StructuredRow[] {
  const names = periodNames(periods.map(({ label }) => label.text));
  return series.flatMap(({ title, kind }) =>
    names.flatMap((name, i) => {
      if (periods[i]?.fiscalYear === undefined && kind !== "plan" && kind !== "baseline") return [];
      return [{ ...numbered(number), item: madeCell(title), period: madeCell(name) }];
    }),
  );
}

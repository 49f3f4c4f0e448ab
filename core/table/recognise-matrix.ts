import type { MatrixLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { foldText } from "../text/fold.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { EvaluationRecord, EvaluationTable, SourcedValue } from "./evaluation-document.ts";
import { sourcedValue, type SheetReader } from "./sheet-reader.ts";

/** Reads every matrix of one layout on a sheet: a record for each meeting of a row heading and a column heading. */
export function recogniseMatrices(reader: SheetReader, layout: MatrixLayout): EvaluationTable[] {
  const tables: EvaluationTable[] = [];
  for (const { row, corner, headings } of findMatrices(reader, layout)) {
    const labels: Record<string, SourcedValue> = {};
    const cornerValue = reader.take(corner);
    const columns = headings.map((slot) => ({ slot, heading: reader.take(slot) }));
    const records: EvaluationRecord[] = [];
    let bottom = corner.range.bottom;
    for (let below = bottom + 1; below <= bottom + layout.rowHeadings.length && below <= reader.grid.lastRow; below++) {
      const heading = reader.grid.filledSlots(below).find(({ range }) => range.left === corner.range.left);
      if (!heading || !headingMatcher(layout.rowHeadings)(reader.headingOf(heading))) break;
      const rowHeading = reader.take(heading);
      records.push(
        ...columns.map((column) => readMeeting(reader, layout, below, rowHeading, column.heading, column.slot)),
      );
    }
    bottom = records.at(-1)?.range.bottom ?? bottom;
    tables.push({
      layout: "matrix",
      resource: layout.resource,
      sheet: reader.grid.name,
      range: {
        top: row,
        left: corner.range.left,
        bottom,
        right: Math.max(...headings.map(({ range }) => range.right)),
      },
      columns: [],
      periods: [],
      corner: cornerValue,
      labels,
      records,
      missingHeadings: missingHeadings(
        layout,
        columns.map(({ heading }) => heading.text),
      ),
    });
  }
  return tables;
}

/** Rows where the corner stands left of at least half of the column headings. */
export function findMatrices(
  { grid, headingOf }: SheetReader,
  layout: MatrixLayout,
): { readonly row: number; readonly corner: Slot; readonly headings: readonly Slot[] }[] {
  const isCorner = headingMatcher([layout.corner]);
  const isHeading = headingMatcher(layout.columnHeadings);
  const found = [];
  for (let row = 1; row <= grid.lastRow; row++) {
    const slots = grid.filledSlots(row);
    const corner = slots.find((slot) => isCorner(headingOf(slot)));
    if (!corner) continue;
    const headings = slots.filter((slot) => slot.range.left > corner.range.right && isHeading(headingOf(slot)));
    if (headings.length * 2 >= layout.columnHeadings.length) found.push({ row, corner, headings });
  }
  return found;
}

function readMeeting(
  reader: SheetReader,
  layout: MatrixLayout,
  row: number,
  rowHeading: SourcedValue,
  columnHeading: SourcedValue,
  { range }: Slot,
): EvaluationRecord {
  const values: Record<string, SourcedValue> = { [layout.rowField]: rowHeading, [layout.columnField]: columnHeading };
  let column = range.left;
  for (const field of layout.fields) {
    const slot = reader.grid.slotAt(row, column);
    const inside = column <= range.right;
    const blank = { range: { top: row, left: range.right, bottom: row, right: range.right }, cell: undefined };
    const used = inside ? slot : blank;
    values[field] = used.cell ? reader.take(used) : sourcedValue(used, reader.grid.name);
    column = used.range.right + 1;
  }
  return {
    kind: "record",
    range: { top: row, left: range.left, bottom: row, right: range.right },
    values,
    series: {},
    extras: {},
  };
}

function missingHeadings(layout: MatrixLayout, present: readonly string[]): string[] {
  const folded = present.map(foldText);
  return layout.columnHeadings.filter((heading) => !folded.some(headingMatcher([heading])));
}

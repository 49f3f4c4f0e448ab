import type { FormDefinition } from "../form/form-definition.ts";
import { foldText } from "../text/fold.ts";
import type { CellRange } from "../workbook/snapshot.ts";
import type { EvaluationRecord, EvaluationTable, SourcedValue, TableColumn } from "./evaluation-document.ts";
import type { FoundHeadings } from "./find-columns.ts";
import { isCoveredRow, openSlots, readRow, readRowAs } from "./read-row.ts";
import type { RunningText } from "./running-text.ts";
import type { SheetReader, TableStart } from "./sheet-reader.ts";
import { openFrame, type RowLayout, type TableFrame } from "./table-frame.ts";

/**
 * Reads every list (or yearly plan) of one layout on a sheet. Rows run from a heading to the next heading of any table;
 * blank rows are passed over, a heading repeated after a page break continues its table, and a row of running text ends
 * the table, but rows that follow it under no new heading are read with the same columns.
 * @param places where the headings of the layout stand.
 * @param stops where tables of other layouts begin.
 */
export function recogniseLists(
  reader: SheetReader,
  layout: RowLayout,
  places: readonly FoundHeadings[],
  form: FormDefinition,
  text: RunningText,
  stops: readonly TableStart[],
): EvaluationTable[] {
  const fields = new Map(
    form.resources.find(({ name }) => name === layout.resource)?.schema.fields.map((field) => [field.name, field]),
  );
  const starts = [...places.map(headingStart), ...stops];
  const tables: EvaluationTable[] = [];
  for (const headings of places) {
    const frame = openFrame(reader, layout, headings, fields);
    // Of tables side by side only the one above can go on here.
    const index = tables.findLastIndex(({ range }) => range.left === frame.left);
    const before = tables[index];
    const continued = before && isRepeatedHeading(before, frame, text) ? before : undefined;
    const previous = continued?.records.findLast(({ kind }) => kind === "record");
    const read = readSegments(frame, endRow(frame, starts), text, previous);
    const [first] = read;
    if (continued && first) {
      const range = union(continued.range, first.range);
      tables[index] = { ...continued, range, records: [...continued.records, ...first.records] };
      tables.push(...read.slice(1));
    } else tables.push(...read);
  }
  return tables;
}

/** Where a heading stands, as other tables see it. */
export function headingStart({ top, bottom, columns }: FoundHeadings): TableStart {
  return {
    row: top,
    bottom,
    left: Math.min(...columns.map(({ slot }) => slot.range.left)),
    right: Math.max(...columns.map(({ slot }) => slot.range.right)),
  };
}

/** The row above the next table in the same columns: one beside this table does not end it. */
function endRow({ reader, headings, left, right }: TableFrame, starts: readonly TableStart[]): number {
  return starts.reduce((end, start) => {
    const isBelow = start.bottom > headings.bottom && start.left <= right && start.right >= left;
    // A heading merged over two rows may begin beside the headings of this table.
    return isBelow ? Math.min(end, Math.max(start.row - 1, headings.bottom)) : end;
  }, reader.grid.lastRow);
}

/** The same headings again, with nothing but blank rows since the last record: a page break of the original. */
function isRepeatedHeading(before: EvaluationTable, frame: TableFrame, text: RunningText): boolean {
  const { headings, columns, corner } = frame;
  if (before.columns.length !== columns.length || !isSameText(before.corner, corner)) return false;
  const isSameColumn = (column: TableColumn, i: number) => {
    const other = before.columns[i];
    return other?.left === column.left && other.field === column.field && isSameText(other.heading, column.heading);
  };
  if (!columns.every(isSameColumn)) return false;
  for (let row = before.range.bottom + 1; row < headings.top; row++) {
    if (openSlots(frame, row).some((slot) => !text.isPageFurniture(slot))) return false;
  }
  return true;
}

function isSameText(a: SourcedValue | undefined, b: SourcedValue | undefined): boolean {
  return foldText(a?.text ?? "") === foldText(b?.text ?? "");
}

/** Reads the rows below a heading; running text between them cuts the table in segments that share its columns. */
function readSegments(
  frame: TableFrame,
  end: number,
  text: RunningText,
  continued: EvaluationRecord | undefined,
): EvaluationTable[] {
  const tables: EvaluationTable[] = [];
  let records: EvaluationRecord[] = [];
  let previous = continued;
  let detached = false;
  const close = () => {
    if (records.length > 0 || tables.length === 0) tables.push(closeTable(frame, records, tables.length === 0));
    records = [];
    previous = undefined;
  };
  for (let row = frame.headings.bottom + 1; row <= end; row++) {
    const read = readRowAs(frame, row, text, { detached, captioning: row === end && end < frame.reader.grid.lastRow });
    if (read.is === "blank") detached ||= !isCoveredRow(frame, row);
    else if (read.is === "text") {
      if (records.length > 0) {
        close();
        detached = true;
      }
    } else {
      const record = readRow(frame, row, read, previous);
      records.push(record);
      if (record.kind === "record") previous = record;
      detached = false;
    }
  }
  close();
  return tables;
}

function closeTable(frame: TableFrame, records: readonly EvaluationRecord[], withHeadings: boolean): EvaluationTable {
  const { headings } = frame;
  const top = withHeadings ? headings.top : (records[0]?.range.top ?? headings.top);
  return {
    layout: frame.layout.type,
    resource: frame.layout.resource,
    sheet: frame.reader.grid.name,
    range: { top, left: frame.left, bottom: records.at(-1)?.range.bottom ?? headings.bottom, right: frame.right },
    columns: frame.columns,
    periods: frame.periods,
    corner: frame.corner,
    labels: {},
    records,
    missingHeadings: headings.missing.map(({ headings: spellings }) => spellings[0] ?? ""),
  };
}

function union(a: CellRange, b: CellRange): CellRange {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

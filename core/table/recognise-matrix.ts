import type { MatrixLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { foldText } from "../text/fold.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { EvaluationRecord, EvaluationTable, SourcedValue } from "./evaluation-document.ts";
import { sourcedValue, type SheetReader } from "./sheet-reader.ts";

/** How many blank rows may part two rows of a matrix. */
const ROW_GAP = 2;

interface FoundMatrix {
  readonly row: number;
  readonly corner: Slot;
  readonly headings: readonly Slot[];
  readonly rowHeadings: readonly Slot[];
}

/** Reads every matrix of one layout on a sheet: a record for each meeting of a row heading and a column heading. */
export function recogniseMatrices(reader: SheetReader, layout: MatrixLayout): EvaluationTable[] {
  return findMatrices(reader, layout).map((found) => {
    const corner = reader.take(found.corner);
    const columns = headingColumns(reader, layout, found);
    const records = found.rowHeadings.flatMap((slot) => {
      const rowHeading = reader.take(slot);
      return columns.map((column) => readMeeting(reader, layout, slot.range.top, rowHeading, column));
    });
    return {
      layout: "matrix",
      resource: layout.resource,
      sheet: reader.grid.name,
      range: {
        top: found.row,
        left: found.corner.range.left,
        bottom: records.at(-1)?.range.bottom ?? found.corner.range.bottom,
        right: Math.max(...columns.map(({ right }) => right)),
      },
      columns: [],
      periods: [],
      corner,
      labels: {},
      records,
      missingHeadings: missingHeadings(layout, columns),
    };
  });
}

/** Places where the corner stands left of at least half of the column headings and above a row heading. */
export function findMatrices(reader: SheetReader, layout: MatrixLayout): FoundMatrix[] {
  const { grid, headingOf } = reader;
  const isCorner = headingMatcher([layout.corner]);
  const isHeading = headingMatcher(layout.columnHeadings);
  return grid.filledRows.flatMap((row) => {
    const slots = grid.filledSlots(row);
    const corner = slots.find((slot) => isCorner(headingOf(slot)));
    if (!corner) return [];
    const headings = slots.filter((slot) => slot.range.left > corner.range.right && isHeading(headingOf(slot)));
    if (headings.length === 0 || headings.length * 2 < layout.columnHeadings.length) return [];
    const below = rowHeadings(reader, layout, corner);
    return below.length > 0 ? [{ row, corner, headings, rowHeadings: below }] : [];
  });
}

/** The row headings below the corner, blank rows passed over. */
function rowHeadings({ grid, headingOf }: SheetReader, layout: MatrixLayout, corner: Slot): Slot[] {
  const isRowHeading = headingMatcher(layout.rowHeadings);
  const found: Slot[] = [];
  let gap = 0;
  for (let row = corner.range.bottom + 1; gap <= ROW_GAP && found.length < layout.rowHeadings.length; row++) {
    const slot = grid.filledSlots(row).find(({ range }) => range.left === corner.range.left);
    if (slot && !isRowHeading(headingOf(slot))) break;
    if (slot) found.push(slot);
    gap = slot ? 0 : gap + 1;
  }
  return found;
}

interface MatrixColumn {
  readonly heading: SourcedValue;
  readonly left: number;
  readonly right: number;
}

/** The sheet columns under each heading. A heading that is not merged still stands over all its fields. */
function headingColumns(reader: SheetReader, layout: MatrixLayout, { headings }: FoundMatrix): MatrixColumn[] {
  return headings.map((slot, i) => {
    const { left } = slot.range;
    const next = headings[i + 1]?.range.left ?? Infinity;
    const right = Math.min(next - 1, Math.max(slot.range.right, left + layout.fields.length - 1));
    return { heading: reader.take(slot), left, right };
  });
}

function readMeeting(
  reader: SheetReader,
  layout: MatrixLayout,
  row: number,
  rowHeading: SourcedValue,
  { heading, left, right }: MatrixColumn,
): EvaluationRecord {
  const values: Record<string, SourcedValue> = { [layout.rowField]: rowHeading, [layout.columnField]: heading };
  let column = left;
  for (const field of layout.fields) {
    const slot = reader.grid.slotAt(row, column);
    const isOwn = column <= right && slot.range.left >= left && !reader.isTaken(slot);
    const at = Math.min(column, right);
    const used = isOwn ? slot : { range: { top: row, left: at, bottom: row, right: at }, cell: undefined };
    values[field] = used.cell ? reader.take(used) : sourcedValue(used, reader.grid.name);
    column = used.range.right + 1;
  }
  return { kind: "record", range: { top: row, left, bottom: row, right }, values, series: {}, extras: {} };
}

function missingHeadings(layout: MatrixLayout, columns: readonly MatrixColumn[]): string[] {
  const folded = columns.map(({ heading }) => foldText(heading.text));
  return layout.columnHeadings.filter((heading) => !folded.some(headingMatcher([heading])));
}

import { foldText } from "../text/fold.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { ManualPair } from "./previous-year.ts";

/** The visible sheet on which people say which record of last year belongs to which of this year. */
export const MANUAL_PAIR_SHEET = "前年対応";

/** Its columns, in the order in which they are written. Read in any order. */
export const MANUAL_PAIR_COLUMNS = {
  current: "今年度の事業",
  previous: "前年度の事業（なしは「新規」）",
} as const;

const CURRENT_HEADING = /^(?:今|本|当|現)年度?/u;
const PREVIOUS_HEADING = /^(?:前|昨)年度?/u;
const NEW = /^(?:新規.*|なし|無し|無|該当なし|-|new)$/u;

/**
 * Reads the sheet 「前年対応」. Lines without a name of this year, and lines on which nothing has been decided yet, say
 * nothing; a name that stands twice counts as it stands first.
 */
export function readManualPairs(workbook: WorkbookSnapshot): ManualPair[] {
  const sheet = workbook.sheets.find(({ name }) => foldText(name) === MANUAL_PAIR_SHEET);
  if (!sheet) return [];
  const rows = rowsOf(sheet);
  const heading = rows.findIndex((row) => columnsOf(row) !== undefined);
  const columns = rows[heading] && columnsOf(rows[heading]);
  if (!columns) return [];
  const pairs = new Map<string, ManualPair>();
  for (const row of rows.slice(heading + 1)) {
    const current = row.get(columns.current)?.trim() ?? "";
    const previous = row.get(columns.previous)?.trim() ?? "";
    if (current === "" || previous === "" || pairs.has(current)) continue;
    pairs.set(current, { current, previous: NEW.test(foldText(previous)) ? null : previous });
  }
  return [...pairs.values()];
}

/** Texts by column, row by row. */
function rowsOf({ cells }: SheetSnapshot): Map<number, string>[] {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of cells) {
    let line = rows.get(row);
    if (!line) rows.set(row, (line = new Map<number, string>()));
    line.set(column, text);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, line]) => line);
}

function columnsOf(row: ReadonlyMap<number, string>): { current: number; previous: number } | undefined {
  const find = (heading: RegExp) => [...row].find(([, text]) => heading.test(foldText(text)))?.[0];
  const current = find(CURRENT_HEADING);
  const previous = find(PREVIOUS_HEADING);
  return current === undefined || previous === undefined ? undefined : { current, previous };
}

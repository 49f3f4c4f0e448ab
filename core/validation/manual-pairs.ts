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
/** What stands for a record that last year does not have. */
export const NO_PREVIOUS = "新規";
const NEW = /^(?:新規.*|なし|無し|無|該当なし|-|new)$/u;

/**
 * Reads the sheet 「前年対応」. Lines without a name of this year, and lines on which nothing has been decided yet, say
 * nothing; a name that stands twice counts as it stands first.
 */
export function readManualPairs(workbook: WorkbookSnapshot): ManualPair[] {
  const sheet = workbook.sheets.find(({ name }) => foldText(name) === MANUAL_PAIR_SHEET);
  if (!sheet) return [];
  const rows = rowsOf(sheet);
  const heading = headingOf(rows);
  if (!heading) return [];
  const pairs = new Map<string, ManualPair>();
  for (const { row, texts } of rows) {
    if (row <= heading.row) continue;
    const current = texts.get(heading.current)?.trim() ?? "";
    const previous = texts.get(heading.previous)?.trim() ?? "";
    if (current === "" || previous === "" || pairs.has(current)) continue;
    pairs.set(current, { current, previous: NEW.test(foldText(previous)) ? null : previous });
  }
  return [...pairs.values()];
}

/** Where the columns of the sheet stand, counting from 1. */
export interface ManualPairHeading {
  readonly row: number;
  readonly current: number;
  readonly previous: number;
}

/** The heading row of the sheet 「前年対応」. */
export function findManualPairHeading(sheet: Pick<SheetSnapshot, "cells">): ManualPairHeading | undefined {
  return headingOf(rowsOf(sheet));
}

interface TextRow {
  readonly row: number;
  /** By column. */
  readonly texts: ReadonlyMap<number, string>;
}

function headingOf(rows: readonly TextRow[]): ManualPairHeading | undefined {
  for (const { row, texts } of rows) {
    const columns = columnsOf(texts);
    if (columns) return { row, ...columns };
  }
  return undefined;
}

function rowsOf({ cells }: Pick<SheetSnapshot, "cells">): TextRow[] {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of cells) {
    let line = rows.get(row);
    if (!line) rows.set(row, (line = new Map<number, string>()));
    line.set(column, text);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, texts]) => ({ row, texts }));
}

function columnsOf(row: ReadonlyMap<number, string>): { current: number; previous: number } | undefined {
  const find = (heading: RegExp) => [...row].find(([, text]) => heading.test(foldText(text)))?.[0];
  const current = find(CURRENT_HEADING);
  const previous = find(PREVIOUS_HEADING);
  return current === undefined || previous === undefined ? undefined : { current, previous };
}

import { foldText } from "../text/fold.ts";
import { cellName } from "../workbook/address.ts";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** The visible sheet on which people record what they accept, and why. */
export const ACCEPTANCE_SHEET = "確認済み";

/** Its columns, in the order in which they are written. Read in any order. */
export const ACCEPTANCE_COLUMNS = {
  ruleId: "規則",
  record: "記録",
  field: "項目",
  value: "値",
  reason: "理由",
  by: "確認者",
  on: "確認日",
} as const;

/** One line of the sheet: a person accepts what a rule says of one value. */
export interface Acceptance {
  readonly ruleId: string;
  /** Key of the record; empty for a text outside the tables. */
  readonly record: string;
  readonly field: string;
  /** The whole text of the cell. When it changes the acceptance lapses. */
  readonly value: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
  /** Where the line itself stands. */
  readonly row: number;
}

export interface AcceptedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly acceptance: Acceptance;
}

export interface AcceptanceResult {
  /** Diagnostics that nobody has accepted, and remarks on acceptances that do not count. */
  readonly open: readonly Diagnostic[];
  readonly accepted: readonly AcceptedDiagnostic[];
}

/** Reads the sheet 「確認済み」; a workbook without one has no acceptances. */
export function readAcceptances(workbook: WorkbookSnapshot): Acceptance[] {
  const sheet = workbook.sheets.find(({ name }) => name === ACCEPTANCE_SHEET);
  if (!sheet) return [];
  const rows = rowsOf(sheet);
  const heading = headingOf(rows);
  if (!heading) return [];
  return rows.filter(({ row }) => row > heading.row).flatMap(({ row, cells }) => readLine(row, cells, heading.columns));
}

/** Where the columns of the sheet stand. */
export interface AcceptanceHeading {
  readonly row: number;
  readonly columns: AcceptanceColumns;
}

/** The heading row of the sheet 「確認済み」. */
export function findAcceptanceHeading(sheet: Pick<SheetSnapshot, "cells">): AcceptanceHeading | undefined {
  return headingOf(rowsOf(sheet));
}

function headingOf(rows: readonly SheetRow[]): AcceptanceHeading | undefined {
  for (const { row, cells } of rows) {
    const columns = headingColumns(cells);
    if (columns) return { row, columns };
  }
  return undefined;
}

/**
 * Sets aside the diagnostics that a person has accepted. An acceptance holds for its rule, record, field and value, so it
 * survives sorting and inserted rows and lapses with the value; without a reason it does not count.
 */
export function applyAcceptances(
  diagnostics: readonly Diagnostic[],
  acceptances: readonly Acceptance[],
): AcceptanceResult {
  // Most workbooks have none, and a large one has ten thousand diagnostics.
  if (acceptances.length === 0) return { open: diagnostics, accepted: [] };
  const counting = new Map(
    acceptances.filter(({ reason }) => reason !== "").map((acceptance) => [subject(acceptance), acceptance]),
  );
  const used = new Set<Acceptance>();
  const open: Diagnostic[] = [];
  const accepted: AcceptedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const acceptance = counting.get(
      subject({
        ruleId: diagnostic.ruleId,
        record: diagnostic.record ?? "",
        field: diagnostic.field ?? "",
        value: diagnostic.cellText.trim(),
      }),
    );
    if (!acceptance) open.push(diagnostic);
    else {
      used.add(acceptance);
      accepted.push({ diagnostic, acceptance });
    }
  }
  const idle = acceptances.filter((acceptance) => !used.has(acceptance));
  return { open: [...open, ...idle.map(remark)], accepted };
}

function subject({ ruleId, record, field, value }: Pick<Acceptance, "ruleId" | "record" | "field" | "value">): string {
  return JSON.stringify([ruleId, record, field, value]);
}

/** What to say of an acceptance that does not count or is no longer needed. */
function remark(acceptance: Acceptance): Diagnostic {
  const lacksReason = acceptance.reason === "";
  return {
    ruleId: lacksReason ? "acceptance-without-reason" : "acceptance-unused",
    messageId: lacksReason ? "reason" : "unused",
    severity: "info",
    message: lacksReason
      ? "理由のない確認は数えません。理由を書いてください。"
      : "この確認に当たる指摘はもうありません。値が変わったか、直っています。行を消して構いません。",
    sheet: ACCEPTANCE_SHEET,
    address: cellName({ row: acceptance.row, column: 1 }),
    text: acceptance.ruleId,
    offset: 0,
    cellText: acceptance.ruleId,
    field: undefined,
    record: undefined,
    standard: undefined,
    fixes: [],
  };
}

interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellSnapshot>;
}

function rowsOf({ cells }: Pick<SheetSnapshot, "cells">): SheetRow[] {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  for (const cell of cells) {
    let row = rows.get(cell.row);
    if (!row) rows.set(cell.row, (row = new Map<number, CellSnapshot>()));
    row.set(cell.column, cell);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, line]) => ({ row, cells: line }));
}

/** Sheet columns, counting from 1. */
export type AcceptanceColumns = Readonly<Record<keyof typeof ACCEPTANCE_COLUMNS, number | undefined>>;

/** The columns of a heading row; a row without 規則, 値 and 理由 is none. */
function headingColumns(cells: ReadonlyMap<number, CellSnapshot>): AcceptanceColumns | undefined {
  const byHeading = new Map([...cells].map(([column, { text }]) => [foldText(text), column]));
  const columns = Object.fromEntries(
    Object.entries(ACCEPTANCE_COLUMNS).map(([name, heading]) => [name, byHeading.get(foldText(heading))]),
  ) as AcceptanceColumns;
  return columns.ruleId && columns.value && columns.reason ? columns : undefined;
}

function readLine(row: number, cells: ReadonlyMap<number, CellSnapshot>, columns: AcceptanceColumns): Acceptance[] {
  const text = (name: keyof AcceptanceColumns) => cells.get(columns[name] ?? 0)?.text.trim() ?? "";
  const ruleId = text("ruleId");
  if (ruleId === "") return [];
  const { record, field, value, reason, by, on } = {
    record: text("record"),
    field: text("field"),
    value: text("value"),
    reason: text("reason"),
    by: text("by"),
    on: text("on"),
  };
  return [{ ruleId, record, field, value, reason, by, on, row }];
}

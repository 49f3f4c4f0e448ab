import type { CheckedDocument } from "../../validation/check-document.ts";
import { type Diagnostic, SEVERITY_NAMES } from "../../validation/diagnostic.ts";
import { parseRange, qualifiedCellName } from "../../workbook/address.ts";
import type { CellAddress, CellRange } from "../../workbook/snapshot.ts";
import type { PlacedFinding } from "./comparison-model.ts";

interface Pooled {
  readonly cell: CellAddress;
  readonly finding: PlacedFinding;
}

/** The findings of a check until each has its place: whoever takes one has it, nobody else. */
export class FindingPool {
  private readonly left: Set<Pooled>;
  /** By sheet and row. */
  private readonly rows = new Map<string, Pooled[]>();

  constructor({ open, accepted }: Pick<CheckedDocument, "open" | "accepted">) {
    this.left = new Set([
      ...open.map((diagnostic) => pooled(diagnostic, "")),
      ...accepted.map(({ diagnostic, acceptance }) => pooled(diagnostic, acceptance.reason)),
    ]);
    for (const one of this.left) {
      const key = rowKey(one.cell);
      const row = this.rows.get(key);
      if (row) row.push(one);
      else this.rows.set(key, [one]);
    }
  }

  /** Those of one cell. */
  ofCell(cell: CellAddress): PlacedFinding[] {
    return this.take((this.rows.get(rowKey(cell)) ?? []).filter((one) => one.cell.column === cell.column));
  }

  /** Those of a range that no cell has taken. */
  ofRange(sheet: string, { top, bottom, left, right }: CellRange): PlacedFinding[] {
    const found: PlacedFinding[] = [];
    for (let row = top; row <= bottom; row++) {
      const own = this.rows.get(rowKey({ sheet, row })) ?? [];
      found.push(...this.take(own.filter(({ cell }) => cell.column >= left && cell.column <= right)));
    }
    return found;
  }

  /** What the check says of a record that is gone: it stands at a heading and names the record. */
  ofGone(title: string, department: string): PlacedFinding[] {
    const said = [...this.left].filter(
      ({ finding }) => finding.ruleId === "record-gone" && finding.message.includes(`「${title}」`),
    );
    const own = said.find(({ finding }) => department !== "" && finding.message.includes(`（${department}）`));
    return this.take(own ? [own] : said.slice(0, 1));
  }

  /** All that nobody has taken. */
  rest(): PlacedFinding[] {
    return this.take([...this.left]);
  }

  private take(wanted: readonly Pooled[]): PlacedFinding[] {
    return wanted.flatMap((one) => (this.left.delete(one) ? [one.finding] : []));
  }
}

function rowKey({ sheet, row }: Pick<CellAddress, "sheet" | "row">): string {
  return `${row}\n${sheet}`;
}

function pooled(diagnostic: Diagnostic, accepted: string): Pooled {
  const { ruleId, severity, message, sheet, address } = diagnostic;
  const { top = 1, left = 1 } = parseRange(address) ?? {};
  const cell = { sheet, row: top, column: left };
  const severityName = SEVERITY_NAMES[severity];
  return { cell, finding: { ruleId, severity, severityName, message, cell: qualifiedCellName(cell), accepted } };
}

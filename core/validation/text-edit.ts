import { cellName } from "../workbook/address.ts";
import type { CellEdit, QuickFix } from "./diagnostic.ts";
import type { SourcedValue } from "../table/evaluation-document.ts";

/** An edit that puts other words in the place of a part of a cell's text. */
export function textEdit(
  at: SourcedValue,
  span: { readonly start: number; readonly end: number },
  words: string,
): CellEdit {
  return {
    sheet: at.cell.sheet,
    address: cellName(at.cell),
    expected: at.value,
    value: at.text.slice(0, span.start) + words + at.text.slice(span.end),
  };
}

/** A correction that keeps the meaning. */
export function fixText(title: string, ...edits: readonly CellEdit[]): QuickFix {
  return { kind: "fix", title, edits };
}

/** A correction that changes the meaning: one at a time, by a person. */
export function suggestText(title: string, ...edits: readonly CellEdit[]): QuickFix {
  return { kind: "suggestion", title, edits };
}

import type { FieldKind } from "../form/form-definition.ts";
import type { CellLook } from "../workbook/sheet-description.ts";
import type { StructuredColumn } from "./structured-workbook.ts";

/** Column widths in characters: short codes narrow, running text wide. */
const WIDTHS: Readonly<Record<FieldKind, number>> = {
  code: 11,
  marker: 8,
  rating: 10,
  direction: 16,
  count: 13,
  amount: 13,
  total: 20,
  organisation: 22,
  name: 30,
  baseline: 28,
  heading: 30,
  text: 24,
  plan: 60,
  result: 60,
  evaluation: 60,
  outlook: 60,
};

/** Width of a column, in characters; a heading of one line fits. */
export function columnWidth({ kind, title, purpose }: StructuredColumn): number {
  const longest = Math.max(...title.split("\n").map((line) => line.length));
  const heading = Math.min(longest * 2 + 4, 24);
  return Math.max(purpose === "source" ? 20 : WIDTHS[kind], heading);
}

/** A heading shows what the column is for: to be filled in, must be filled in, not to be changed. */
export function headingLook({ purpose, constraints }: StructuredColumn): CellLook {
  const own = constraints?.required ? "#FFE699" : "#D9E1F2";
  return { bold: true, fill: purpose === "value" ? own : "#E7E6E6", vertical: "middle", bottomLine: { style: "thin" } };
}

/** Copies and results are grey: a change there has no effect. */
export function cellLook({ type, kind, purpose }: StructuredColumn): CellLook {
  const number = purpose === "identity" || kind === "code" ? "center" : "right";
  return {
    horizontal: type === "string" ? "left" : number,
    vertical: "top",
    colour: purpose === "value" ? "#000000" : "#595959",
    bottomLine: { style: "hair", colour: "#A6A6A6" },
  };
}

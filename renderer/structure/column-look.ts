import type { Fill } from "exceljs";
import type { FieldKind } from "../../core/form/form-definition.ts";
import type { StructuredColumn } from "../../core/structure/structured-workbook.ts";

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

/** Width of a column; a heading of one line fits. */
export function columnWidth({ kind, title, purpose }: StructuredColumn): number {
  const longest = Math.max(...title.split("\n").map((line) => line.length));
  const heading = Math.min(longest * 2 + 4, 24);
  return Math.max(purpose === "source" ? 20 : WIDTHS[kind], heading);
}

/** Heading colours: to be filled in, must be filled in, not to be changed. */
export function headingFill({ purpose, constraints }: StructuredColumn): Fill {
  if (purpose !== "value") return solid("FFE7E6E6");
  return solid(constraints?.required ? "FFFFE699" : "FFD9E1F2");
}

/** Copies and results are grey: a change there has no effect. */
export function textColour({ purpose }: StructuredColumn): string {
  return purpose === "value" ? "FF000000" : "FF595959";
}

function solid(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/** Points that a line of text takes. */
const LINE = 13.5;
/** The highest row of Excel. */
const HIGHEST_ROW = 409;

/** Height of a row in which every text is seen whole, as far as Excel goes: nothing widens a row by itself. */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = Math.max(1, ...cells.map(({ text, width }) => lineCount(text, width)));
  return Math.min(lines * LINE + 3, HIGHEST_ROW);
}

function lineCount(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / (width - 1.5))), 0);
}

/** Width in half-width characters, as the width of a column counts them. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e\uff61-\uff9f]/u.test(character) ? 1.05 : 2;
  return width;
}

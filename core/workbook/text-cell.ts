import type { DescribedCell } from "./sheet-description.ts";

/** A text as a cell to be made. Excel keeps =1+1 a text as long as nobody opens the cell; the format keeps it one then too. */
export function textCell(text: string): DescribedCell {
  return /^[=+\-@]/u.test(text) ? { value: text, format: "@" } : { value: text };
}

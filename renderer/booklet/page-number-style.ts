import { cssString } from "../html/css-string.ts";
import { fontFamilyCss } from "../browser/fonts.ts";

export interface PageNumbers {
  readonly style: "none" | "roman" | "decimal";
  /** Number of the first page. */
  readonly start: number;
  /** Running header; empty for none. */
  readonly header: string;
}

/** Rules that come after a report's own and number its pages as part of something larger. */
export function pageNumberStyle({ style, start, header }: PageNumbers): string {
  const font = `font: 8pt ${fontFamilyCss("gothic")}; color: #333;`;
  const number = { none: "none", roman: "counter(page, lower-roman)", decimal: "counter(page)" }[style];
  return `@page {
  @bottom-center { content: ${number}; ${font} }
  @top-left { content: ${header === "" ? "none" : cssString(header)}; ${font} white-space: nowrap; }
}
@page :first { counter-set: page ${start}; }`;
}

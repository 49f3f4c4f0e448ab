import { FISCAL_YEAR_PATTERN } from "../text/fiscal-year.ts";
import { foldText } from "../text/fold.ts";

/**
 * A test for one spelling of a heading. Width, spaces, line breaks and dashes do not matter; `{fiscalYear}` takes any
 * 年度 and `{n}` any number.
 */
export function headingPattern(heading: string): RegExp {
  const parts = heading.split(/(\{fiscalYear\}|\{n\})/u).map((part) => {
    if (part === "{fiscalYear}") return FISCAL_YEAR_PATTERN;
    if (part === "{n}") return "[0-9]+";
    return RegExp.escape(foldText(part));
  });
  return new RegExp(`^${parts.join("")}$`, "u");
}

/** Whether a text that went through `foldText` is one of the headings. */
export function headingMatcher(headings: readonly string[]): (folded: string) => boolean {
  const exact = new Set(headings.filter((heading) => !heading.includes("{")).map(foldText));
  const patterns = headings.filter((heading) => heading.includes("{")).map(headingPattern);
  return (folded) => exact.has(folded) || patterns.some((pattern) => pattern.test(folded));
}

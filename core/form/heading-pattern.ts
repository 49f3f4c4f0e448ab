import { escapePattern } from "../text/escape-pattern.ts";
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
    return escapePattern(foldText(part));
  });
  return new RegExp(`^${parts.join("")}$`, "u");
}

/** Whether a text that went through `foldText` is one of the headings. */
export function headingMatcher(headings: readonly string[]): (folded: string) => boolean {
  const exact = exactHeadings(headings);
  const pattern = combinedPattern(headings);
  return (folded) => exact.has(folded) || pattern?.test(folded) === true;
}

/** Whether one of the headings is among many texts that went through `foldText`. */
export function hasHeading(headings: readonly string[], texts: ReadonlySet<string>): boolean {
  for (const heading of exactHeadings(headings)) if (texts.has(heading)) return true;
  const pattern = combinedPattern(headings);
  if (pattern) for (const text of texts) if (pattern.test(text)) return true;
  return false;
}

function exactHeadings(headings: readonly string[]): Set<string> {
  return new Set(headings.filter((heading) => !heading.includes("{")).map(foldText));
}

/** One expression for all headings with placeholders: large tables are searched with it text by text. */
function combinedPattern(headings: readonly string[]): RegExp | undefined {
  const sources = headings.filter((heading) => heading.includes("{")).map((heading) => headingPattern(heading).source);
  return sources.length === 0 ? undefined : new RegExp(sources.join("|"), "u");
}

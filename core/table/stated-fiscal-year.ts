import type { FormDefinition } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import type { DocumentPart } from "./evaluation-document.ts";

/** The fiscal year that the form says to look for: in a heading, else in a text; of a span of years the last. */
export function statedFiscalYear(form: FormDefinition, parts: readonly DocumentPart[]): number | undefined {
  const stating = new Set(
    form.layouts.flatMap((layout) =>
      layout.type === "list" || layout.type === "yearly-plan"
        ? layout.columns.flatMap(({ statesFiscalYear, fields }) => (statesFiscalYear ? fields : []))
        : [],
    ),
  );
  for (const part of parts) {
    if (part.kind !== "table") continue;
    for (const { field, heading } of part.table.columns) {
      if (field === undefined || !heading || !stating.has(field)) continue;
      const year = findFiscalYears(heading.text)[0];
      if (year) return year.gregorian;
    }
  }
  const patterns = form.texts
    .filter(({ statesFiscalYear }) => statesFiscalYear)
    .map(({ pattern }) => textPattern(pattern));
  for (const part of parts) {
    if (part.kind !== "text" || !patterns.some((pattern) => pattern.test(part.text.text.trim()))) continue;
    const year = findFiscalYears(part.text.text).at(-1);
    if (year) return year.gregorian;
  }
  return undefined;
}

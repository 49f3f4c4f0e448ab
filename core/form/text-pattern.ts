import { FISCAL_YEAR_PATTERN } from "../text/fiscal-year.ts";

/** Compiles a pattern of `form.json`; `{fiscalYear}` and `{n}` as in headings. @throws SyntaxError for a broken expression. */
export function textPattern(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll("{fiscalYear}", FISCAL_YEAR_PATTERN).replaceAll("{n}", "[0-9]+"), "u");
}

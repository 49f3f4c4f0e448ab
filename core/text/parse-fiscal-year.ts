import { findFiscalYears, FISCAL_YEAR_PATTERN } from "./fiscal-year.ts";
import { foldText } from "./fold.ts";

const WHOLE = new RegExp(`^${FISCAL_YEAR_PATTERN}$`, "u");

/** `2025`, `R7`, `令和7`, `令和７年度` → the Gregorian year in which the fiscal year begins; nothing for any other text. */
export function parseFiscalYear(text: string): number | undefined {
  const folded = foldText(text).replace(/年度?$/u, "");
  const written = `${folded}年度`;
  if (!WHOLE.test(written) || /^\D+0/u.test(folded)) return undefined;
  const year = findFiscalYears(written)[0]?.gregorian;
  return year !== undefined && year > 1867 && year < 3000 ? year : undefined;
}

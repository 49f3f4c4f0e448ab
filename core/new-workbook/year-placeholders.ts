import { fiscalYearLabel } from "../text/fiscal-year.ts";

/** A text of `form.json` for one year: `{fiscalYear}` → 令和7年度, `{fiscalYear-2}` → 令和5年度. */
export function fillInYears(text: string, fiscalYear: number): string {
  return text.replace(/\{fiscalYear([+-]\d+)?\}/gu, (_, years: string | undefined) =>
    fiscalYearLabel(fiscalYear + Number(years ?? 0)),
  );
}

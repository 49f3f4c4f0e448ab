import type { Rule } from "../rule.ts";
import { breakdownSumMismatch } from "./breakdown-sum-mismatch.ts";
import { codeFormatMixed } from "./code-format-mixed.ts";
import { counterHomophone } from "./counter-homophone.ts";
import { dateBroken } from "./date-broken.ts";
import { dateFormatMixed } from "./date-format-mixed.ts";
import { digitWidthMixed } from "./digit-width-mixed.ts";
import { eraNotationMixed } from "./era-notation-mixed.ts";
import { letterBesideDigit } from "./letter-beside-digit.ts";
import { listedCountMismatch } from "./listed-count-mismatch.ts";
import { percentageOutOfRange } from "./percentage-out-of-range.ts";
import { planTotalMismatch } from "./plan-total-mismatch.ts";
import { quantityFormatInconsistent } from "./quantity-format-inconsistent.ts";
import { relistedPlanUnknown } from "./relisted-plan-unknown.ts";
import { stockIncrementMismatch } from "./stock-increment-mismatch.ts";
import { summaryCountMismatch } from "./summary-count-mismatch.ts";
import { totalRowMismatch } from "./total-row-mismatch.ts";
import { yearOutsidePeriod } from "./year-outside-period.ts";

/** Rules about numbers, dates and years. */
export const numberRules: readonly Rule[] = [
  planTotalMismatch,
  totalRowMismatch,
  summaryCountMismatch,
  breakdownSumMismatch,
  listedCountMismatch,
  stockIncrementMismatch,
  relistedPlanUnknown,
  percentageOutOfRange,
  letterBesideDigit,
  counterHomophone,
  digitWidthMixed,
  dateBroken,
  dateFormatMixed,
  eraNotationMixed,
  yearOutsidePeriod,
  quantityFormatInconsistent,
  codeFormatMixed,
];

import type { Rule } from "../rule.ts";
import { continuedWithoutPrevious } from "./continued-without-previous.ts";
import { digitSlipSuspected } from "./digit-slip-suspected.ts";
import { evaluationMentionsMissingIndicator } from "./evaluation-mentions-missing-indicator.ts";
import { evaluationUnchanged } from "./evaluation-unchanged.ts";
import { headingsChanged } from "./headings-changed.ts";
import { indicatorChanged } from "./indicator-changed.ts";
import { indicatorGone } from "./indicator-gone.ts";
import { indicatorNew } from "./indicator-new.ts";
import { indicatorRenamed } from "./indicator-renamed.ts";
import { indicatorUnchanged } from "./indicator-unchanged.ts";
import { indicatorUnitChanged } from "./indicator-unit-changed.ts";
import { organisationRenamed } from "./organisation-renamed.ts";
import { plannedAmountJump } from "./planned-amount-jump.ts";
import { recordGone } from "./record-gone.ts";
import { recordNew } from "./record-new.ts";
import { recordRenamed } from "./record-renamed.ts";
import { sentenceUnchanged } from "./sentence-unchanged.ts";

/** Rules that compare this year with last year. Without last year, in a document or in its columns of years, they say nothing. */
export const previousYearRules: readonly Rule[] = [
  recordRenamed,
  recordNew,
  recordGone,
  headingsChanged,
  organisationRenamed,
  indicatorGone,
  indicatorNew,
  indicatorRenamed,
  indicatorUnitChanged,
  indicatorChanged,
  indicatorUnchanged,
  digitSlipSuspected,
  plannedAmountJump,
  evaluationUnchanged,
  sentenceUnchanged,
  continuedWithoutPrevious,
  evaluationMentionsMissingIndicator,
];

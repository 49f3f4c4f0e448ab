import type { Rule } from "../rule.ts";
import { approximateResult } from "./approximate-result.ts";
import { changeWithoutNumber } from "./change-without-number.ts";
import { countWithoutQualifier } from "./count-without-qualifier.ts";
import { departmentNamesItself } from "./department-names-itself.ts";
import { evaluationWithoutEvidence } from "./evaluation-without-evidence.ts";
import { evaluationWithoutJudgement } from "./evaluation-without-judgement.ts";
import { goalCountMismatch } from "./goal-count-mismatch.ts";
import { goalItemWithoutResult } from "./goal-item-without-result.ts";
import { listElementWithoutNumber } from "./list-element-without-number.ts";
import { nonpastInResult } from "./nonpast-in-result.ts";
import { outlookCopiedFromPlan } from "./outlook-copied-from-plan.ts";
import { pastInOutlook } from "./past-in-outlook.ts";
import { plannedInResult } from "./planned-in-result.ts";
import { ratingContradictsResult } from "./rating-contradicts-result.ts";
import { ratingsAllSame } from "./ratings-all-same.ts";
import { recordsCopied } from "./records-copied.ts";
import { resultCopiedFromOutlook } from "./result-copied-from-outlook.ts";
import { resultCopiedFromPlan } from "./result-copied-from-plan.ts";
import { resultWithoutNumber } from "./result-without-number.ts";
import { resultWithoutTarget } from "./result-without-target.ts";
import { statusOrder } from "./status-order.ts";
import { targetWithoutNumber } from "./target-without-number.ts";
import { termBetweenColumns } from "./term-between-columns.ts";

/** Rules that compare what the columns of a record say. */
export const meaningRules: readonly Rule[] = [
  plannedInResult,
  nonpastInResult,
  pastInOutlook,
  resultCopiedFromOutlook,
  resultCopiedFromPlan,
  outlookCopiedFromPlan,
  recordsCopied,
  ratingContradictsResult,
  ratingsAllSame,
  resultWithoutNumber,
  evaluationWithoutJudgement,
  goalItemWithoutResult,
  goalCountMismatch,
  countWithoutQualifier,
  listElementWithoutNumber,
  approximateResult,
  departmentNamesItself,
  statusOrder,
  targetWithoutNumber,
  termBetweenColumns,
  resultWithoutTarget,
  changeWithoutNumber,
  evaluationWithoutEvidence,
];

import type { Rule } from "../rule.ts";
import { nonpastInResult } from "./nonpast-in-result.ts";
import { pastInOutlook } from "./past-in-outlook.ts";
import { plannedInResult } from "./planned-in-result.ts";

/** Rules that compare what the columns of a record say. */
export const meaningRules: readonly Rule[] = [plannedInResult, nonpastInResult, pastInOutlook];

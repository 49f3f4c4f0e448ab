import type { Rule } from "../rule.ts";
import { planTotalMismatch } from "./plan-total-mismatch.ts";
import { valueRequired } from "./value-required.ts";

/** Every rule, in the order of the reference. A test compares this list with the folder. */
export const RULES: readonly Rule[] = [valueRequired, planTotalMismatch];

import type { Rule } from "../rule.ts";
import { machineReadabilityRules } from "./machine-readability-rules.ts";
import { meaningRules } from "./meaning-rules.ts";
import { nameRules } from "./name-rules.ts";
import { numberRules } from "./number-rules.ts";
import { previousYearRules } from "./previous-year-rules.ts";
import { structureRules } from "./structure-rules.ts";
import { textRules } from "./text-rules.ts";

/** Every rule, in the order of the reference. A test compares this list with the folder. */
export const RULES: readonly Rule[] = [
  ...structureRules,
  ...numberRules,
  ...textRules,
  ...nameRules,
  ...meaningRules,
  ...previousYearRules,
  ...machineReadabilityRules,
];

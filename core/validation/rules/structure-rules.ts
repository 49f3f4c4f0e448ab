import type { Rule } from "../rule.ts";
import { headingMissing } from "./heading-missing.ts";
import { headingUnknown } from "./heading-unknown.ts";
import { keyDuplicate } from "./key-duplicate.ts";
import { labelSplit } from "./label-split.ts";
import { placeholderInconsistent } from "./placeholder-inconsistent.ts";
import { recordCountMismatch } from "./record-count-mismatch.ts";
import { sheetsDisagree } from "./sheets-disagree.ts";
import { sourceResidue } from "./source-residue.ts";
import { textBesideTable } from "./text-beside-table.ts";
import { valueNotInEnum } from "./value-not-in-enum.ts";
import { valueNotUnique } from "./value-not-unique.ts";
import { valueOutOfRange } from "./value-out-of-range.ts";
import { valuePatternMismatch } from "./value-pattern-mismatch.ts";
import { valueRequired } from "./value-required.ts";
import { valueTooLong } from "./value-too-long.ts";
import { valueTypeMismatch } from "./value-type-mismatch.ts";
import { valueUnselected } from "./value-unselected.ts";

/** Rules about what a form asks for and what its cells hold. */
export const structureRules: readonly Rule[] = [
  valueRequired,
  valueNotInEnum,
  valueUnselected,
  valueTypeMismatch,
  valuePatternMismatch,
  valueOutOfRange,
  valueTooLong,
  valueNotUnique,
  keyDuplicate,
  recordCountMismatch,
  headingMissing,
  headingUnknown,
  textBesideTable,
  labelSplit,
  placeholderInconsistent,
  sourceResidue,
  sheetsDisagree,
];

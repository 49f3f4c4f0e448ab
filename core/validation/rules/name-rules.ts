import type { Rule } from "../rule.ts";
import { footnoteMismatch } from "./footnote-mismatch.ts";
import { nearDuplicateTerm } from "./near-duplicate-term.ts";
import { organisationUnknown } from "./organisation-unknown.ts";
import { organisationsRunTogether } from "./organisations-run-together.ts";
import { relativeDate } from "./relative-date.ts";
import { spellingVaries } from "./spelling-varies.ts";
import { symbolWithoutLegend } from "./symbol-without-legend.ts";
import { termInformal } from "./term-informal.ts";
import { unitVaries } from "./unit-varies.ts";

/** Rules about names, terms, units and signs that have to be the same throughout a document. */
export const nameRules: readonly Rule[] = [
  spellingVaries,
  nearDuplicateTerm,
  termInformal,
  unitVaries,
  organisationUnknown,
  organisationsRunTogether,
  relativeDate,
  symbolWithoutLegend,
  footnoteMismatch,
];

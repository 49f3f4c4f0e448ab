import { foldText } from "../text/fold.ts";
import { ACCEPTANCE_SHEET } from "./acceptance.ts";
import { MANUAL_PAIR_SHEET } from "./manual-pairs.ts";

/** The sheet that lists findings for mailing round. */
export const FINDING_SHEET = "指摘一覧";

const OWN = [ACCEPTANCE_SHEET, MANUAL_PAIR_SHEET, FINDING_SHEET].map(foldText);

/** Whether a sheet is one of those that this program keeps beside the table: no part of it, and never checked. */
export function isOwnSheet(name: string): boolean {
  // A list of findings that is made again is 指摘一覧2.
  return OWN.includes(foldText(name).replace(/\d+$/u, ""));
}

import type { Finding } from "../../review/review-protocol.ts";
import type { PaneState } from "../state/pane-state.ts";
import { groupFindings, type FindingGroup } from "./group-findings.ts";

/** The groups that the list shows now. */
export function listedGroups({ review, list, rules }: Pick<PaneState, "review" | "list" | "rules">): FindingGroup[] {
  return groupFindings(review?.findings ?? [], list, rules);
}

/** The findings through which F8 leads, in the order of the list; folded groups are not left out. */
export function listedFindings(state: Pick<PaneState, "review" | "list" | "rules">): Finding[] {
  return listedGroups(state).flatMap(({ findings }) => findings);
}

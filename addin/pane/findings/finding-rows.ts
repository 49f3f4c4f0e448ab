import type { Finding } from "../../review/review-protocol.ts";
import type { FindingGroup } from "./group-findings.ts";

/** A line of the list. Positions count from 1 among the lines of the same parent, for screen readers. */
export type FindingRow =
  | {
      readonly kind: "group";
      readonly key: string;
      readonly group: FindingGroup;
      readonly isFolded: boolean;
      readonly position: number;
      readonly of: number;
    }
  | {
      readonly kind: "finding";
      readonly key: string;
      readonly finding: Finding;
      readonly parentKey: string;
      readonly position: number;
      readonly of: number;
    };

/** The lines of the list from top to bottom; those of folded groups are left out. */
export function findingRows(groups: readonly FindingGroup[], folded: ReadonlySet<string>): FindingRow[] {
  return groups.flatMap((group, index): FindingRow[] => {
    const isFolded = folded.has(group.key);
    const head: FindingRow = {
      kind: "group",
      key: group.key,
      group,
      isFolded,
      position: index + 1,
      of: groups.length,
    };
    if (isFolded) return [head];
    const of = group.findings.length;
    return [
      head,
      ...group.findings.map((finding, i): FindingRow => ({
        kind: "finding",
        key: finding.id,
        finding,
        parentKey: group.key,
        position: i + 1,
        of,
      })),
    ];
  });
}

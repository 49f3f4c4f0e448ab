import type { JSX } from "preact";
import { SEVERITIES, SEVERITY_NAMES } from "../../../core/validation/diagnostic.ts";
import type { FindingRow } from "../findings/finding-rows.ts";
import { countBySeverity } from "../findings/group-findings.ts";
import { FindingMark } from "./finding-mark.tsx";
import { Icon } from "./icon.tsx";

/** What a group says: its title, and how much of each severity it holds. */
export function GroupRowView({ group, isFolded }: Extract<FindingRow, { kind: "group" }>): JSX.Element {
  const counts = countBySeverity(group.findings, { department: undefined, state: "all" });
  return (
    <>
      <span class={isFolded ? "row-fold" : "row-fold row-fold-open"}>
        <Icon name="chevron" />
      </span>
      <span class="row-heading">
        <span class="row-title">{group.title}</span>
        {group.subtitle !== undefined && <span class="row-subtitle">{group.subtitle}</span>}
      </span>
      <span class="row-counts">
        {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
          <span key={severity} class={`count mark-${severity}`}>
            <Icon name={severity} />
            <span class="unseen">{SEVERITY_NAMES[severity]} </span>
            {counts[severity]}
          </span>
        ))}
      </span>
    </>
  );
}

export interface FindingRowViewProps {
  readonly row: Extract<FindingRow, { kind: "finding" }>;
  /** The group already says which record it is. */
  readonly isRecordKnown: boolean;
  readonly isAtSelection: boolean;
}

/** What a finding says in the list: two lines of its message, and where it is. */
export function FindingRowView({ row, isRecordKnown, isAtSelection }: FindingRowViewProps): JSX.Element {
  const { finding } = row;
  const { sheet, address, recordTitle, record, message } = finding;
  const name = isRecordKnown ? undefined : (recordTitle ?? record);
  return (
    <>
      <FindingMark finding={finding} />
      <span class="row-body">
        <span class="row-message">{message}</span>
        <span class="row-place">
          <span class="row-cell">{address}</span>
          <span class="row-where">{name ?? sheet}</span>
          {isAtSelection && <span class="row-selected">選択中のセル</span>}
        </span>
      </span>
    </>
  );
}

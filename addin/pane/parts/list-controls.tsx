import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { SEVERITIES, SEVERITY_NAMES } from "../../../core/validation/diagnostic.ts";
import type { FindingState } from "../../review/review-protocol.ts";
import { countBySeverity, departmentsOf } from "../findings/group-findings.ts";
import type { Grouping } from "../state/pane-state.ts";
import { Icon } from "./icon.tsx";
import { usePane } from "./pane-context.ts";

const GROUPINGS: Readonly<Record<Grouping, string>> = { record: "記録ごと", rule: "種類ごと" };
const STATES: Readonly<Record<FindingState | "all", string>> = {
  open: "未対応",
  accepted: "確認済み",
  lapsed: "失効した確認",
  all: "すべての状態",
};

/** What the list shows: a switch for each severity with its count, and how it is grouped and narrowed. */
export function ListControls(): JSX.Element {
  const { state, send } = usePane();
  const { list, review } = state;
  const findings = review?.findings ?? [];
  const counts = useMemo(() => countBySeverity(findings, list), [findings, list]);
  const departments = useMemo(() => departmentsOf(findings), [findings]);
  return (
    <div class="controls">
      <div class="switches" role="group" aria-label="表示する区分">
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            class="switch"
            aria-pressed={list.severities.includes(severity)}
            onClick={() => {
              send({ type: "severity-toggled", severity });
            }}
          >
            <span class={`mark mark-${severity}`}>
              <Icon name={severity} />
            </span>
            {SEVERITY_NAMES[severity]}
            <span class="switch-count">{counts[severity].toLocaleString("ja-JP")}</span>
          </button>
        ))}
      </div>
      <div class="selects">
        <select
          aria-label="まとめ方"
          value={list.grouping}
          onChange={({ currentTarget }) => {
            send({ type: "grouped", grouping: currentTarget.value as Grouping });
          }}
        >
          {Object.entries(GROUPINGS).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {departments.length > 0 && (
          <select
            aria-label="担当課"
            value={list.department ?? ""}
            onChange={({ currentTarget: { value } }) => {
              send({ type: "department-chosen", department: value === "" ? undefined : value });
            }}
          >
            <option value="">すべての課</option>
            {departments.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
        <select
          aria-label="状態"
          value={list.state}
          onChange={({ currentTarget }) => {
            send({ type: "state-chosen", state: currentTarget.value as FindingState | "all" });
          }}
        >
          {Object.entries(STATES).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

import type { JSX } from "preact";
import { SEVERITY_NAMES } from "../../../core/validation/diagnostic.ts";
import type { Finding } from "../../review/review-protocol.ts";
import { Icon } from "./icon.tsx";

/** The sign of a finding: its severity, or that it is accepted or lapsed. Read out as a word. */
export function FindingMark({ finding }: { readonly finding: Pick<Finding, "severity" | "state"> }): JSX.Element {
  const { severity, state } = finding;
  const name = state === "open" ? severity : state;
  const word = state === "open" ? SEVERITY_NAMES[severity] : state === "accepted" ? "確認済み" : "失効";
  return (
    <span class={`mark mark-${name}`}>
      <Icon name={name} />
      <span class="unseen">{word}: </span>
    </span>
  );
}

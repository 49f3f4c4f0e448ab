import { parseRange } from "../../../core/workbook/address.ts";
import type { Finding } from "../../review/review-protocol.ts";
import type { Place } from "../state/pane-state.ts";

/**
 * The finding after (`step` 1) or before (`step` -1) the one at hand, from the last on to the first. Where none is at
 * hand, the search begins at the cell that is selected in Excel, and otherwise at the top.
 * @param findings in the order of the list
 */
export function nextFinding(
  findings: readonly Finding[],
  at: { readonly id: string | undefined; readonly selection: Place | undefined },
  step: 1 | -1,
): Finding | undefined {
  const current = findings.findIndex(({ id }) => id === at.id);
  if (current >= 0) return findings.at((current + step) % findings.length);
  const start = at.selection && firstNotBefore(findings, at.selection);
  if (start === undefined) return findings.at(step === 1 ? 0 : -1);
  return findings.at(step === 1 ? start : start - 1);
}

/** Whether a finding is about the selected cell. */
export function isAtSelection({ sheet, address }: Finding, selection: Place | undefined): boolean {
  if (selection?.sheet !== sheet) return false;
  const area = parseRange(selection.address);
  const cell = parseRange(address);
  if (!area || !cell) return false;
  return cell.top <= area.bottom && cell.bottom >= area.top && cell.left <= area.right && cell.right >= area.left;
}

function firstNotBefore(findings: readonly Finding[], { sheet, address }: Place): number | undefined {
  const place = parseRange(address);
  const index = findings.findIndex((finding) => {
    const cell = parseRange(finding.address);
    if (finding.sheet !== sheet || !cell || !place) return false;
    return cell.top > place.top || (cell.top === place.top && cell.left >= place.left);
  });
  return index < 0 ? undefined : index;
}

import type { CheckedDocument } from "../../core/validation/check-document.ts";
import type { Diagnostic } from "../../core/validation/diagnostic.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import { parseRange, qualifiedCellName } from "../../core/workbook/address.ts";
import { excerptOf } from "../check/text-report.ts";
import type { PreviewFinding } from "./browser/preview-state.ts";

/** The findings of `hyoka check`, as the page lists them: open ones first, then what somebody has accepted. */
export function previewFindings({ open, accepted }: CheckedDocument): PreviewFinding[] {
  const remedies = new Map(RULES.map(({ meta }) => [meta.id, meta.remedy]));
  const finding = (diagnostic: Diagnostic): PreviewFinding => ({
    cell: cellOf(diagnostic),
    severity: diagnostic.severity,
    message: diagnostic.message,
    excerpt: excerptOf(diagnostic, (text) => text),
    remedy: diagnostic.fixes[0]?.title ?? remedies.get(diagnostic.ruleId) ?? "",
  });
  return [
    ...open.map(finding),
    ...accepted.map(({ diagnostic, acceptance }) => ({ ...finding(diagnostic), accepted: acceptance.reason })),
  ];
}

/** The cell as `data-cell` names it. */
function cellOf({ sheet, address }: Diagnostic): string {
  const range = parseRange(address);
  return range === undefined ? sheet : qualifiedCellName({ sheet, row: range.top, column: range.left });
}

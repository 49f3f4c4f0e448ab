import type { EvaluationTable, SourcedValue } from "../../table/evaluation-document.ts";
import { defineRule, type RuleContext } from "../rule.ts";

/** A heading that the form asks for and a table lacks. */
export const headingMissing = defineRule({
  meta: {
    id: "heading-missing",
    category: "structure",
    title: "様式の見出しがない",
    description: "様式が求める見出しがない表では、その列の値を読み取れず、前の年度との比較もできません。",
    severity: "error",
    standard: "L3-07",
    example: { wrong: "事業名 | 実績 | 担当課（「評価」の列がない）", right: "事業名 | 実績 | 評価 | 担当課" },
    remedy: "列を補うか、見出しの言葉を様式のとおりに直します。",
    messages: {
      missing: (d: { heading: string }) => `この表に見出し「${d.heading}」がありません。列を補ってください。`,
      renamed: (d: { heading: string; unknown: string }) =>
        `この表に見出し「${d.heading}」がありません。様式にない見出し「${d.unknown}」がこれに当たるなら、言葉をそろえてください。`,
    },
  },

  check(context, report) {
    const seen = new Set<string>();
    for (const table of context.tables) {
      const at = firstHeading(table);
      // Segments of one table share their headings.
      const place = at && `${at.cell.sheet}!${at.cell.row}:${at.cell.column}`;
      if (!at || place === undefined || seen.has(place)) continue;
      seen.add(place);
      const unknown = table.columns.find(({ field, heading }) => field === undefined && heading?.text.trim())?.heading;
      for (const heading of table.missingHeadings) {
        if (unknown) {
          const data = { heading, unknown: unknown.text.replace(/\s+/gu, "") };
          report({ messageId: "renamed", data, at: unknown, severity: "warning" });
        } else {
          const severity = isRequired(context, table, heading) ? "error" : "warning";
          report({ messageId: "missing", data: { heading }, at, severity });
        }
      }
    }
  },
});

function firstHeading({ columns, corner, labels }: EvaluationTable): SourcedValue | undefined {
  return columns.find(({ heading }) => heading)?.heading ?? corner ?? Object.values(labels)[0];
}

/** Whether a field of the missing column must be filled in. */
function isRequired({ form }: RuleContext, { resource, layout }: EvaluationTable, heading: string): boolean {
  const definition = form.layouts.find((other) => other.resource === resource && other.type === layout);
  if (!definition || !("columns" in definition)) return false;
  const column = definition.columns.find(({ headings }) => headings[0] === heading);
  const fields = form.resources.find(({ name }) => name === resource)?.schema.fields ?? [];
  return fields.some(({ name, constraints }) => column?.fields.includes(name) && constraints?.required);
}

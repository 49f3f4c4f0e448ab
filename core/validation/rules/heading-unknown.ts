import { defineRule } from "../rule.ts";

/** A column that the form does not know: printed, but neither checked nor compared. */
export const headingUnknown = defineRule({
  meta: {
    id: "heading-unknown",
    category: "structure",
    title: "様式にない見出し",
    description:
      "様式にない列の値は、点検も前年度との比較もされません。見出しの書き換えや、臨時に足した列が残っていることがあります。",
    severity: "info",
    standard: "L3-07",
    example: { wrong: "評価結果（様式では「評価」）", right: "評価" },
    remedy: "様式の見出しに直すか、必要な列なら様式の定義に加えます。",
    messages: {
      unknown: (d: { heading: string }) =>
        `見出し「${d.heading}」は様式にありません。言葉を様式に合わせるか、様式に加えてください。`,
    },
  },

  check({ tables }, report) {
    const seen = new Set<string>();
    for (const { columns } of tables) {
      for (const { field, heading } of columns) {
        if (field !== undefined || !heading?.text.trim()) continue;
        const place = `${heading.cell.sheet}!${heading.cell.row}:${heading.cell.column}`;
        if (seen.has(place)) continue;
        seen.add(place);
        report({ messageId: "unknown", data: { heading: heading.text.replace(/\s+/gu, "") }, at: heading });
      }
    }
  },
});

import type { DateStyle } from "../../text/find-dates.ts";
import { yearFault } from "../../text/year-fault.ts";
import { datesOf } from "../cell-reading.ts";
import { cellTexts, type CellText } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";

const NAMES: Readonly<Record<DateStyle, string>> = {
  kanji: "11月17日",
  slash: "11/17",
  dotted: "3.11.17",
  hyphen: "2021-11-17",
};

interface Found {
  readonly cell: CellText;
  readonly start: number;
  readonly end: number;
}

/** Dates of several shapes in one document. */
export const dateFormatMixed = defineRule({
  meta: {
    id: "date-format-mixed",
    category: "number",
    title: "日付の書き方の混在",
    description:
      "一つの文書の中で「11月17日」「11/12」「12.10.20」が混ざると、読みにくく、並べ替えや検索もできません。",
    severity: "info",
    standard: "L2-04",
    example: { wrong: "11/12に実施、11月17日に開催", right: "11月12日に実施、11月17日に開催" },
    remedy: "一つの書き方にそろえます。文章では「11月17日」の形が標準です。",
    messages: {
      mixed: (d: { date: string; style: string; count: number }) =>
        `日付「${d.date}」の書き方が、この文書のほかの日付（「${d.style}」の形）と違います。同じ書き方は ${d.count} か所あります。そろえてください。`,
    },
  },

  check(context, report) {
    const styles = new Map<DateStyle, Found[]>();
    for (const cell of cellTexts(context)) {
      for (const date of datesOf(cell)) {
        // What date-broken says of a year settles the style too.
        if (yearFault(date)) continue;
        const { style, start, end } = date;
        const list = styles.get(style) ?? [];
        list.push({ cell, start, end });
        styles.set(style, list);
      }
    }
    if (styles.size < 2) return;
    // Official writing names months and days; where nobody does, the majority leads.
    const [common] = styles.has("kanji")
      ? (["kanji"] as const)
      : [...styles].sort(([, a], [, b]) => b.length - a.length)[0]!;
    for (const [style, found] of styles) {
      if (style === common) continue;
      const { cell, start, end } = found[0]!;
      const data = { date: cell.text.slice(start, end), style: NAMES[common], count: found.length };
      report({ messageId: "mixed", data, at: cell.at, span: { start, end } });
    }
  },
});

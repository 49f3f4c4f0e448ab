import { figureText, labelText } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf, indicatorYears } from "../year-comparisons.ts";

/** 婦人相談 → 女性相談: a figure that goes on under another name. */
export const indicatorRenamed = defineRule({
  meta: {
    id: "indicator-renamed",
    category: "previous-year",
    title: "実績の数値の名前が昨年度と違う",
    description:
      "同じ指標の名前が年度によって違うと、推移を追えません。法令の改正などで名前が変わったときは、注記が要ります。",
    severity: "info",
    standard: "L3-07",
    example: {
      wrong: "昨年度「婦人相談 1,213件」→ 今年度「女性相談 1,199件」",
      right: "女性相談（旧 婦人相談） 1,199件",
    },
    remedy: "同じ指標であれば名前の変更を注記し、違う指標であれば昨年度の指標の値も書きます。",
    messages: {
      renamed: (d: { label: string; figure: string; before: string; beforeFigure: string }) =>
        `「${d.label}」（${d.figure}）は、昨年度の「${d.before}」（${d.beforeFigure}）の名前を変えたものとみられます。同じ指標であれば注記してください。`,
    },
  },

  check(context, report) {
    for (const { comparison } of comparisonsOf(context, "result")) {
      const { current, previous } = comparison;
      for (const { current: now, previous: before } of indicatorYears(comparison, context).renamed) {
        report({
          messageId: "renamed",
          data: {
            label: labelText(now),
            figure: figureText(current, now),
            before: labelText(before),
            beforeFigure: figureText(previous, before),
          },
          at: current,
          span: { start: Math.min(now.labelStart, now.start), end: now.end },
        });
      }
    }
  },
});

import type { Indicator } from "../../text/indicators.ts";
import { sentencesOf } from "../cell-reading.ts";
import { figureText, labelText } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf, indicatorYears, type YearComparison } from "../year-comparisons.ts";

/** A large figure that is to the last digit what it was last year: copied on, perhaps. */
export const indicatorUnchanged = defineRule({
  meta: {
    id: "indicator-unchanged",
    category: "previous-year",
    title: "実績の数値が昨年度とまったく同じ",
    description:
      "相談件数や参加者数のような大きな数値が末尾の桁まで昨年度と同じになることは、まれです。昨年度の文書を写したまま直し忘れていることがあります。",
    severity: "info",
    example: { wrong: "昨年度「相談件数:1,234件」→ 今年度「相談件数:1,234件」", right: "今年度「相談件数:1,251件」" },
    remedy: "今年度の数値に直されているかを確かめます。",
    options: { least: { default: 100, description: "これより小さい数値は同じでも指摘しない" } },
    messages: {
      same: (d: { label: string; figure: string }) =>
        `「${d.label}」の ${d.figure} は、昨年度とまったく同じ数値です。今年度の数値に直されているか確かめてください。`,
    },
  },

  check(context, report) {
    for (const { comparison } of comparisonsOf(context, "result")) {
      const { current } = comparison;
      for (const { current: now, previous: before } of indicatorYears(comparison, context).pairs) {
        if (now.value !== before.value || now.value < context.options.least || !now.certain) continue;
        // Round figures and sums of money are often the same on purpose.
        if (isInUnchangedSentence(comparison, now)) continue;
        if (now.approximate || now.value % 10 === 0 || now.unit.endsWith("円")) continue;
        report({
          messageId: "same",
          data: { label: labelText(now), figure: figureText(current, now) },
          at: current,
          span: { start: now.start, end: now.end },
        });
      }
    }
  },
});

/** The whole sentence stayed as it was: `sentence-unchanged` says it. */
function isInUnchangedSentence({ current, previous }: YearComparison, { start }: Indicator): boolean {
  const sentence = sentencesOf(current).find((one) => one.start <= start && start < one.end);
  return (
    sentence !== undefined &&
    sentence.text.length >= 15 &&
    sentencesOf(previous).some(({ text }) => text === sentence.text)
  );
}

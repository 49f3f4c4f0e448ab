import { isGenericLabel } from "../../text/indicators.ts";
import { listFigures } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf, indicatorsOf, indicatorYears } from "../year-comparisons.ts";

/** A figure that last year's results did not have. */
export const indicatorNew = defineRule({
  meta: {
    id: "indicator-new",
    category: "previous-year",
    title: "昨年度の実績にない数値",
    description: "新しい指標は、昨年度の値がないと増減が分かりません。昨年度の指標の名前を変えただけのときもあります。",
    severity: "info",
    standard: "L3-07",
    example: { wrong: "オンライン相談:120件（昨年度の値なし）", right: "オンライン相談:120件（令和6年度から開始）" },
    remedy:
      "新しく始めた指標であれば、いつから数えているかを書きます。名前を変えただけであれば、昨年度の名前に合わせます。",
    messages: {
      added: (d: { figures: string }) =>
        `${d.figures}は、昨年度の実績にない数値です。新しい指標であれば、その旨を書いてください。`,
    },
  },

  check(context, report) {
    for (const { comparison } of comparisonsOf(context, "result")) {
      const { current, previous } = comparison;
      // Where last year gave no figures at all, any figure is a gain.
      if (!indicatorsOf(previous).some(({ certain }) => certain)) continue;
      const added = indicatorYears(comparison, context).added.filter(
        ({ certain, parent, label, subject }) => certain && !parent && (subject !== "" || !isGenericLabel(label)),
      );
      const [first] = added;
      if (!first) continue;
      const span = { start: first.labelStart < first.start ? first.labelStart : first.start, end: first.end };
      report({ messageId: "added", data: { figures: listFigures(current, added) }, at: current, span });
    }
  },
});

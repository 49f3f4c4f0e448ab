import { figureText, labelText, listFigures } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { staleEvaluations } from "../unchanged-text.ts";
import { yearComparisons } from "../year-comparisons.ts";

/** The evaluation is last year's although the figures beside it moved. */
export const evaluationUnchanged = defineRule({
  meta: {
    id: "evaluation-unchanged",
    category: "previous-year",
    title: "実績が変わったのに評価が昨年度と同じ",
    description:
      "実績の数値が大きく動いたのに評価や今後の取組が昨年度の文のままでは、増減をどう受け止めたのかが読み取れません。昨年度の文書を写したまま直し忘れていることがあります。",
    severity: "warning",
    example: {
      wrong: "就業情報提供 45件→13件、評価は昨年度と同じ「…支援を継続的に行った。」",
      right: "就業情報提供は求人サイトへの誘導に切り替えたため減少したが、…",
    },
    remedy: "今年度の実績に照らして評価を書き直します。",
    options: {
      similarity: { default: 0.95, description: "同じ文とみなす類似度（0～1）" },
      move: { default: 0.1, description: "動いたとみなす増減の割合（0.1 は 10 %）" },
      minimum: { default: 5, description: "動いたとみなす差の下限（件、人、回など）" },
    },
    messages: {
      moved: (d: { title: string; label: string; before: string; now: string; change: string }) =>
        `「${d.label}」が ${d.before} から ${d.now} に変わりました（${d.change}）が、「${d.title}」は昨年度の文のままです。今年度の実績に照らして書き直してください。`,
      gone: (d: { title: string; figures: string }) =>
        `昨年度の実績にあった${d.figures}が今年度の実績にありませんが、「${d.title}」は昨年度の文のままです。今年度の実績に照らして書き直してください。`,
    },
  },

  check(context, report) {
    const { similarity, move, minimum } = context.options;
    for (const record of yearComparisons(context)) {
      const stale = staleEvaluations(record, context, { share: similarity, move, minimum });
      for (const { comparison, result, moved, gone } of stale) {
        const { current } = comparison;
        const title = current.field.title;
        // What is planned next may well stay the same for years.
        const severity = current.kind === "outlook" ? "info" : "warning";
        if (moved) {
          const { previous: before, current: now } = moved.pair;
          const data = {
            title,
            label: labelText(now),
            before: figureText(result.previous, before),
            now: figureText(result.current, now),
            change: moved.change.words,
          };
          report({ messageId: "moved", data, at: current, severity });
        } else {
          report({
            messageId: "gone",
            data: { title, figures: listFigures(result.previous, gone) },
            at: current,
            severity,
          });
        }
      }
    }
  },
});

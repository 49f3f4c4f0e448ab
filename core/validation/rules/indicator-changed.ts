import { unitFamily } from "../../text/unit.ts";
import { basisOf, changeOf, figureText, isMove, labelText } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { isUnchanged } from "../unchanged-text.ts";
import { comparisonsOf, indicatorYears, type ComparedRecord } from "../year-comparisons.ts";

/** A figure that moved much from last year to this. */
export const indicatorChanged = defineRule({
  meta: {
    id: "indicator-changed",
    category: "previous-year",
    title: "実績の数値が昨年度から大きく変わった",
    description:
      "実績の大きな増減には理由の説明が要ります。書き誤りのこともあります。件数の少ない指標は割合だけでは大きく動いて見えるので、差の大きさもあわせて見ます。割合（％）の指標は差（ポイント）で見ます。",
    severity: "info",
    example: {
      wrong: "就業情報提供件数:13件（昨年度45件、説明なし）",
      right: "就業情報提供件数:13件（求人サイトへの誘導に切り替えたため減少）",
    },
    remedy: "数値が正しいかを確かめ、増減の理由を評価の欄に書きます。",
    options: {
      notable: { default: 0.1, description: "情報として示す増減の割合（0.1 は 10 %）" },
      large: { default: 0.3, description: "警告する増減の割合（0.3 は 30 %）" },
      minimum: { default: 5, description: "情報として示す差の下限（件、人、回など）" },
      largeMinimum: { default: 10, description: "警告する差の下限（件、人、回など）" },
    },
    messages: {
      grown: (d: { label: string; before: string; now: string; change: string }) =>
        `「${d.label}」が ${d.before} から ${d.now} に増えました（${d.change}）。数値を確かめ、理由を評価に書いてください。`,
      fallen: (d: { label: string; before: string; now: string; change: string }) =>
        `「${d.label}」が ${d.before} から ${d.now} に減りました（${d.change}）。数値を確かめ、理由を評価に書いてください。`,
    },
  },

  check(context, report) {
    const { notable, large, minimum, largeMinimum } = context.options;
    for (const { record, comparison } of comparisonsOf(context, "result", "count", "amount")) {
      const { current, previous } = comparison;
      for (const { current: now, previous: before } of indicatorYears(comparison, context).pairs) {
        if (!now.certain || !before.certain || unitFamily(now.unit) !== unitFamily(before.unit)) continue;
        const [was, is] = [basisOf(before.qualifier), basisOf(now.qualifier)];
        // 延べ127名 and 実45名 are not the same figure.
        if (was !== is && was !== "" && is !== "") continue;
        const change = changeOf(before, now);
        if (!change || !isMove(change, notable, minimum)) continue;
        // 約600名 and 約500名 are no measured figures.
        const isExact = !now.approximate && !before.approximate && was === is;
        report({
          messageId: change.difference > 0 ? "grown" : "fallen",
          data: {
            label: labelText(now),
            before: figureText(previous, before),
            now: figureText(current, now),
            change: change.words,
          },
          at: current,
          span: { start: now.start, end: now.end },
          severity: isExact && !isExplained(record) && isMove(change, large, largeMinimum) ? "warning" : "info",
        });
      }
    }
  },
});

/** 待機児童を解消した: this year's evaluation speaks of ups or downs, so that somebody has thought of them. */
function isExplained({ comparisons }: ComparedRecord): boolean {
  return comparisons.some(
    (comparison) =>
      comparison.current.kind === "evaluation" && EXPLAINS.test(comparison.current.text) && !isUnchanged(comparison),
  );
}

const EXPLAINS = /増え|増加|増とな|減っ|減少|減とな|伸び|上回|下回|上昇|低下|解消|中止|休止|廃止|影響/u;

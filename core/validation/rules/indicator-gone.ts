import type { Indicator } from "../../text/indicators.ts";
import { foldText } from "../../text/fold.ts";
import type { FieldValue } from "../field-value.ts";
import { listFigures } from "../indicator-words.ts";
import { recordTitle } from "../record-identity.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf, indicatorsOf, indicatorYears } from "../year-comparisons.ts";

/** A figure of last year's results that this year's results no longer have. */
export const indicatorGone = defineRule({
  meta: {
    id: "indicator-gone",
    category: "previous-year",
    title: "昨年度の実績にあった数値がない",
    description:
      "昨年度の実績にあった指標がなくなると、事業の推移を追えません。書き漏らしか、数え方を変えたのかを確かめる必要があります。実績の欄そのものが空欄のときは、ここでは指摘しません。",
    severity: "warning",
    standard: "L3-07",
    example: {
      wrong: "昨年度「家庭児童 3,732件 婦人相談 1,213件」→ 今年度「女性相談 1,199件」",
      right: "今年度「家庭児童 3,655件 女性相談 1,199件」",
    },
    remedy: "書き漏らした数値を加えます。指標をやめたのであれば、その旨と理由を書きます。",
    messages: {
      gone: (d: { figures: string }) =>
        `昨年度の実績にあった${d.figures}に当たる数値が、今年度の実績にありません。書き漏らしていないか確かめてください。`,
      partsGone: (d: { figures: string }) =>
        `昨年度の実績にあった内訳${d.figures}が、今年度の実績にありません。同じ内訳を示してください。`,
      goneWithPredecessor: (d: { before: string; figures: string }) =>
        `前身とみられる昨年度の「${d.before}」の実績にあった${d.figures}に当たる数値がありません。新しい事業の実績を何の数値で示すかを確かめてください。`,
    },
  },

  check(context, report) {
    for (const { comparison } of comparisonsOf(context, "result")) {
      const { current, previous } = comparison;
      if (current.isBlank || current.isPlaceholder) continue;
      const { gone, pairs } = indicatorYears(comparison, context);
      const kept = new Set<unknown>(pairs.map((pair) => pair.previous));
      const whole = gone.filter((figure) => figure.certain && !figure.parent && !isOnce(figure, previous));
      const parts = gone.filter(({ certain, parent }) => certain && parent && kept.has(parent));
      if (whole.length > 0)
        report({ messageId: "gone", data: { figures: listFigures(previous, distinct(whole)) }, at: current });
      else if (parts.length > 0) {
        report({
          messageId: "partsGone",
          data: { figures: listFigures(previous, parts) },
          at: current,
          severity: "info",
        });
      }
    }
    for (const { current, previous } of context.previous?.replaced ?? []) {
      for (const [name, value] of current.values) {
        const before = previous.values.get(name);
        if (value.kind !== "result" || value.isBlank || value.inherited || value.period || !before) continue;
        const labels = new Set(indicatorsOf(value).map(({ label }) => foldText(label)));
        const lost = indicatorsOf(before).filter(
          ({ certain, parent, label }) => certain && !parent && !labels.has(foldText(label)),
        );
        if (lost.length === 0) continue;
        const data = { before: recordTitle(previous), figures: listFigures(before, distinct(lost)) };
        report({ messageId: "goneWithPredecessor", data, at: value, severity: "info" });
      }
    }
  },
});

/** 保育所を3か所整備した: done once, and not to be done again. */
function isOnce({ end, label, unit }: Indicator, { text }: FieldValue): boolean {
  if (/^(?:回|件|人|名|日)$/u.test(unit)) return false;
  return ONCE_BEHIND.test(text.slice(end, end + 6)) || ONCE.test(label);
}

const WORKS = "整備|設置|新設|増設|建設|建替|改修|改築|更新|導入|開設|購入|取得";
const ONCE_BEHIND = new RegExp(`^(?:を|の)?(?:新たに)?(?:${WORKS})`, "u");
const ONCE = new RegExp(`(?:${WORKS})(?:数|工事|延長)?$`, "u");

/** 3回実施・1回実施: one label is named once. */
function distinct(figures: readonly Indicator[]): Indicator[] {
  const seen = new Set<string>();
  return figures.filter(({ subject, label, unit }) => {
    const key = `${subject}\n${label}\n${unit}`;
    return !seen.has(key) && seen.add(key);
  });
}

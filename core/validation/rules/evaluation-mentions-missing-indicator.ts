import type { Indicator } from "../../text/indicators.ts";
import type { FieldValue } from "../field-value.ts";
import { figureText, labelText } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { indicatorYears, yearComparisons } from "../year-comparisons.ts";

/** The evaluation goes on speaking of something that last year's results counted and this year's do not mention. */
export const evaluationMentionsMissingIndicator = defineRule({
  meta: {
    id: "evaluation-mentions-missing-indicator",
    category: "previous-year",
    title: "評価が触れる取組の実績がなくなっている",
    description:
      "評価が「研修や連絡会を通して」と述べているのに、昨年度は数えられていたその研修や連絡会が今年度の実績にないと、評価の裏付けがありません。",
    severity: "warning",
    example: {
      wrong:
        "評価「研修や連絡会を通して、援助能力の向上を図ることができた。」、実績に研修・連絡会なし（昨年度は1回と6回）",
      right: "実績「新任者研修 1回 業務連絡会 年6回開催」",
    },
    remedy: "実績を書き加えるか、評価を実績に合わせて書き直します。",
    options: {
      words: {
        default: [
          ..."研修会 研修 連絡会議 連絡会 講座 教室 セミナー 講演会 講習会 講習 説明会 交流会 学習会 勉強会 検討会 懇談会 座談会".split(
            " ",
          ),
          ..."協議会 会議 相談会 イベント フェスタ 大会 訓練 見学会 ワークショップ シンポジウム アンケート 巡回 訪問 点検 パトロール".split(
            " ",
          ),
        ],
        description: "実績として数えられる取組の名前の末尾",
      },
    },
    messages: {
      missing: (d: { word: string; label: string; figure: string }) =>
        `評価は「${d.word}」に触れていますが、昨年度の実績にあった「${d.label}」（${d.figure}）が今年度の実績にありません。実績を書き加えるか、評価を改めてください。`,
    },
  },

  check(context, report) {
    const words = [...context.options.words].sort((a, b) => b.length - a.length);
    for (const { comparisons } of yearComparisons(context)) {
      const evaluations = comparisons.filter(({ current }) => current.kind === "evaluation" && !current.isBlank);
      if (evaluations.length === 0) continue;
      for (const result of comparisons) {
        if (result.current.kind !== "result" || result.current.isBlank) continue;
        const gone = indicatorYears(result, context).gone.filter(({ certain, parent }) => certain && !parent);
        const missing = missingWords(gone, words, result.current);
        for (const { current } of evaluations) {
          for (const [word, figure] of missing) {
            const start = current.text.indexOf(word);
            if (start < 0) continue;
            const data = { word, label: labelText(figure), figure: figureText(result.previous, figure) };
            report({ messageId: "missing", data, at: current, span: { start, end: start + word.length } });
          }
        }
      }
    }
  },
});

/** The words by which an evaluation would speak of the figures that are gone, if this year's result does not have them. */
function missingWords(
  gone: readonly Indicator[],
  words: readonly string[],
  { text }: FieldValue,
): Map<string, Indicator> {
  const missing = new Map<string, Indicator>();
  for (const figure of gone) {
    const word = words.find((one) => figure.label.endsWith(one) || figure.label.includes(`${one}の`));
    if (word !== undefined && !text.includes(word) && !missing.has(word)) missing.set(word, figure);
  }
  return missing;
}

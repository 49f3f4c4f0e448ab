import { copyOf } from "../cell-reading.ts";
import { cellSimilarity, copiedStretch, isMostlyName, opening, percent } from "../copied-text.ts";
import { cellsByRecord, isSameYear, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** An outlook that repeats what the plan says anyway. */
export const outlookCopiedFromPlan = defineRule({
  meta: {
    id: "outlook-copied-from-plan",
    category: "meaning",
    title: "今後の取り組みが計画の文の写しになっている",
    description:
      "今後の取り組みには、実績を踏まえて次に何をするかを書きます。計画の文言をそのまま写したものからは、評価の結果がどう生かされるのかが分かりません。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "内容: …情報提供体制の整備を進めます。／ 今後の取り組み: …情報提供体制の整備を進める。",
      right: "今後の取り組み: 相談の多い夕方の時間帯に窓口を開け、メールでの相談も始める。",
    },
    remedy: "実績と評価を踏まえ、次の年度に行うことを具体的に書きます。",
    options: {
      similarity: { default: 0.85, description: "欄の全体がこの割合以上同じとき警告します（0～1）。" },
      run: { default: 22, description: "この文字数以上の同じ文言があるとき情報として知らせます。" },
      minLength: { default: 20, description: "これより短い文は比べません（文字数）。" },
    },
    messages: {
      similar: (d: { percent: number; plan: string }) =>
        `今後の取り組みが「${d.plan}」の欄の文と ${d.percent} % 同じです。これから行うことを具体的に書いてください。`,
      shared: (d: { words: string; length: number; plan: string }) =>
        `「${d.words}」の ${d.length} 文字が「${d.plan}」の欄と同じです。実績を踏まえた取り組みになっているか確かめてください。`,
    },
  },

  check({ values, options }, report) {
    for (const cells of cellsByRecord(readable(values, "outlook", "plan", "name", "heading")).values()) {
      const plans = cells.filter(({ kind }) => kind === "plan");
      const names = cells.filter(({ kind }) => kind === "name" || kind === "heading");
      for (const outlook of cells) {
        if (outlook.kind !== "outlook" || outlook.inherited || copyOf(outlook).length < options.minLength) continue;
        for (const plan of plans) {
          if (!isSameYear(outlook, plan) || copyOf(plan).length < options.minLength) continue;
          const similarity = cellSimilarity(outlook, plan, options.similarity);
          if (similarity !== undefined) {
            const data = { percent: percent(similarity), plan: plan.field.title };
            report({ messageId: "similar", data, at: outlook });
            break;
          }
          const stretch = copiedStretch(outlook, plan, options.run);
          if (!stretch || isMostlyName(stretch.words, names)) continue;
          const data = { words: opening(stretch.words), length: stretch.length, plan: plan.field.title };
          report({ messageId: "shared", data, at: outlook, span: stretch.span, severity: "info" });
          break;
        }
      }
    }
  },
});

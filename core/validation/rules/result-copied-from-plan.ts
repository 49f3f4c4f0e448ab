import { tenseOfSentence } from "../../text/tense.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { copyOf } from "../cell-reading.ts";
import { cellSimilarity, copiedStretch, isMostlyName, opening, percent, type CopiedStretch } from "../copied-text.ts";
import type { FieldValue } from "../field-value.ts";
import { cellsByRecord, finishedResults, isSameYear, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** A result that repeats what was planned. */
export const resultCopiedFromPlan = defineRule({
  meta: {
    id: "result-copied-from-plan",
    category: "meaning",
    title: "実績が計画の文の写しになっている",
    description:
      "計画の「図ります」を「図った」に変えただけの実績からは、何をどれだけ行ったのかが分かりません。体言止めの項目が目標と同じときは情報とし、数値を添えて目標どおりに行ったと書いてあるものは対象にしません。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "内容: …各種学級・講座の充実を図ります。／ 実績: …各種学級・講座の充実を図った。",
      right: "実績: 家庭教育学級を15回開催し、延べ394人が参加した。",
    },
    remedy: "行ったことを、回数、人数、場所などとともに書きます。",
    options: {
      similarity: { default: 0.9, description: "欄の全体がこの割合以上同じとき知らせます（0～1）。" },
      share: { default: 0.75, description: "文のうちこの割合以上が計画の文言と同じとき警告します（0～1）。" },
      run: { default: 25, description: "計画と同じ文言がこの文字数以上続くときに比べます。" },
      minLength: { default: 20, description: "これより短い実績は比べません（文字数）。" },
    },
    messages: {
      sentence: (d: { words: string; percent: number; plan: string }) =>
        `「${d.words}」の文は ${d.percent} % が「${d.plan}」の文言と同じです。行った結果を具体的に書いてください。`,
      similar: (d: { percent: number; plan: string }) =>
        `実績が「${d.plan}」の欄と ${d.percent} % 同じです。目標に対して行った結果を、回数や人数などで書いてください。`,
    },
  },

  check({ values, written, options }, report) {
    const results = new Set(finishedResults(written("result")));
    for (const cells of cellsByRecord(readable(values, "result", "plan", "name", "heading")).values()) {
      const plans = cells.filter(({ kind }) => kind === "plan");
      const names = cells.filter(({ kind }) => kind === "name" || kind === "heading");
      for (const result of cells) {
        if (!results.has(result) || copyOf(result).length < options.minLength) continue;
        for (const plan of plans) {
          if (!isSameYear(result, plan) || copyOf(plan).length < options.minLength) continue;
          const stretch = copiedStretch(result, plan, options.run);
          if (
            stretch &&
            stretch.share >= options.share &&
            isPredicate(stretch) &&
            !isMostlyName(stretch.words, names)
          ) {
            const data = { words: opening(stretch.words), percent: percent(stretch.share), plan: plan.field.title };
            report({ messageId: "sentence", data, at: result, span: stretch.span });
            break;
          }
          const similarity = hasDigit(result) ? undefined : cellSimilarity(result, plan, options.similarity);
          if (similarity === undefined) continue;
          const data = { percent: percent(similarity), plan: plan.field.title };
          report({ messageId: "similar", data, at: result, severity: "info" });
          break;
        }
      }
    }
  },
});

function isPredicate({ sentence }: CopiedStretch): boolean {
  return tenseOfSentence(sentence) !== "nominal";
}

/** 拡充(1か所) done as planned is a result. */
function hasDigit({ reading }: FieldValue): boolean {
  return reading.has(TRAIT.digit);
}

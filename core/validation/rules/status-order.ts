import { foldText } from "../../text/fold.ts";
import type { FieldValue } from "../field-value.ts";
import { cellsByRecord, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** Stages of a measure, in the order in which they come. */
const STAGES: readonly (readonly string[])[] = [
  ["検討", "調査", "研究", "検討開始"],
  ["調整", "協議", "準備", "設計", "計画", "協議開始"],
  ["試行", "モデル実施", "試験実施"],
  ["開始", "導入", "着手", "設置", "配置"],
  ["実施", "運営", "継続", "継続実施"],
  ["拡大", "拡充", "充実", "強化", "増設", "増員", "本格実施"],
];
/** 検討 behind 実施 is a step back; 実施 behind 拡大 may be the enlarged measure going on. */
const STUDY = 0;
const UNDER_WAY = 3;

/** A yearly plan that runs backwards. */
export const statusOrder = defineRule({
  meta: {
    id: "status-order",
    category: "meaning",
    title: "年度別の計画の順序が逆になっている",
    description:
      "「拡大」「実施」の年度のあとに「検討」の年度が来て、最後の「計」がまた「拡大」「実施」となっているときは、年度の欄がずれたか、値が一つ失われたおそれがあります。",
    scope: "record",
    severity: "info",
    example: { wrong: "拡大 | 検討 | 検討 | 計 対象年齢拡大", right: "検討 | 検討 | 拡大 | 計 対象年齢拡大" },
    remedy: "元の計画を確かめ、年度の欄を正しい順に直します。",
    messages: {
      backwards: (d: { before: string; after: string; year: string }) =>
        `「${d.before}」のあとの${d.year}が「${d.after}」です。年度の欄がずれていないか確かめてください。`,
    },
  },

  check({ values }, report) {
    const shown = readable(values, "plan", "total");
    for (const cells of cellsByRecord(shown).values()) {
      const total = cells.find(({ kind }) => kind === "total")?.text;
      // A plan that ends in study says so in its total.
      if (total !== undefined && (stageAtEnd(total) ?? STUDY) < UNDER_WAY) continue;
      for (const years of Map.groupBy(cells.filter(isYear), ({ field }) => field).values()) {
        const step = backwardStep(years);
        if (!step) continue;
        const year = step.at.period?.label.text.trim() ?? "年度";
        report({
          messageId: "backwards",
          data: { before: step.before, after: step.at.text.trim(), year },
          at: step.at,
        });
      }
    }
  },
});

function isYear({ kind, period }: FieldValue): boolean {
  return kind === "plan" && period?.fiscalYear !== undefined;
}

function backwardStep(years: readonly FieldValue[]): { at: FieldValue; before: string } | undefined {
  let before: string | undefined;
  for (const at of years) {
    const stage = stageOf(at.text);
    if (stage === undefined) continue;
    if (before !== undefined && stage === STUDY) return { at, before };
    if (stage >= UNDER_WAY) before = at.text.replace(/[（(].*$/su, "").trim();
  }
  return undefined;
}

/** A cell that is nothing but a stage, a remark in brackets aside: 拡大 (対象年齢0-12歳). 「次期計画の検討」 is another matter. */
function stageOf(text: string): number | undefined {
  const word = foldText(text).replace(/[(（].*$/su, "");
  const stage = STAGES.findIndex((words) => words.includes(word));
  return stage < 0 ? undefined : stage;
}

function stageAtEnd(text: string): number | undefined {
  const word = foldText(text).replace(/[(（].*$/su, "");
  const stage = STAGES.findLastIndex((words) => words.some((stageWord) => word.endsWith(stageWord)));
  return stage < 0 ? undefined : stage;
}

import type { EvaluationRecord, SourcedValue } from "../../table/evaluation-document.ts";
import { plainNumber } from "../../text/quantity.ts";
import type { FieldValue } from "../field-value.ts";
import { groupDigits, percentChange } from "../indicator-words.ts";
import { oneLine } from "../record-identity.ts";
import { defineRule } from "../rule.ts";

/** 事業費 36 | 85 | 82: an amount that jumps from one planned year to the next. */
export const plannedAmountJump = defineRule({
  meta: {
    id: "planned-amount-jump",
    category: "previous-year",
    title: "年度別の金額が前の年度から大きく変わる",
    description:
      "年度別の事業費が前の年度から大きく増減するときは、その年度に何があるのかの説明が要ります。取組の内容が変わらないのに金額だけが動くときは、書き誤りのこともあります。",
    severity: "info",
    example: {
      wrong: "事業費(百万円) 36 | 85 | 82（説明なし）",
      right: "事業費(百万円) 36 | 85 | 82（令和2年度は拠点の増設費を含む）",
    },
    remedy: "金額を確かめ、増減の理由が計画の欄から読み取れるようにします。",
    options: {
      share: { default: 0.5, description: "指摘する増減の割合（0.5 は 50 %）" },
      minimum: { default: 10, description: "指摘する差の下限（表の単位で）" },
      words: { default: ["費", "額", "予算", "決算"], description: "金額の行とみなす行の名前に含まれる語" },
    },
    messages: {
      jump: (d: { row: string; year: string; before: number; now: number; change: string }) =>
        `「${d.row}」の${d.year}が、前の年度の ${groupDigits(d.before)} から ${groupDigits(d.now)} に変わっています（${d.change}）。数値と理由を確かめてください。`,
    },
  },

  check({ values, options }, report) {
    let before: FieldValue | undefined;
    for (const value of values) {
      if (!value.period) continue;
      const last = before;
      before = value;
      if (last?.record !== value.record || last.field !== value.field || !isNextYear(last, value)) continue;
      const [was, now] = [numberOf(last), numberOf(value)];
      if (was === undefined || now === undefined || was <= 0) continue;
      const row = rowName(value.record);
      if (value.kind !== "amount" && !options.words.some((word) => row.includes(word))) continue;
      const share = (now - was) / was;
      if (Math.abs(share) < options.share || Math.abs(now - was) < options.minimum) continue;
      report({
        messageId: "jump",
        data: { row, year: oneLine(value.period.label.text), before: was, now, change: percentChange(now - was, was) },
        at: value,
      });
    }
  },
});

/** The years stand side by side; where the headings are no years (前期, 後期), their order counts. */
function isNextYear({ period: before }: FieldValue, { period: now }: FieldValue): boolean {
  if (!before?.fiscalYear || !now?.fiscalYear) return true;
  return now.fiscalYear.gregorian === before.fiscalYear.gregorian + 1;
}

function numberOf({ value, text }: SourcedValue): number | undefined {
  return typeof value === "number" ? value : plainNumber(text);
}

/** The first words of a row: 事業費(百万円). */
function rowName({ values }: EvaluationRecord): string {
  return oneLine(
    Object.values(values).find(({ value, text }) => typeof value === "string" && /\p{L}{2}/u.test(text))?.text ?? "",
  );
}

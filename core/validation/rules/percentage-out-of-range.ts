import { quantitiesOf } from "../cell-reading.ts";
import { cellTexts, sentenceAt } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";

const PERCENT = /^(?:[%％]|パーセント)$/u;

/** A share of a whole beyond 100 %. */
export const percentageOutOfRange = defineRule({
  meta: {
    id: "percentage-out-of-range",
    category: "number",
    title: "100%を超える割合",
    description:
      "受診率や進学率のように全体に占める割合は、0%から100%までです。超えていれば、桁の誤りか、分母の取り違えが疑われます。前年比や目標達成率などは100%を超えることがあります。",
    scope: "record",
    severity: "warning",
    example: { wrong: "健診受診率:982%", right: "健診受診率:98.2%" },
    remedy: "数値と小数点、分母を確かめます。",
    options: {
      bounded: {
        default: [
          ..."受診率 進学率 就職率 出席率 回答率 回収率 合格率 満足度 認知度 割合 構成比 収納率 徴収率 耐震化率 接種率 参加率 修了率".split(
            " ",
          ),
          ..."解決率 普及率 整備率 実施率 在籍率 加入率 出生率 未収率 空室率 正答率 投票率 自給率 水洗化率 人口比 適合率".split(
            " ",
          ),
        ],
        description: "100%を超えることのない割合の名前。これに付く値を警告します。",
      },
      unbounded: {
        default: [
          ..."前年 前期 昨年 対比 比べ 比較 達成率 達成度 進捗率 増加 減少 伸び 増 減 充足率 稼働率 利用率 乗車率 倍率 指数 目標 計画 定員 超".split(
            " ",
          ),
          ..."当初 予算 執行 需要 物価 税率 金利 経常収支比率 将来負担比率 公債費比率 負担比率 待機 倍".split(" "),
        ],
        description: "100%を超えることがある値の言葉。同じ文にあれば問いません。",
      },
    },
    messages: {
      above: (d: { written: string; label: string }) =>
        `「${d.label}」が ${d.written} と100%を超えています。桁や分母を確かめてください。`,
      unclear: (d: { written: string }) =>
        `${d.written} と100%を超えています。何に対する割合かを確かめ、分かるように書いてください。`,
    },
  },

  check(context, report) {
    const { bounded, unbounded } = context.options;
    for (const { at, source, text } of cellTexts(context)) {
      if (!/[%％]|パーセント/u.test(text)) continue;
      for (const { value, unit, start, end } of quantitiesOf(source)) {
        if (value <= 100 || !PERCENT.test(unit)) continue;
        const sentence = sentenceAt(text, start);
        const around = text.slice(Math.max(sentence.start, start - 40), Math.min(sentence.end, end + 12));
        if (unbounded.some((word) => around.includes(word))) continue;
        const written = text.slice(start, end);
        // The label belongs to this number, not to the one before: 「受診率 41%、使用量 120%」.
        const before = /[^%％、，,;；\s　)）]*[\s　]?$/u.exec(
          text.slice(Math.max(sentence.start, start - 16), start),
        )![0];
        const label = bounded.find((word) => before.includes(word));
        const span = { start, end };
        if (label !== undefined) report({ messageId: "above", data: { written, label }, at, span });
        else report({ messageId: "unclear", data: { written }, at, span, severity: "info" });
      }
    }
  },
});

import { quantitiesOf } from "../cell-reading.ts";
import type { FieldValue } from "../field-value.ts";
import { cellsByRecord, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** More of something, without saying how much. */
const MORE = /^(?:増員|増設|増加|増強|拡大|拡充|充実|強化|推進|向上|促進|充実強化|充実・強化|順次拡大|順次充実)$/u;

/** A plan that promises more and does not say how much. */
export const targetWithoutNumber = defineRule({
  meta: {
    id: "target-without-number",
    category: "meaning",
    title: "計画に数値がない",
    description:
      "「増員」「充実」だけの計画は、終わったときに達成したかどうかを判定できません。現況に数値があるのに計画にないとき、どの年度も同じ語だけのときに知らせます。",
    scope: "record",
    severity: "info",
    example: { wrong: "現況: 心理5人、保健師4人／ 令和元年度: 増員", right: "令和元年度: 心理7人、保健師5人" },
    remedy: "何をどれだけ増やすのか、何ができれば達成なのかを書きます。",
    messages: {
      unquantified: (d: { words: string; baseline: string }) =>
        `計画が「${d.words}」だけです。現況には「${d.baseline}」と数値があります。どれだけ増やすのかを書いてください。`,
      same: (d: { words: string; years: number }) =>
        `${d.years} か年とも「${d.words}」だけです。年度ごとに何をどこまで行うのかを書いてください。`,
    },
  },

  check({ values }, report) {
    for (const cells of cellsByRecord(readable(values, "plan", "baseline")).values()) {
      const yearly = cells.filter(({ kind, period, inherited }) => kind === "plan" && period && !inherited);
      const first = yearly.find(({ text }) => MORE.test(plain(text)));
      if (!first || yearly.some(hasQuantity)) continue;
      // The target's own words may hold the number: 支援拠点 計2か所.
      if (cells.some((cell) => cell.kind === "plan" && !cell.period && hasQuantity(cell))) continue;
      const baseline = cells.find((cell) => cell.kind === "baseline" && hasQuantity(cell));
      const words = plain(first.text);
      if (baseline) {
        report({ messageId: "unquantified", data: { words, baseline: firstQuantity(baseline) }, at: first });
      } else if (yearly.length >= 2 && yearly.every(({ text }) => plain(text) === words)) {
        report({ messageId: "same", data: { words, years: yearly.length }, at: first });
      }
    }
  },
});

function plain(text: string): string {
  return text.replace(/[\s\u3000。]+/gu, "");
}

function hasQuantity(value: FieldValue): boolean {
  return typeof value.value === "number" || quantitiesOf(value).some(({ ordinal }) => !ordinal);
}

function firstQuantity(value: FieldValue): string {
  const quantity = quantitiesOf(value).find(({ ordinal }) => !ordinal);
  return quantity ? value.text.slice(quantity.start, quantity.end) : value.text.trim();
}

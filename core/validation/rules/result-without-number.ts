import { TRAIT } from "../../text/text-traits.ts";
import { quantitiesOf, sentencesOf } from "../cell-reading.ts";
import { findFailures, mayTellFailure } from "../failure-words.ts";
import type { FieldValue } from "../field-value.ts";
import { finishedResults } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** 該当なし, 未実施: nothing to be counted. */
const NOTHING_TO_COUNT =
  /該当な|該当し|対象な|未実施|未着手|中止|実施していな|実施しなかった|なし[。\s]*$|なかった[。\s]*$/u;

/** 完成した, 条例を制定した: done once, and over. */
const ONE_OFF =
  /(?:完了|完成|しゅん工|竣工|開通|開館|開所|開園|開校|開設|閉館|閉校|策定|改定|改訂|改正|制定|公布|施行|締結|廃止|統合|移転|着工|供用(?:を)?開始|運用(?:を)?開始)(?:を?した|し、|しました|に至った|され|となった|となりました)/u;

/** Words that take the place of a number. */
const VAGUE = /(?:できる|可能な)(?:範囲|限り)で?|ある程度|一定程度|若干数?|多数の?|適宜/u;

/** A result that says what was done, not how much. */
export const resultWithoutNumber = defineRule({
  meta: {
    id: "result-without-number",
    category: "meaning",
    title: "実績に数値がない",
    description:
      "回数、人数、件数のない実績は、目標とも昨年度とも比べられません。同じ欄のほかの行の多くに数値があるときは、その行を一つずつ知らせます。欄の多くの行に数値がないときは、割合を一度だけ知らせます。",
    severity: "info",
    example: {
      wrong: "総合的な子ども支援施策を推進しました。",
      right: "子ども支援講座を12回開催し、延べ240人が参加した。",
    },
    remedy: "回数、人数、件数、割合などの数値を書きます。",
    options: {
      minRows: { default: 5, description: "この行数以上の欄を調べます。" },
      share: { default: 0.6, description: "数値のある行がこの割合以上のとき、ない行を一つずつ知らせます（0～1）。" },
    },
    messages: {
      missing: (d: { withNumber: number; all: number }) =>
        `実績に数値がありません（この欄では ${d.all} 件のうち ${d.withNumber} 件に数値があります）。回数や人数などを書いてください。`,
      vague: (d: { words: string }) =>
        `「${d.words}」では、どれだけ行ったのかが分かりません。回数や人数などを書いてください。`,
      mostly: (d: { title: string; without: number; all: number }) =>
        `「${d.title}」は ${d.all} 件のうち ${d.without} 件に回数や人数などの数値がありません。目標や昨年度と比べられるように書いてください。`,
    },
  },

  check({ written, fiscalYear, options }, report) {
    for (const value of finishedResults(written("result"))) {
      const match = VAGUE.exec(value.text);
      if (!match || hasQuantity(value)) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      report({ messageId: "vague", data: { words: match[0] }, at: value, span });
    }
    const results = finishedResults(written("result")).filter((value) => isLatest(value, fiscalYear));
    for (const column of Map.groupBy(results, ({ field, table }) => `${table.resource}/${field.name}`).values()) {
      if (column.length < options.minRows) continue;
      const without = column.filter((value) => !hasQuantity(value) && !isWithoutCount(value));
      const withNumber = column.filter(hasQuantity).length;
      if (without.length === 0) continue;
      if (withNumber >= column.length * options.share) {
        for (const value of without)
          report({ messageId: "missing", data: { withNumber, all: column.length }, at: value });
      } else {
        const data = { title: without[0]!.field.title, without: column.length - withNumber, all: column.length };
        report({ messageId: "mostly", data, at: without[0]! });
      }
    }
  },
});

/** Results of earlier years have been judged in their own time. */
function isLatest({ period }: FieldValue, fiscalYear: number | undefined): boolean {
  const year = period?.fiscalYear?.gregorian;
  return year === undefined || fiscalYear === undefined || year === fiscalYear;
}

/** Nothing was done, or one thing: there is no number to be given. */
function isWithoutCount(value: FieldValue): boolean {
  if (NOTHING_TO_COUNT.test(value.text) || ONE_OFF.test(value.text)) return true;
  return mayTellFailure(value.text) && sentencesOf(value).some(({ text }) => findFailures(text).length > 0);
}

function hasQuantity(value: FieldValue): boolean {
  if (typeof value.value === "number") return true;
  if (value.reading.has(TRAIT.digit)) return quantitiesOf(value).some(({ ordinal }) => !ordinal);
  return /(?:[一二三四五六七八九十百]+|数)(?:回|人|名|件|か所|箇所|団体)/u.test(value.text);
}

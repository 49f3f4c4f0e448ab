import { quantitiesOf } from "../cell-reading.ts";
import type { FieldValue } from "../field-value.ts";
import { readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** A column or heading that sets a mark to be reached. */
const TARGET = /目標|指標|計画値|計画量|見込量|確保方策|KPI/u;

/** A table in which results are judged without anything to judge them by. */
export const resultWithoutTarget = defineRule({
  meta: {
    id: "result-without-target",
    category: "meaning",
    title: "実績を判定する目標の欄がない",
    description:
      "実績と評価の欄があっても、目標や指標の数値がどこにもない表では、評価の根拠を確かめられません。様式の問題なので、文書ごとに一度だけ知らせます。",
    severity: "info",
    example: { wrong: "事業名 | 内容 | 実施状況 | 評価", right: "事業名 | 内容 | 目標値 | 実施状況 | 評価" },
    remedy: "様式に目標値（または指標と基準値）の欄を加えます。加えられないときは、評価の欄に判断の基準を書きます。",
    options: {
      numericShare: {
        default: 0.25,
        description: "計画の欄の値のうち、この割合以上に数値があれば、目標があるとみなします（0～1）。",
      },
      minRecords: { default: 5, description: "実績の数がこれより少ない表は調べません。" },
    },
    messages: {
      missing: (d: { title: string }) =>
        `「${d.title}」を判定する目標や指標の欄がありません。評価の根拠となる目標値を示してください。`,
    },
  },

  check({ values, written, tables, options }, report) {
    const results = written("result").filter(({ record }) => record.kind === "record");
    const [first] = results;
    if (!first || results.length < options.minRecords || !values.some(isJudgement)) return;
    const plans = readable(values, "plan", "baseline", "count", "amount", "total").filter(
      ({ inherited }) => !inherited,
    );
    if (plans.some(({ field, period }) => TARGET.test(field.title) || period !== undefined)) return;
    const headings = tables.flatMap(({ columns }) => columns.map(({ heading }) => heading?.text ?? ""));
    if (headings.some((heading) => TARGET.test(heading))) return;
    if (plans.filter(hasQuantity).length >= plans.length * options.numericShare && plans.length > 0) return;
    const heading = first.table.columns.find(({ field }) => field === first.field.name)?.heading;
    report({ messageId: "missing", data: { title: first.field.title }, at: heading ?? first });
  },
});

function isJudgement({ kind, isBlank }: FieldValue): boolean {
  return (kind === "rating" || kind === "evaluation") && !isBlank;
}

function hasQuantity(value: FieldValue): boolean {
  return typeof value.value === "number" || quantitiesOf(value).some(({ ordinal }) => !ordinal);
}

import type { EvaluationTable, TextPart } from "../../table/evaluation-document.ts";
import { foldText } from "../../text/fold.ts";
import { quantitiesOf } from "../cell-reading.ts";
import { defineRule, type RuleContext } from "../rule.ts";

/** 「主な施策8事業」 over a table of eight rows. */
export const recordCountMismatch = defineRule({
  meta: {
    id: "record-count-mismatch",
    category: "structure",
    title: "表題の事業数と行数の不一致",
    description:
      "表題や見出しに「8事業」とあれば、その下の表には八つの事業があるはずです。行の追加や削除のあと、表題が古いまま残ることがあります。",
    severity: "warning",
    example: { wrong: "主な施策8事業の実績（表は7事業）", right: "主な施策8事業の実績（表は8事業）" },
    remedy: "抜けた事業や余分な行がないかを確かめ、表題の数を合わせます。",
    messages: {
      mismatch: (d: { written: number; unit: string; found: number }) =>
        `「${d.written}${d.unit}」とありますが、この下の表にあるのは ${d.found} 件です。数か行を確かめてください。`,
    },
  },

  check(context, report) {
    for (const [part, tables] of titledTables(context)) {
      const counts = recordCounts(context, tables);
      if (counts.length === 0) continue;
      for (const quantity of quantitiesOf(part.text)) {
        const { value, unit, ordinal, qualifier, approximate, start, end } = quantity;
        if (ordinal || approximate || qualifier === "うち" || value === 0) continue;
        const matching = counts.filter(({ word }) => word === unit || `事務${word}` === unit);
        if (matching.length === 0 || matching.some(({ numbers }) => numbers.includes(value))) continue;
        const found = matching[0]!.numbers[0]!;
        report({ messageId: "mismatch", data: { written: value, unit, found }, at: part, span: { start, end } });
      }
    }
  },
});

/** Titles and headings with the tables that they stand over. */
function titledTables({ document, tables }: RuleContext): [TextPart, EvaluationTable[]][] {
  const titled: [TextPart, EvaluationTable[]][] = [];
  let open: [TextPart, EvaluationTable[]][] = [];
  for (const part of document.parts) {
    if (part.kind === "table") {
      for (const [, own] of open) own.push(part.table);
    } else if (part.role === "title") titled.push([part, [...tables]]);
    else if (part.level > 0) {
      open = open.filter(([{ level }]) => level < part.level);
      const entry: [TextPart, EvaluationTable[]] = [part, []];
      open.push(entry);
      titled.push(entry);
    }
  }
  return titled;
}

/** What may be counted as 「N事業」: rows, or the projects that rows are grouped by. By the word of the name's heading. */
function recordCounts(
  { form }: RuleContext,
  tables: readonly EvaluationTable[],
): { readonly word: string; readonly numbers: readonly number[] }[] {
  return form.resources.flatMap(({ name, schema }) => {
    const field = schema.fields.find(({ kind }) => kind === "name");
    const word = field && /事業|施策|項目|取組|指標/u.exec(field.title)?.[0];
    const records = tables
      .filter(({ resource }) => resource === name)
      .flatMap((table) => table.records.filter(({ kind }) => kind === "record"));
    if (!field || word === undefined || records.length === 0) return [];
    const names = records.map(({ values }) => values[field.name]);
    const own = names.filter((value) => value && !value.inherited && value.text.trim() !== "");
    const distinct = new Set(own.map((value) => foldText(value!.text)));
    return [{ word, numbers: [records.length, own.length, distinct.size] }];
  });
}

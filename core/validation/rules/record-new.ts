import { nameValue, oneLine, recordTitle } from "../record-identity.ts";
import { defineRule } from "../rule.ts";

/** A record that last year's document does not have, and one that has taken another programme's place. */
export const recordNew = defineRule({
  meta: {
    id: "record-new",
    category: "previous-year",
    title: "昨年度にない事業",
    description:
      "昨年度の文書にない事業は、新規か、名称を変えたか、行を分けたかのいずれかです。名称が似ていて計画の内容が違うときは、事業が入れ替わっています。実績を昨年度と比べられないため、その旨の説明が要ります。",
    severity: "info",
    standard: "L3-07",
    example: {
      wrong: "社会的養護自立支援拠点事業（昨年度は内容の違う「社会的養護自立支援事業」、説明なし）",
      right: "社会的養護自立支援拠点事業（新規。社会的養護自立支援事業は令和5年度で終了）",
    },
    remedy:
      "新規の事業であればそう書き、昨年度の事業を引き継ぐのであればシート「前年対応」に昨年度の事業名を記入します。",
    messages: {
      added: (d: { name: string }) =>
        `「${d.name}」は昨年度の文書にありません。新規の事業か、名称を変えた事業かが分かるようにしてください。`,
      replaced: (d: { name: string; before: string }) =>
        `「${d.name}」は、昨年度の「${d.before}」と名称は似ていますが、計画の内容が違います。事業が入れ替わったのであれば、終了した事業と新しい事業の関係を注記してください。`,
    },
  },

  check({ previous }, report) {
    // Without a single pair this is another document's past.
    if (!previous || previous.pairs.length === 0) return;
    const confirmed = new Set(previous.confirmedNew);
    const replaced = new Map(previous.replaced.map((one) => [one.current, one.previous]));
    for (const record of previous.added) {
      const name = nameValue(record);
      if (!name || name.inherited || name.field.kind === "text" || confirmed.has(record)) continue;
      const before = replaced.get(record);
      if (before) {
        const data = { name: oneLine(name.text), before: recordTitle(before) };
        report({ messageId: "replaced", data, at: name, severity: "warning" });
      } else report({ messageId: "added", data: { name: oneLine(name.text) }, at: name });
    }
  },
});

import { foldText } from "../../text/fold.ts";
import { nameValue, oneLine } from "../record-identity.ts";
import { defineRule } from "../rule.ts";

/** 子供家庭総合相談事業 → こども家庭総合相談事業: the same programme under another name. */
export const recordRenamed = defineRule({
  meta: {
    id: "record-renamed",
    category: "previous-year",
    title: "事業名が昨年度と違う",
    description:
      "事業名は年度を越えて事業を追うための手がかりです。名称を変えた事業は、変えたことが分かるように注記がないと、廃止と新規に見えてしまいます。",
    severity: "info",
    standard: "L3-07",
    example: {
      wrong: "昨年度「子供家庭総合相談事業」→ 今年度「こども家庭総合相談事業」（注記なし）",
      right: "こども家庭総合相談事業（旧 子供家庭総合相談事業）",
    },
    remedy:
      "名称の変更であれば注記し、書き誤りであれば昨年度の名称に合わせます。別の事業であれば、シート「前年対応」に「新規」と記入します。",
    messages: {
      similar: (d: { name: string; before: string }) =>
        `「${d.name}」は、昨年度の「${d.before}」の名称を変えたものとみられます。変更を注記するか、表記を昨年度に合わせてください。`,
      alias: (d: { name: string; before: string }) =>
        `「${d.name}」は、昨年度は「${d.before}」という名称でした。変更を注記してください。`,
    },
  },

  check({ previous }, report) {
    for (const { current, previous: last, by } of previous?.pairs ?? []) {
      // What a person has laid down on the sheet 「前年対応」 needs no asking.
      if (by === "manual") continue;
      const name = nameValue(current);
      const before = nameValue(last);
      if (!name || !before || name.inherited || foldText(name.text) === foldText(before.text)) continue;
      report({
        messageId: by === "alias" ? "alias" : "similar",
        data: { name: oneLine(name.text), before: oneLine(before.text) },
        at: name,
      });
    }
  },
});

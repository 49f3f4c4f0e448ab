import { defineRule } from "../rule.ts";

/** Constraint `required` of Table Schema, as a form sheet needs it read. */
export const valueRequired = defineRule({
  meta: {
    id: "value-required",
    category: "structure",
    title: "必須の欄が空欄",
    description:
      "様式が必須とする欄が空欄のままでは、評価も集計もできません。書くことがないときも、その旨を書きます。結合されたセルの続き、将来の年度、「－」などの記号は空欄とみなしません。",
    scope: "record",
    severity: "error",
    standard: "L1-09",
    example: { wrong: "令和6年度実績:（空欄）", right: "令和6年度実績: 利用者数(拠点):231人" },
    remedy: "欄に記入します。該当がないときは「なし」と理由を書きます。",
    messages: {
      blank: (d: { title: string }) => `「${d.title}」が空欄です。記入してください。`,
      blankYear: (d: { title: string; year: string }) => `「${d.title}」の${d.year}が空欄です。記入してください。`,
    },
  },

  check({ values }, report) {
    for (const value of values) {
      const { field, period, record, isBlank, isFuture } = value;
      if (!isBlank || isFuture || record.kind !== "record") continue;
      if (!field.constraints?.required) continue;
      if (period)
        report({ messageId: "blankYear", data: { title: field.title, year: period.label.text.trim() }, at: value });
      else report({ messageId: "blank", data: { title: field.title }, at: value });
    }
  },
});

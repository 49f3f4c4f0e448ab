import { defineRule } from "../rule.ts";

/** Constraint `pattern` of Table Schema. */
export const valuePatternMismatch = defineRule({
  meta: {
    id: "value-pattern-mismatch",
    category: "structure",
    title: "決められた書き方に合わない値",
    description: "番号や符号のように書き方が決まっている値は、書き方が違うと他の表と突き合わせられません。",
    scope: "record",
    severity: "error",
    standard: "L2-04",
    example: { wrong: "事業番号: 3の1", right: "事業番号: 3-1" },
    remedy: "様式の決まりに合わせて書き直します。",
    messages: {
      mismatch: (d: { title: string; text: string; rule: string }) =>
        `「${d.title}」の「${d.text}」は様式の書き方に合いません。${d.rule}`,
    },
  },

  check({ values }, report) {
    const patterns = new Map<string, RegExp>();
    for (const value of values) {
      const { field, text, record, isBlank, isPlaceholder, inherited } = value;
      const source = field.constraints?.pattern;
      if (source === undefined || isBlank || isPlaceholder || inherited || record.kind !== "record") continue;
      if (field.unselected?.includes(text.trim())) continue;
      const pattern = patterns.get(source) ?? new RegExp(`^(?:${source})$`, "u");
      patterns.set(source, pattern);
      if (pattern.test(text.trim())) continue;
      const rule = field.description ?? "様式の定義を確かめてください。";
      report({ messageId: "mismatch", data: { title: field.title, text: text.trim(), rule }, at: value });
    }
  },
});

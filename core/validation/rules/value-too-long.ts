import { defineRule } from "../rule.ts";

/** Constraint `maxLength` of Table Schema, in characters as people count them. */
export const valueTooLong = defineRule({
  meta: {
    id: "value-too-long",
    category: "structure",
    title: "文字数の上限を超える記述",
    description:
      "様式が文字数の上限を決めている欄に長い文が入ると、印刷で欄からあふれ、他の事業とのつり合いも崩れます。",
    scope: "record",
    severity: "warning",
    example: { wrong: "（上限200字の欄に）238字の記述", right: "（200字以内に縮めた記述）" },
    remedy: "要点に絞って縮めます。",
    messages: {
      tooLong: (d: { title: string; length: number; maximum: number }) =>
        `「${d.title}」は ${d.maximum} 字までですが、${d.length} 字あります。${d.length - d.maximum} 字減らしてください。`,
    },
  },

  check({ values }, report) {
    for (const value of values) {
      const { field, record, inherited, text } = value;
      const maximum = field.constraints?.maxLength;
      if (maximum === undefined || inherited || record.kind !== "record" || text.length <= maximum) continue;
      // Line breaks lay the text out; a character outside the basic plane (𠮷) is one.
      const length = text
        .replace(/[\r\n]+/gu, "")
        .trim()
        .replace(/[\u{10000}-\u{10ffff}]/gu, "字").length;
      if (length <= maximum) continue;
      report({ messageId: "tooLong", data: { title: field.title, length, maximum }, at: value });
    }
  },
});

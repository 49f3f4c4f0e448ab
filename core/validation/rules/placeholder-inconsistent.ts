import type { FieldKind } from "../../form/form-definition.ts";
import type { FieldValue } from "../field-value.ts";
import { defineRule } from "../rule.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

/** What stands alone in a cell and is no value: dashes of every kind, and letters that look like one. */
const DASH = /^[-‐‑‒–—―−－─]$/u;
const LOOK_ALIKE = /^[IlＩｌ|｜_＿ー一]$/u;
const VALUE_KINDS: readonly FieldKind[] = [
  "plan",
  "result",
  "baseline",
  "total",
  "amount",
  "count",
  "outlook",
  "evaluation",
  "text",
];
const STANDARD = "－";

/** One sign for "none" in one document. */
export const placeholderInconsistent = defineRule({
  meta: {
    id: "placeholder-inconsistent",
    category: "structure",
    title: "「なし」を表す記号の不統一",
    description:
      "該当がないことを表す記号（－）が欄ごとに違ったり、英字のＩや下線で代用されたりすると、値なのか記号なのかを読み手も集計も区別できません。空欄が混ざると、書き忘れと見分けられません。",
    severity: "info",
    standard: "L3-03",
    example: { wrong: "I | 強化 | I", right: "－ | 強化 | －" },
    remedy: "該当がないときの記号を一つに決め、空欄にも入れます。",
    messages: {
      lookAlike: (d: { sign: string; preferred: string }) =>
        `「${d.sign}」だけが入っています。「なし」を表す「${d.preferred}」の書き誤りでないか確かめてください。`,
      mixed: (d: { sign: string; preferred: string }) =>
        `「なし」を表す記号が「${d.sign}」と「${d.preferred}」とで混ざっています。「${d.preferred}」にそろえてください。`,
      blank: (d: { title: string; sign: string }) =>
        `「${d.title}」は、ほかの欄では該当がないときに「${d.sign}」が入っていますが、ここは空欄です。書き忘れでないか確かめてください。`,
    },
  },

  check({ values }, report) {
    const cells = values.filter(isValueCell);
    const signs = cells.filter(({ text }) => isSign(text));
    if (signs.length === 0) return;
    const preferred = preferredSign(signs);
    for (const value of signs) {
      const sign = value.text.trim();
      if (sign === preferred) continue;
      const span = { start: 0, end: value.text.length };
      const edit = textEdit(value, span, preferred);
      if (DASH.test(sign)) {
        const fixes = [fixText(`「${preferred}」にそろえる`, edit)];
        report({ messageId: "mixed", data: { sign, preferred }, at: value, fixes });
      } else {
        // A letter is read as a value; an underscore or a stroke is at least seen as a sign.
        const severity = /[IlＩｌ|｜]/u.test(sign) ? "warning" : "info";
        const fixes = [suggestText(`「${preferred}」に直す`, edit)];
        report({ messageId: "lookAlike", data: { sign, preferred }, at: value, severity, fixes });
      }
    }
    for (const value of forgotten(cells)) {
      const sign = signs.find(({ field }) => field === value.field)?.text.trim() ?? preferred;
      report({ messageId: "blank", data: { title: value.field.title, sign }, at: value, severity: "warning" });
    }
  },
});

function isValueCell({ kind, record, inherited, isFuture, field }: FieldValue): boolean {
  return record.kind === "record" && !inherited && !isFuture && VALUE_KINDS.includes(kind) && !field.constraints?.enum;
}

function isSign(text: string): boolean {
  const sign = text.trim();
  return sign.length === 1 && (DASH.test(sign) || LOOK_ALIKE.test(sign));
}

/** The most frequent dash; the official full-width one where look-alikes have taken over. */
function preferredSign(signs: readonly FieldValue[]): string {
  const counts = new Map<string, number>();
  for (const { text } of signs) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  const [first] = [...counts].filter(([sign]) => DASH.test(sign)).sort(([, a], [, b]) => b - a);
  return first && first[1] * 2 >= signs.length ? first[0] : STANDARD;
}

/** Blanks of a field that elsewhere has signs for "none", as long as they are the fewer. */
function forgotten(cells: readonly FieldValue[]): FieldValue[] {
  const fields = new Map<FieldValue["field"], { signs: number; blanks: FieldValue[] }>();
  for (const value of cells) {
    if (value.field.constraints?.required) continue;
    const entry = fields.get(value.field) ?? { signs: 0, blanks: [] };
    if (value.isBlank) entry.blanks.push(value);
    else if (isSign(value.text)) entry.signs++;
    fields.set(value.field, entry);
  }
  return [...fields.values()].flatMap(({ signs, blanks }) => (blanks.length <= signs ? blanks : []));
}

import { foldText } from "../../text/fold.ts";
import { defineRule } from "../rule.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

/** Constraint `enum` of Table Schema. Untouched dropdowns belong to `value-unselected`. */
export const valueNotInEnum = defineRule({
  meta: {
    id: "value-not-in-enum",
    category: "structure",
    title: "選択肢にない値",
    description:
      "評価や方向性のように選択肢が決まっている欄に別の言葉が入っていると、集計から漏れ、年度間の比較もできません。",
    scope: "record",
    severity: "error",
    standard: "L2-04",
    example: { wrong: "評価: A′", right: "評価: A" },
    remedy: "様式の選択肢から選び直します。選択肢が足りないときは、様式の定義に加えます。",
    messages: {
      unknown: (d: { title: string; text: string; choices: string }) =>
        `「${d.title}」の「${d.text}」は選択肢（${d.choices}）にありません。選び直してください。`,
      notation: (d: { title: string; text: string; choice: string }) =>
        `「${d.title}」の「${d.text}」は選択肢「${d.choice}」と文字の幅や空白が違います。表記をそろえてください。`,
      placeholder: (d: { title: string; choices: string }) =>
        `「${d.title}」に選択肢（${d.choices}）がなく、記号だけが入っています。選ぶか、対象外の理由を書いてください。`,
    },
  },

  check({ values }, report) {
    for (const value of values) {
      const { field, record, text, isBlank, isFuture, inherited } = value;
      const choices = field.constraints?.enum;
      if (!choices || isBlank || isFuture || inherited || record.kind !== "record") continue;
      if (choices.includes(text)) continue;
      if (field.unselected?.some((word) => foldText(word) === foldText(text))) continue;
      const all = choices.join("、");
      const { title } = field;
      const span = { start: 0, end: text.length };
      const same = choices.find((choice) => foldText(choice) === foldText(text));
      if (same !== undefined) {
        const fixes = [fixText(`「${same}」にそろえる`, textEdit(value, span, same))];
        const data = { title, text: text.trim(), choice: same };
        report({ messageId: "notation", data, at: value, severity: "info", fixes });
      } else if (value.isPlaceholder) {
        report({ messageId: "placeholder", data: { title, choices: all }, at: value, severity: "warning" });
      } else {
        const near = nearest(text, choices);
        const fixes = near === undefined ? [] : [suggestText(`「${near}」に直す`, textEdit(value, span, near))];
        report({ messageId: "unknown", data: { title, text: text.trim(), choices: all }, at: value, fixes });
      }
    }
  },
});

/** 継続実施 → 継続, A評価 → A: the one choice that the text contains. */
function nearest(text: string, choices: readonly string[]): string | undefined {
  const folded = foldText(text);
  const [found, ...others] = choices.filter((choice) => folded.includes(foldText(choice)));
  return others.length === 0 ? found : undefined;
}

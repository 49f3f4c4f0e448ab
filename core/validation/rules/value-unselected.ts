import { foldText } from "../../text/fold.ts";
import { defineRule } from "../rule.ts";

/** The dropdown as it was delivered: neither a value nor a blank. */
export const valueUnselected = defineRule({
  meta: {
    id: "value-unselected",
    category: "structure",
    title: "選択欄が未選択のまま",
    description:
      "選択欄の初期表示（未選択など）が残っていると、評価していないのか、選び忘れたのかが読み手に分かりません。",
    scope: "record",
    severity: "error",
    standard: "L1-09",
    example: { wrong: "評価: 未選択", right: "評価: B" },
    remedy: "選択肢から選びます。該当する事業がなかったときは、その扱い（評価対象外など）を様式で決めて選びます。",
    messages: {
      unselected: (d: { title: string; text: string; choices: string }) =>
        `「${d.title}」が「${d.text}」のままです。${d.choices}選んでください。`,
    },
  },

  check({ values }, report) {
    for (const value of values) {
      const { field, record, text, isBlank, inherited, isFuture } = value;
      if (!field.unselected || isBlank || inherited || isFuture || record.kind !== "record") continue;
      if (!field.unselected.some((word) => foldText(word) === foldText(text))) continue;
      const choices = field.constraints?.enum?.join("、");
      const data = { title: field.title, text: text.trim(), choices: choices === undefined ? "" : `${choices}から` };
      report({ messageId: "unselected", data, at: value });
    }
  },
});

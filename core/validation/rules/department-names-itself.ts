import { escapePattern } from "../../text/escape-pattern.ts";
import type { FieldValue } from "../field-value.ts";
import { cellsByRecord, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

const UNIT = /(?:課|室|局|部|センター|係|班|所|館|校|署|委員会|事務局|事務所)$/u;
/** Between the name and the partnership stand other partners, no predicate. 「福祉課と健康課との連携」 may be said of both. */
const PARTNERS = "(?:等|など)?(?:(?:や|、|・|及び|および|並びに|又は)[^。はがをに\\n]{0,40})?";
const TOGETHER =
  "(?:と|との|とも)(?:の?間で)?(?:情報)?(?:の?(?:連携|協力|協働|共同|共有|協議|調整|連絡|情報交換|情報共有|意見交換|分担))";

/** 「子育て支援課との連携」 in the row of 子育て支援課. */
export const departmentNamesItself = defineRule({
  meta: {
    id: "department-names-itself",
    category: "meaning",
    title: "担当課が自分の課を連携の相手に挙げている",
    description:
      "担当課の行に「（その課）と連携し」とあるのは、ほかの課の行から写した文を直していないときに起こります。その課の窓口や職員のことを書いた文は対象にしません。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "担当課: 子育て支援課／ 実施状況: 子育て支援課や保育所、幼稚園等関係機関との情報共有・連携ができた。",
      right: "実施状況: 健康課や保育所、幼稚園等関係機関との情報共有・連携ができた。",
    },
    remedy: "連携した相手の課や機関の名に直します。",
    messages: {
      itself: (d: { department: string }) =>
        `担当課の「${d.department}」が、連携の相手としても書かれています。相手の課や機関の名を確かめてください。`,
    },
  },

  check({ values }, report) {
    const finders = new Map<string, RegExp>();
    for (const cells of cellsByRecord(readable(values, "organisation", "result", "evaluation", "outlook")).values()) {
      for (const name of cells.filter(({ kind }) => kind === "organisation").flatMap(departments)) {
        for (const value of cells) {
          if (value.kind === "organisation" || value.inherited || !value.text.includes(name)) continue;
          let finder = finders.get(name);
          if (!finder)
            finders.set(
              name,
              (finder = new RegExp(`(?<![\\p{sc=Han}ァ-ヶー])${escapePattern(name)}(?=${PARTNERS}${TOGETHER})`, "u")),
            );
          const match = finder.exec(value.text);
          if (!match) continue;
          const span = { start: match.index, end: match.index + name.length };
          report({ messageId: "itself", data: { department: name }, at: value, span });
        }
      }
    }
  },
});

/** The departments of a cell: 「健康福祉局 子ども若者局」, one a line or parted by spaces; a note in brackets is none. */
function departments({ text }: FieldValue): string[] {
  const names = text.replace(/[（(][^（()）]*[)）]/gu, " ").split(/[\s\u3000、，,／/]+/u);
  return [...new Set(names)].filter((name) => name.length >= 3 && UNIT.test(name));
}

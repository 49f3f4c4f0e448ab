import { defineRule } from "../rule.ts";

/** Words in or beside a table that belong to none of its columns. */
export const textBesideTable = defineRule({
  meta: {
    id: "text-beside-table",
    category: "structure",
    title: "表の列に属さない文字",
    description: "表の外や見出しのない列に書かれたメモは、どの事業のことか分からず、集計や印刷で思わぬ所に出ます。",
    severity: "info",
    standard: "L1-04",
    example: { wrong: "（表の右外に）要確認", right: "（メモを消すか、備考の列に移す）" },
    remedy: "要らないメモは消し、要るものは該当する欄か備考に移します。",
    messages: {
      unclassified: (d: { text: string }) =>
        `「${d.text}」は様式のどの項目にも当たりません。該当する欄に移すか、消してください。`,
      unheaded: (d: { text: string }) =>
        `「${d.text}」は見出しのない列にあります。該当する欄に移すか、列に見出しを付けてください。`,
    },
  },

  check({ texts, tables }, report) {
    for (const part of texts) {
      if (part.role !== "unclassified" || part.text.text.trim() === "") continue;
      report({ messageId: "unclassified", data: { text: shortened(part.text.text) }, at: part });
    }
    for (const { columns, records } of tables) {
      for (const { extras } of records) {
        for (const [index, value] of Object.entries(extras)) {
          if (columns[Number(index)]?.heading?.text.trim() || value.inherited || value.text.trim() === "") continue;
          report({ messageId: "unheaded", data: { text: shortened(value.text) }, at: value });
        }
      }
    }
  },
});

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  return plain.length > 20 ? `${plain.slice(0, 20)}…` : plain;
}

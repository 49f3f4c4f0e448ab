import { foldText } from "../../text/fold.ts";
import { cellName } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets } from "../standard-sheets.ts";

export const headingDuplicate = defineRule({
  meta: {
    id: "heading-duplicate",
    category: "machine-readability",
    title: "同じ見出しの列がある",
    description: "同じ見出しが二つあると、列を名前で区別できません。見出しは一行で、互いに違う名前にします。",
    severity: "warning",
    standard: "L2-03",
    example: { wrong: "事業数 | 事業数", right: "事業数 | うち重点事業数" },
    remedy: "内容の違いが分かる見出しに改めます。",
    messages: {
      duplicate: (d: { heading: string; other: string }) =>
        `見出し「${d.heading}」は ${d.other} にもあります。別の名前にしてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, regions, severity } of standardSheets(context)) {
      const headings = regions.find(({ isTable }) => isTable)?.headings ?? [];
      const seen = new Map<string, string>();
      for (const { cell } of headings) {
        if (!cell) continue;
        const folded = foldText(cell.text);
        const other = seen.get(folded);
        if (other === undefined) seen.set(folded, cellName(cell));
        else {
          report({
            messageId: "duplicate",
            data: { heading: cell.text.trim(), other },
            at: placeOn(sheet, cell.row, cell.column),
            ...(severity && { severity }),
          });
        }
      }
    }
  },
});

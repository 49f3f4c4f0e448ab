import { columnLetters } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets } from "../standard-sheets.ts";

export const headingBlank = defineRule({
  meta: {
    id: "heading-blank",
    category: "machine-readability",
    title: "見出しのない列がある",
    description: "データのある列に見出しがないと、その列が何を表すか分かりません。",
    severity: "warning",
    standard: "L1-05",
    example: { wrong: "（見出しなし）| 目標 | 現況", right: "印 | 目標 | 現況" },
    remedy: "列に、内容を表す見出しを付けます。",
    messages: {
      blank: (d: { column: string }) =>
        `${d.column} 列にはデータがありますが、見出しがありません。見出しを付けてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, grid, regions, table, severity } of standardSheets(context)) {
      const region = regions.find(({ isTable }) => isTable);
      const range = table?.range ?? region?.range;
      const top = table?.range.top ?? region?.headings[0]?.range.top;
      if (!range || top === undefined) continue;
      for (let column = range.left; column <= range.right; column++) {
        if (grid.slotAt(top, column).cell) continue;
        let row = top + 1;
        while (row <= range.bottom && grid.slotAt(row, column).cell?.column !== column) row++;
        if (row > range.bottom) continue;
        report({
          messageId: "blank",
          data: { column: columnLetters(column) },
          at: placeOn(sheet, top, column),
          ...(severity && { severity }),
        });
      }
    }
  },
});

import { defineRule } from "../rule.ts";
import { placeOn, standardSheets, STRUCTURING_REMEDY } from "../standard-sheets.ts";

export const sheetRowsBlank = defineRule({
  meta: {
    id: "sheet-rows-blank",
    category: "machine-readability",
    title: "表の途中に空行がある",
    description: "表の途中の空行は、そこで表が終わったものと読まれます。印刷の改ページのための空行も同じです。",
    severity: "warning",
    standard: "L1-03",
    example: { wrong: "13 行目と 15 行目の記録の間が空いている", right: "記録が続けて並んでいる" },
    remedy: STRUCTURING_REMEDY,
    messages: {
      blank: (d: { rows: string; count: number }) =>
        `表の途中に空行が ${d.count} 行あります（${d.rows}）。行を詰めてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, grid, severity } of standardSheets(context)) {
      for (const table of context.tables) {
        if (table.sheet !== sheet.name || table.layout === "card") continue;
        const filled = new Set(table.records.flatMap(({ range }) => rowsOf(range.top, range.bottom)));
        const first = table.records[0]?.range.top ?? table.range.bottom;
        const blank = rowsOf(first, table.range.bottom).filter(
          (row) => !filled.has(row) && grid.filledSlots(row).length === 0,
        );
        if (blank.length === 0) continue;
        report({
          messageId: "blank",
          data: { rows: `${blank.slice(0, 5).join("、")} 行目${blank.length > 5 ? " ほか" : ""}`, count: blank.length },
          at: placeOn(sheet, blank[0]!, table.range.left),
          ...(severity && { severity }),
        });
      }
    }
  },
});

function rowsOf(top: number, bottom: number): number[] {
  return Array.from({ length: Math.max(0, bottom - top + 1) }, (_, i) => top + i);
}

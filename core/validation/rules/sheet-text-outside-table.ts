import { defineRule } from "../rule.ts";
import { placeOn, standardSheets, STRUCTURING_REMEDY } from "../standard-sheets.ts";

export const sheetTextOutsideTable = defineRule({
  meta: {
    id: "sheet-text-outside-table",
    category: "machine-readability",
    title: "表の外に文字がある",
    description: "表題、注記、作成日などが表と同じシートにあると、機械はそれも表の一部として読みます。",
    severity: "warning",
    standard: "L1-04",
    example: { wrong: "A1 に表題、A3 から表", right: "A1 から見出しとデータだけがあり、表題や注記は別のシートにある" },
    remedy: STRUCTURING_REMEDY,
    messages: {
      outside: (d: { count: number; text: string }) =>
        `表の外に文字が ${d.count} か所あります（「${d.text}」など）。別のシートに移してください。`,
    },
  },

  check(context, report) {
    for (const { sheet, regions, table, severity } of standardSheets(context)) {
      const ranges = table
        ? [table.range]
        : regions.flatMap(({ isTable, headings, range }) =>
            isTable && headings[0] ? [{ ...range, top: headings[0].range.top }] : [],
          );
      if (ranges.length === 0) continue;
      const outside = sheet.cells.filter(
        ({ row, column, text }) =>
          text.trim() !== "" &&
          !ranges.some(
            ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
          ),
      );
      const [first] = outside;
      if (!first) continue;
      const text = first.text.trim().replaceAll(/\s+/gu, " ");
      report({
        messageId: "outside",
        data: { count: outside.length, text: text.length > 20 ? `${text.slice(0, 20)}…` : text },
        at: placeOn(sheet, first.row, first.column),
        ...(severity && { severity }),
      });
    }
  },
});

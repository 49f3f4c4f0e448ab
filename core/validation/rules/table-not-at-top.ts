import { cellName } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets, STRUCTURING_REMEDY } from "../standard-sheets.ts";

export const tableNotAtTop = defineRule({
  meta: {
    id: "table-not-at-top",
    category: "machine-readability",
    title: "見出しが 1 行目にない",
    description:
      "データの表は、1 行目に見出し、2 行目からデータを置きます。そうでないと、読む側が開始位置を一つずつ指定しなければなりません。",
    severity: "warning",
    standard: "L3-01",
    example: { wrong: "A3 から見出しが始まる", right: "A1 から見出しが始まる" },
    remedy: STRUCTURING_REMEDY,
    messages: {
      start: (d: { cell: string }) =>
        `表が ${d.cell} から始まっています。1 行目に見出し、2 行目からデータを置いてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, regions, table, severity } of standardSheets(context)) {
      const heading = regions.find(({ isTable }) => isTable)?.headings[0];
      const top = table?.range.top ?? heading?.range.top;
      if (top === undefined || top === 1) continue;
      const left = table?.range.left ?? heading?.range.left ?? 1;
      report({
        messageId: "start",
        data: { cell: cellName({ row: top, column: left }) },
        at: placeOn(sheet, top, left),
        ...(severity && { severity }),
      });
    }
  },
});

import { rangeName } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets, STRUCTURING_REMEDY } from "../standard-sheets.ts";

export const sheetTablesSeveral = defineRule({
  meta: {
    id: "sheet-tables-several",
    category: "machine-readability",
    title: "一つのシートに表がいくつもある",
    description: "一つのシートに表が二つ以上あると、機械はどこからどこまでが一つの表かを判断できません。",
    severity: "warning",
    standard: "L1-02",
    example: { wrong: "「進捗状況」シートに施策ごとの表が四つ並ぶ", right: "施策の列を設けて一つの表にする" },
    remedy: STRUCTURING_REMEDY,
    messages: {
      several: (d: { count: number; second: string }) =>
        `このシートには表が ${d.count} つあります（二つ目は ${d.second}）。一つのシートに一つの表にしてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, regions, table: dataTable, severity } of standardSheets(context)) {
      // The records of several tables of the form sheet stand in one Excel Table here.
      if (dataTable && sheet.tables.length === 1) continue;
      const recognised = context.tables.filter((table) => table.sheet === sheet.name).map(({ range }) => range);
      // What is recognised counts; a sheet held to the standard may hold tables that no form knows.
      const unknown = regions.filter(({ isTable }) => isTable).map(({ range }) => range);
      const tables = recognised.length < 2 && context.isStandardCheck ? unknown : recognised;
      const [first, second] = tables;
      if (!first || !second) continue;
      report({
        messageId: "several",
        data: { count: tables.length, second: rangeName(second) },
        at: placeOn(sheet, second.top, second.left),
        ...(severity && { severity }),
      });
    }
  },
});

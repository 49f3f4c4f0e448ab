import { columnLetters } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets } from "../standard-sheets.ts";

export const rowsHidden = defineRule({
  meta: {
    id: "rows-hidden",
    category: "machine-readability",
    title: "隠れた行や列がある",
    description:
      "隠した行や列は、画面では見えなくても、機械には読まれ、配った先でも開けます。公開してはならないものが残りがちです。",
    severity: "warning",
    standard: "L1-13",
    example: { wrong: "昨年度の列を非表示にしたまま提出する", right: "要らない列は削除し、要る列は表示する" },
    remedy: "表示して内容を確かめ、要らなければ削除します。",
    messages: {
      rows: (d: { rows: string }) => `${d.rows}が隠れています。表示して確かめてください。`,
      columns: (d: { columns: string }) => `${d.columns}が隠れています。表示して確かめてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, grid, table } of standardSheets(context)) {
      // Hidden rows are seen by nobody on a form sheet either, so there is no excuse by its nature.
      const rows = sheet.hiddenRows.filter((row) => row <= grid.lastRow);
      const lastColumn = sheet.cells.reduce((last, { column }) => Math.max(last, column), 0);
      const columns = sheet.hiddenColumns.filter((column) => column <= lastColumn);
      const left = table?.range.left ?? 1;
      if (rows[0] !== undefined) {
        report({
          messageId: "rows",
          data: { rows: `${shown(rows.map(String))} 行目` },
          at: placeOn(sheet, rows[0], left),
        });
      }
      if (columns[0] !== undefined) {
        report({
          messageId: "columns",
          data: { columns: `${shown(columns.map(columnLetters))} 列` },
          at: placeOn(sheet, 1, columns[0]),
        });
      }
    }
  },
});

function shown(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join("、")} ほか ${names.length - 5}` : names.join("、");
}

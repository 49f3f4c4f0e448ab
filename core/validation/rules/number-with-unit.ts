import { columnLetters } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets, STRUCTURING_REMEDY } from "../standard-sheets.ts";

/** 1,234人, 約50件, 98%, ３: a cell that is a number but for a unit, a sign or its width. */
const DRESSED_NUMBER =
  /^(?:約|計|延べ?|\\|¥|￥|▲|△)?[-−]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?\s*(?:\p{sc=Han}{1,3}|か所|[%％])?$/u;
const YEAR_OR_CODE = /(?:年度?|月|日|時|分|歳|期|号|条|丁目|番地?|位)$/u;

export const numberWithUnit = defineRule({
  meta: {
    id: "number-with-unit",
    category: "machine-readability",
    title: "数値のセルに単位や記号が入っている",
    description:
      "単位や記号の付いた数値は文字として扱われ、合計も並べ替えもできません。単位は見出しか別の列に書きます。",
    severity: "warning",
    standard: "L2-01",
    example: { wrong: "利用者数: 1,234人", right: "利用者数(人): 1234" },
    remedy: STRUCTURING_REMEDY,
    messages: {
      unit: (d: { column: string; count: number; text: string }) =>
        `${d.column} 列に、単位や記号の付いた数値が ${d.count} 件あります（「${d.text}」など）。数値だけを書き、単位は見出しに書いてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, table, regions, severity } of standardSheets(context)) {
      const range = table?.range ?? regions.find(({ isTable }) => isTable)?.range;
      if (!range) continue;
      const found = new Map<number, { row: number; text: string; count: number }>();
      for (const { row, column, value, text } of sheet.cells) {
        if (row <= range.top || row > range.bottom || typeof value !== "string") continue;
        const plain = text.trim();
        if (!DRESSED_NUMBER.test(plain) || YEAR_OR_CODE.test(plain)) continue;
        const known = found.get(column);
        if (known) known.count++;
        else found.set(column, { row, text: plain, count: 1 });
      }
      for (const [column, { row, text, count }] of found) {
        report({
          messageId: "unit",
          data: { column: columnLetters(column), count, text },
          at: placeOn(sheet, row, column),
          ...(severity && { severity }),
        });
      }
    }
  },
});

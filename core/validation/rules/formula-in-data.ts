import { cellName } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets } from "../standard-sheets.ts";

export const formulaInData = defineRule({
  meta: {
    id: "formula-in-data",
    category: "machine-readability",
    title: "公開するデータに数式がある",
    description:
      "数式のままでは、ほかのソフトで開いたときに値が変わったり、参照先がなくて誤りになったりします。公開するデータは値にします。",
    severity: "warning",
    standard: "L2-06",
    example: { wrong: "=SUM(C2:C9)", right: "354" },
    remedy: "値だけを貼り付けた写しを公開します。様式の上では数式のままで構いません。",
    messages: {
      formula: (d: { count: number; first: string }) =>
        `数式のセルが ${d.count} か所あります（${d.first} など）。公開するときは値にしてください。`,
      error: (d: { error: string }) => `数式の結果が ${d.error} です。参照先を直してください。`,
    },
  },

  check(context, report) {
    for (const { sheet, severity } of standardSheets(context)) {
      const formulas = sheet.cells.filter(({ formula }) => formula !== undefined);
      for (const { error, row, column } of sheet.cells) {
        // An error is wrong on a form sheet as well.
        if (error !== undefined) report({ messageId: "error", data: { error }, at: placeOn(sheet, row, column) });
      }
      const [first] = formulas;
      if (!first) continue;
      report({
        messageId: "formula",
        data: { count: formulas.length, first: cellName(first) },
        at: placeOn(sheet, first.row, first.column),
        ...(severity && { severity }),
      });
    }
  },
});

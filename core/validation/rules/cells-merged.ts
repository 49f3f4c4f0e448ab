import { rangeName } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets, STRUCTURING_REMEDY } from "../standard-sheets.ts";

export const cellsMerged = defineRule({
  meta: {
    id: "cells-merged",
    category: "machine-readability",
    title: "セルが結合されている",
    description: "結合されたセルは、左上のほかは空のセルとして読まれ、並べ替えや絞り込みもできません。",
    severity: "warning",
    standard: "L1-12",
    example: { wrong: "事業名のセルを担当課の数だけ縦に結合する", right: "どの行にも事業名を書く" },
    remedy: STRUCTURING_REMEDY,
    messages: {
      merged: (d: { count: number; first: string }) =>
        `結合されたセルが ${d.count} か所あります（${d.first} など）。結合を解いて、どのセルにも値を書いてください。`,
    },
  },

  check(context, report) {
    for (const { sheet, severity } of standardSheets(context)) {
      const [first] = sheet.merges;
      if (!first) continue;
      report({
        messageId: "merged",
        data: { count: sheet.merges.length, first: rangeName(first) },
        at: placeOn(sheet, first.top, first.left),
        ...(severity && { severity }),
      });
    }
  },
});

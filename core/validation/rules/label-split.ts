import { cellName } from "../../workbook/address.ts";
import { defineRule } from "../rule.ts";
import { splitLabels } from "../split-labels.ts";
import { suggestText, textEdit } from "../text-edit.ts";

/** 「事業費(百」 and 「百万円)」: one label in two cells. */
export const labelSplit = defineRule({
  meta: {
    id: "label-split",
    category: "structure",
    title: "一つの語句が二つのセルに分かれている",
    description:
      "かっこが左のセルで開き、右のセルで閉じているときは、一つの語句が列の境で切れています。右のセルの文字は別の欄の値として読まれます。",
    scope: "record",
    severity: "warning",
    standard: "L1-07",
    example: { wrong: "事業費(百 | 百万円)", right: "事業費(百万円)" },
    remedy: "左のセルに全体を書き、右のセルを空けるか本来の値に直します。",
    messages: {
      split: (d: { left: string; right: string; whole: string }) =>
        `「${d.left}」と「${d.right}」は一つの語句「${d.whole}」が二つのセルに分かれたもののようです。一つのセルにまとめてください。`,
    },
  },

  check({ written }, report) {
    for (const { left, right } of splitLabels(written())) {
      const head = left.text.trim();
      const tail = right.text.trim();
      const whole = joined(head, tail);
      const clear = { sheet: right.cell.sheet, address: cellName(right.cell), expected: right.value, value: null };
      const edit = textEdit(left, { start: 0, end: left.text.length }, whole);
      report({
        messageId: "split",
        data: { left: head, right: tail, whole },
        at: left,
        fixes: [suggestText(`「${whole}」を一つのセルにまとめる`, edit, clear)],
      });
    }
  },
});

/** Joins two pieces; what both have (百 of 百 | 百万円) stands once. */
function joined(left: string, right: string): string {
  for (let length = Math.min(left.length, right.length, 4); length > 0; length--) {
    if (left.endsWith(right.slice(0, length))) return left + right.slice(length);
  }
  return left + right;
}

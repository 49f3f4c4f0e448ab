import { relativeDate } from "../../../../core/validation/rules/relative-date.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(relativeDate, {
  valid: [
    { name: "前年との比較", grid: result("昨年度に引き続き実施した。昨年度と比べて増加した。", "昨年度比で12%増") },
    { name: "年の分かる文", grid: result("令和元年度から開始し、今年は2年目である。") },
    { name: "欄の年度で分かる", fiscalYear: 2021, grid: result("本年度も申込はなかった。") },
    { name: "似た語", grid: result("日本年金機構、従来年1回、以来年々増加した。", "近年の傾向、翌年度に繰り越した。") },
    { name: "名称の欄", grid: [["name"], ["来年の樹事業"]] },
  ],
  invalid: [
    {
      name: "本文の中",
      texts: ["本年5月に設置された検討会には、練馬区も参加します。来年も開催します。"],
      grid: result("検討した。"),
      diagnostics: [
        {
          messageId: "relative",
          at: "A1",
          message: "「本年5月」は、いつのことか文書だけでは分かりません。年や年度を書いてください。",
          text: "本年5月",
        },
        {
          messageId: "relative",
          at: "A1",
          message: "「来年」は、いつのことか文書だけでは分かりません。年や年度を書いてください。",
        },
      ],
    },
    {
      name: "年度の分からない文書の本年度と、欄の昨年",
      grid: result("本年度は講座を開催した。", "昨年10月に開館した。"),
      diagnostics: [
        {
          messageId: "relative",
          at: "A2",
          message: "「本年度」は、いつのことか文書だけでは分かりません。年や年度を書いてください。",
        },
        {
          messageId: "relative",
          at: "A3",
          message: "「昨年10月」は、いつのことか文書だけでは分かりません。年や年度を書いてください。",
        },
      ],
    },
  ],
});

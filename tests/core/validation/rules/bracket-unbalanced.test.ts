import { bracketUnbalanced } from "../../../../core/validation/rules/bracket-unbalanced.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(bracketUnbalanced, {
  valid: [
    {
      name: "二つのセルに分かれた語句は label-split が指摘する",
      grid: [
        ["name", "baseline", "amount"],
        ["事業費(百", "百万円)", 21],
      ],
    },
    { name: "前の行で開いた括弧", grid: result("講座4講座(4・7・12・3月実施 \n妊婦138名・パートナー129名)") },
    { name: "入れ子", grid: result("交流広場(すくすく広場(年10回)・カフェ(年5回))") },
    { name: "項目の番号", grid: result("1)拡幅 2)歩道の設置\na) 調査 b) 分析\nア）啓発\n①）相談") },
    { name: "注の番号", grid: result("児童福祉法1)に基づき実施した。", "注2）対象者を除く。") },
    { name: "不等号と矢印", grid: result("<配下の事務事業一覧>", ">>前のページへ戻る") },
  ],
  invalid: [
    {
      name: "閉じていない括弧は、文の終わりで閉じることを提案する",
      grid: result("●新たな事業実施(すくすく交流広場(年10回・160組320名、ママカフェ年5回・82組164名)"),
      diagnostics: [
        {
          messageId: "unclosed",
          at: "A2",
          message: "「(」に対応する閉じ括弧「)」がありません。括弧の範囲を確かめて補ってください。",
          text: "(すくすく交流広場",
          fixes: ["文の終わりに閉じ括弧を補う: 「組164名))」"],
        },
      ],
      fixed: result("●新たな事業実施(すくすく交流広場(年10回・160組320名、ママカフェ年5回・82組164名))"),
    },
    {
      name: "開いていない括弧が二つの欄に",
      grid: result("相談員、母子・父子自立支援員)、社会福祉主事", "「心の専門家」』を配置"),
      diagnostics: [
        {
          messageId: "unopened",
          at: "A2",
          message: "「)」に対応する開き括弧「(」がありません。括弧の範囲を確かめて補ってください。",
          text: "母子・父子自立支援員)",
        },
        {
          messageId: "unopened",
          at: "A3",
          message: "「』」に対応する開き括弧「『」がありません。括弧の範囲を確かめて補ってください。",
        },
      ],
    },
    {
      name: "種類の違う括弧",
      grid: result("「勉強会）を開催した。"),
      diagnostics: [
        {
          messageId: "mismatched",
          at: "A2",
          message: "「「」で開いた括弧が「）」で閉じられています。種類をそろえてください。",
          text: "「勉強会）",
          fixes: ["「」」で閉じる"],
        },
      ],
      fixed: result("「勉強会」を開催した。"),
    },
    {
      name: "全角と半角",
      grid: result("参加者（延べ75名)"),
      diagnostics: [
        {
          messageId: "mixedWidth",
          at: "A2",
          message: "括弧の全角と半角が混ざっています。「（)」を「（）」にそろえてください。",
          severity: "info",
          fixes: ["「（）」にそろえる"],
        },
      ],
      fixed: result("参加者（延べ75名）"),
    },
  ],
});

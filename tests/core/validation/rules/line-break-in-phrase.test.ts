import { lineBreakInPhrase } from "../../../../core/validation/rules/line-break-in-phrase.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const plan = (...cells: string[]): Grid => [["plan"], ...cells.map((cell) => [cell])];

testRule(lineBreakInPhrase, {
  valid: [
    { name: "項目の改行", grid: plan("・相談窓口の充実\n・情報の発信\n総合的な支援の推進") },
    { name: "文の後の改行", grid: plan("支援を行った。\nまた、研修を実施した。") },
    { name: "見出しの列挙", grid: [["heading"], ["事業終了\n休止・中止・廃止"]] },
    { name: "短い項目の並び", grid: plan("推進\n連携\n広報") },
    { name: "かなの語で始まる行", grid: plan("健診の実施\nがん検診の実施\nはじめての育児教室\nともだちの日") },
    { name: "括弧の中の改行", grid: plan("講座(4月・7月実施\n妊婦138名)") },
    { name: "ほかの欄に続きのない短い行", grid: plan("●子育て支援団体の連携\n推進", "●子育てサロン") },
  ],
  invalid: [
    {
      name: "助詞で始まる行が二つの欄に",
      grid: plan("④学校施設の有効活用\nの推進\n●配置", "用地取得を進め、早期完成\r\nを目指す。"),
      diagnostics: [
        {
          messageId: "phrase",
          at: "A2",
          message: "「校施設の有効活用」と「の推進」の間で、句の途中なのに改行しています。改行を取り除いてください。",
          fixes: ["改行を取り除く"],
        },
        {
          messageId: "phrase",
          at: "A3",
          message:
            "「を進め、早期完成」と「を目指す。」の間で、句の途中なのに改行しています。改行を取り除いてください。",
          fixes: ["改行を取り除く"],
        },
      ],
      fixed: plan("④学校施設の有効活用の推進\n●配置", "用地取得を進め、早期完成を目指す。"),
    },
    {
      name: "助詞で終わる行は情報として",
      grid: plan("生活保護受給世帯に対する\n支援", "高齢者の見守り活動を\n推進する。"),
      diagnostics: [
        {
          messageId: "phrase",
          at: "A3",
          message:
            "「者の見守り活動を」と「推進する。」の間で、句の途中なのに改行しています。改行を取り除いてください。",
          severity: "info",
          fixes: ["改行を取り除く"],
        },
      ],
      fixed: plan("生活保護受給世帯に対する\n支援", "高齢者の見守り活動を推進する。"),
    },
    {
      name: "ほかの年度では一語",
      grid: [
        ["plan:goal@2011年度", "plan:goal@2012年度"],
        ["●子育て・子ども支援団体の連携\n推進\n●講座", "●子育て・子ども支援団体の連携推進\n●講座"],
      ],
      diagnostics: [
        {
          messageId: "word",
          at: "A2",
          message: "「連携推進」が「も支援団体の連携」と「推進」の二行に分かれています。改行を取り除いてください。",
          fixes: ["改行を取り除く"],
        },
      ],
      fixed: [
        ["plan:goal@2011年度", "plan:goal@2012年度"],
        ["●子育て・子ども支援団体の連携推進\n●講座", "●子育て・子ども支援団体の連携推進\n●講座"],
      ],
    },
  ],
});

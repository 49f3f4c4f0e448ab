import { particleDoubled } from "../../../../core/validation/rules/particle-doubled.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const plan = (...cells: string[]): Grid => [["plan"], ...cells.map((cell) => [cell])];

testRule(particleDoubled, {
  valid: [
    { name: "ものの、ことと", grid: plan("効果はあったものの、課題が残った。", "周知することと、相談に応じること。") },
    {
      name: "ととのえる、とともに",
      grid: plan("地域とともに環境をととのえる。", "関係機関ととのえる。", "市とともに進める。"),
    },
    { name: "のに(逆接)", grid: plan("対象者が増加したのに対し、利用は伸びなかった。") },
    { name: "ででてきた", grid: plan("話し合いの中ででてきた情報をまとめる。") },
    { name: "子どもも", grid: plan("子どもも大人も参加できる。", "ははこぐさ、もも、ぶどうの栽培") },
    { name: "をは、をに", grid: plan("児童相談所をはじめとする関係機関", "情報をのぞく。") },
  ],
  invalid: [
    {
      name: "ととの、をを",
      grid: plan("③地域諸団体・機関ととの連携強化", "分別をを呼びかける。資料のの配布"),
      diagnostics: [
        {
          messageId: "twice",
          at: "A2",
          message: "「機関ととの連携強」は助詞が重なっています。「機関との連携強」としてください。",
          fixes: ["「機関との連携強」に直す"],
        },
        {
          messageId: "twice",
          at: "A3",
          message: "「分別をを呼」は助詞が重なっています。「分別を呼」としてください。",
          fixes: ["「分別を呼」に直す"],
        },
        {
          messageId: "twice",
          at: "A3",
          message: "「資料のの配布」は助詞が重なっています。「資料の配布」としてください。",
          fixes: ["「資料の配布」に直す"],
        },
      ],
      fixed: plan("③地域諸団体・機関との連携強化", "分別を呼びかける。資料の配布"),
    },
    {
      name: "的の後は、一字を除いても直らないので提案にとどめる",
      grid: plan("総合的にによるこども支援連携の充実を図ります。"),
      diagnostics: [
        {
          messageId: "twice",
          at: "A2",
          message: "「総合的にによるこ」は助詞が重なっています。「総合的によるこ」としてください。",
          fixes: ["「総合的によるこ」に直す"],
        },
      ],
      fixed: plan("総合的によるこども支援連携の充実を図ります。"),
    },
    {
      name: "続かない助詞",
      grid: plan("適正利用のに向けた啓発を行った。"),
      diagnostics: [
        {
          messageId: "clashing",
          at: "A2",
          message: "「適正利用のに向」は助詞が続いていて意味が通りません。「適正利用に向」などに直してください。",
          text: "適正利用のに向",
          severity: "warning",
          fixes: ["「適正利用に向」に直す"],
        },
      ],
      fixed: plan("適正利用に向けた啓発を行った。"),
    },
  ],
});

import { platformDependentCharacter } from "../../../../core/validation/rules/platform-dependent-character.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(platformDependentCharacter, {
  valid: [
    { name: "丸数字と人名の漢字", grid: result("①相談窓口 ⑳講座", "髙橋・山﨑 両氏") },
    { name: "ふつうの記号", grid: result("100% ℃ ～ ※ ★ 〒 〇 々", "(株)公園管理 No.5 TEL") },
  ],
  invalid: [
    {
      name: "組文字と単位",
      grid: result("№5 ㈱公園管理に委託", "3㌶、120㎡、第Ⅱ期"),
      diagnostics: [
        {
          messageId: "dependent",
          at: "A2",
          message: "「№」は機種依存文字です。「No.」と書いてください。",
          text: "№",
          fixes: ["「No.」に直す"],
        },
        {
          messageId: "dependent",
          at: "A2",
          message: "「㈱」は機種依存文字です。「(株)」と書いてください。",
          fixes: ["「(株)」に直す"],
        },
        {
          messageId: "dependent",
          at: "A3",
          message: "「㌶」は機種依存文字です。「ヘクタール」と書いてください。",
          fixes: ["「ヘクタール」に直す"],
        },
        {
          messageId: "dependent",
          at: "A3",
          message: "「㎡」は機種依存文字です。「平方メートル」と書いてください。",
          fixes: ["「平方メートル」に直す"],
        },
        {
          messageId: "dependent",
          at: "A3",
          message: "「Ⅱ」は機種依存文字です。「II」と書いてください。",
          fixes: ["「II」に直す"],
        },
      ],
      fixed: result("No.5 (株)公園管理に委託", "3ヘクタール、120平方メートル、第II期"),
    },
    {
      name: "半角カタカナ",
      grid: result("災害ﾎﾞﾗﾝﾃｨｱとｾﾝﾀｰの登録"),
      diagnostics: [
        {
          messageId: "halfWidth",
          at: "A2",
          message: "「ﾎﾞﾗﾝﾃｨｱ」は半角カタカナです。全角の「ボランティア」に直してください。",
          fixes: ["「ボランティア」に直す"],
        },
        {
          messageId: "halfWidth",
          at: "A2",
          message: "「ｾﾝﾀｰ」は半角カタカナです。全角の「センター」に直してください。",
          fixes: ["「センター」に直す"],
        },
      ],
      fixed: result("災害ボランティアとセンターの登録"),
    },
    {
      name: "外字と文字化け",
      grid: result("講師 渡\ue000 氏", "令和\ufffd\ufffd年度"),
      diagnostics: [
        {
          messageId: "private",
          at: "A2",
          message: "外字（U+E000）があります。ほかの環境では読めません。常用の漢字かひらがなに書き換えてください。",
          severity: "warning",
        },
        {
          messageId: "lost",
          at: "A3",
          message: "文字化けして失われた文字が 2 字あります。元の文書を確かめて書き直してください。",
          severity: "error",
        },
      ],
    },
  ],
});

import { wordDoubled } from "../../../../core/validation/rules/word-doubled.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(wordDoubled, {
  valid: [
    { name: "畳語", grid: result("一人一人、一つ一つ、様々、個々に、ますます、ワクワク広場") },
    { name: "次の語の初め", grid: result("中学校学校給食、大学大学院、支援センターセンター長、審査審査会") },
    { name: "番号の違う項目", grid: result("①継続して実施した。\n②継続して実施した。") },
    { name: "短い行", grid: result("継続実施\n継続実施") },
    { name: "点線", grid: result("※1・・・計画4") },
    { name: "数の並び", grid: result("2525人、100100件") },
    { name: "前の欄の終わりと同じ初め", grid: result("子ども支援", "支援", "支援を行った。") },
    {
      name: "それぞれに",
      grid: result("個人個人に合わせ、要所要所に配置した。各々、人々、一つ一つ、それぞれ、いろいろ", "地域地域の特性"),
    },
    {
      name: "語の続き",
      grid: result("検討検討会議、ためため池、わくわくわくわく広場、一か所一か所", "学校学校運営協議会"),
    },
    { name: "事業費", grid: result("学習支援事業(川崎区)事業費") },
  ],
  invalid: [
    {
      name: "句読点",
      grid: result("相談を行い、、連携した。。", "支援した。、"),
      diagnostics: [
        {
          messageId: "mark",
          at: "A2",
          message: "句読点「、、」が重なっています。「、」としてください。",
          fixes: ["「、」一つにする"],
        },
        {
          messageId: "mark",
          at: "A2",
          message: "句読点「。。」が重なっています。「。」としてください。",
          fixes: ["「。」一つにする"],
        },
        {
          messageId: "mark",
          at: "A3",
          message: "句読点「。、」が重なっています。「。」としてください。",
          fixes: ["「。」一つにする"],
        },
      ],
      fixed: result("相談を行い、連携した。", "支援した。"),
    },
    {
      name: "語",
      grid: result(
        "議会を推進推進する。",
        "支援センターセンターを利用した。会議についてについて",
        "だよりの発行の発行により",
      ),
      diagnostics: [
        {
          messageId: "word",
          at: "A2",
          message: "「推進推進」は同じ語が重なっています。「推進」ではありませんか。",
          text: "推進推進",
          fixes: ["「推進」一つにする"],
        },
        {
          messageId: "word",
          at: "A3",
          message: "「センターセンター」は同じ語が重なっています。「センター」ではありませんか。",
          fixes: ["「センター」一つにする"],
        },
        {
          messageId: "word",
          at: "A3",
          message: "「についてについて」は同じ語が重なっています。「について」ではありませんか。",
          fixes: ["「について」一つにする"],
        },
        {
          messageId: "word",
          at: "A4",
          message: "「の発行の発行」は同じ語が重なっています。「の発行」ではありませんか。",
          fixes: ["「の発行」一つにする"],
        },
      ],
      fixed: result("議会を推進する。", "支援センターを利用した。会議について", "だよりの発行により"),
    },
    {
      name: "次の語の前、長い語、述語",
      grid: result(
        "地元地元説明会を4回開催した。",
        "関係機関関係機関と連携した。子どもの子どもの見守り",
        "増設を検討検討する。周知するする。",
      ),
      diagnostics: [
        {
          messageId: "word",
          at: "A2",
          message: "「地元地元」は同じ語が重なっています。「地元」ではありませんか。",
          text: "地元地元",
          fixes: ["「地元」一つにする"],
        },
        {
          messageId: "word",
          at: "A3",
          message: "「関係機関関係機関」は同じ語が重なっています。「関係機関」ではありませんか。",
          fixes: ["「関係機関」一つにする"],
        },
        {
          messageId: "word",
          at: "A3",
          message: "「子どもの子どもの」は同じ語が重なっています。「子どもの」ではありませんか。",
          fixes: ["「子どもの」一つにする"],
        },
        {
          messageId: "word",
          at: "A4",
          message: "「検討検討」は同じ語が重なっています。「検討」ではありませんか。",
          fixes: ["「検討」一つにする"],
        },
        {
          messageId: "word",
          at: "A4",
          message: "「するする」は同じ語が重なっています。「する」ではありませんか。",
          fixes: ["「する」一つにする"],
        },
      ],
      fixed: result("地元説明会を4回開催した。", "関係機関と連携した。子どもの見守り", "増設を検討する。周知する。"),
    },
    {
      name: "語の中の一字",
      grid: result("関係機関と連携携し、制度を改改正した。", "町内会会長、委員会会議、人々の休日日数"),
      diagnostics: [
        {
          messageId: "word",
          at: "A2",
          message: "「連携携」は同じ語が重なっています。「連携」ではありませんか。",
          fixes: ["「連携」一つにする"],
        },
        {
          messageId: "word",
          at: "A2",
          message: "「改改正」は同じ語が重なっています。「改正」ではありませんか。",
          fixes: ["「改正」一つにする"],
        },
      ],
      fixed: result("関係機関と連携し、制度を改正した。", "町内会会長、委員会会議、人々の休日日数"),
    },
    {
      name: "括弧の前後",
      grid: result("食材を提供する事業(まごころバッグ)事業を実施した。"),
      diagnostics: [
        {
          messageId: "aroundBracket",
          at: "A2",
          message: "括弧の前後に「事業」が二度あります。どちらかを取り除いてください。",
          text: "事業(まごころバッグ)事業",
          severity: "info",
        },
      ],
    },
    {
      name: "同じ文",
      grid: result("・啓発チラシを作成し配布した。\n・講演会を開催した。\n・啓発チラシを作成し配布した。"),
      diagnostics: [
        {
          messageId: "line",
          at: "A2",
          message: "同じ文「啓発チラシを作成し配布した。」が一つの欄に二度あります。どちらかを取り除いてください。",
        },
      ],
    },
  ],
});

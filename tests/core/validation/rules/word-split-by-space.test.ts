import { wordSplitBySpace } from "../../../../core/validation/rules/word-split-by-space.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];
const organisation = (...cells: string[]): Grid => [["organisation"], ...cells.map((cell) => [cell])];

testRule(wordSplitBySpace, {
  valid: [
    { name: "項目を区切る空白", grid: result("家庭児童 3,732件 婦人相談 1,213件 ひとり親家庭相談 1,725件") },
    { name: "職種と人数", grid: result("心理 5人 保健師 4人 福祉等 15人 非常勤相談員 10人") },
    { name: "言語の並び", grid: result("中国語 韓国・朝鮮語 タガログ語 スペイン語 英語 タイ語 など") },
    { name: "組織の並び", grid: organisation("健康福祉局 子ども若者局", "福祉部 生活福祉課、総合福祉事務所") },
    {
      name: "見出しの番号",
      grid: result("2 生活保護受給世帯の支援", "(1) 子どもへの支援", "① 子ども支援員", "- ②課題"),
    },
    { name: "名称と括弧", grid: result("利用児童数:12名 (児童養護施設1件)", "相談支援センター事業 (専門相談)") },
    { name: "句点の後", grid: result("支援を行った。 学習会を通して支援した。") },
    { name: "国と県と市", grid: result("国 県 市 民間団体", "男 女 計", "松 竹 梅") },
    { name: "会場と回数", grid: result("こどもサポート旭町 週2回実施", "年11回開催 参加実数 約45名") },
    { name: "点の並び", grid: result("※1・・・ 計画4 事業No.4-15の再掲") },
    { name: "分かち書き", grid: result("みんな で つくる まち") },
    { name: "文の並び", grid: result("前向き子育てプログラムの実施 子どもの問題を抱えた親への支援講座の実施") },
    { name: "課と係の並び", grid: organisation("総務課 係", "各部 局", "総務 企画", "健康 福祉部") },
    { name: "数える語と人", grid: result("保育 者、相談 員 5人", "保育園 園") },
    { name: "氏名", grid: result("講師 田中 実 氏、森 健一 氏") },
  ],
  invalid: [
    {
      name: "漢字の語の途中",
      grid: result(
        "全市立小・中・特別 支援学校に88名 のスクールカウンセラーを配置",
        "事案送 致・指導措置委託",
        "児 童相談所OB",
      ),
      diagnostics: [
        {
          messageId: "split",
          at: "A2",
          message: "「特別 支援学校」は語の途中に空白があります。「特別支援学校」と続けて書いてください。",
          text: "特別 支援学校",
          fixes: ["「特別支援学校」に直す"],
        },
        {
          messageId: "particle",
          at: "A2",
          message:
            "「88名 のスクールカウンセラー」は助詞の前に空白があります。「88名のスクールカウンセラー」と続けて書いてください。",
          severity: "info",
          fixes: ["「88名のスクールカウンセラー」に直す"],
        },
        {
          messageId: "split",
          at: "A3",
          message: "「事案送 致」は語の途中に空白があります。「事案送致」と続けて書いてください。",
          fixes: ["「事案送致」に直す"],
        },
        {
          messageId: "split",
          at: "A4",
          message: "「児 童相談所」は語の途中に空白があります。「児童相談所」と続けて書いてください。",
          fixes: ["「児童相談所」に直す"],
        },
      ],
      fixed: result(
        "全市立小・中・特別支援学校に88名のスクールカウンセラーを配置",
        "事案送致・指導措置委託",
        "児童相談所OB",
      ),
    },
    {
      name: "カタカナの語の途中と、ほかの欄にある語",
      grid: result("都児童相談セン ターとの連携", "ショートステ イ事業", "ショートステイ事業", "災害 ボランテ ィア"),
      diagnostics: [
        {
          messageId: "split",
          at: "A2",
          message: "「セン ター」は語の途中に空白があります。「センター」と続けて書いてください。",
          fixes: ["「センター」に直す"],
        },
        {
          messageId: "split",
          at: "A3",
          message: "「ショートステ イ」は語の途中に空白があります。「ショートステイ」と続けて書いてください。",
          fixes: ["「ショートステイ」に直す"],
        },
        {
          messageId: "split",
          at: "A5",
          message: "「ボランテ ィア」は語の途中に空白があります。「ボランティア」と続けて書いてください。",
          fixes: ["「ボランティア」に直す"],
        },
      ],
      fixed: result("都児童相談センターとの連携", "ショートステイ事業", "ショートステイ事業", "災害 ボランティア"),
    },
    {
      name: "送り仮名",
      grid: result("都と共同で取り組 む仕組みの構築"),
      diagnostics: [
        {
          messageId: "split",
          at: "A2",
          message: "「組 む仕組」は語の途中に空白があります。「組む仕組」と続けて書いてください。",
          fixes: ["「組む仕組」に直す"],
        },
      ],
      fixed: result("都と共同で取り組む仕組みの構築"),
    },
    {
      name: "組織の名の終わりと、ほかの欄にある語",
      dictionaries: { organisations: [{ name: "生涯学習館", source: "試験" }] },
      grid: [
        ["organisation", "result"],
        ["管理 係", "相談 員を増やした。"],
        ["総務課", "相談員が訪問した。生涯学習 館で開催"],
      ],
      diagnostics: [
        {
          messageId: "split",
          at: "A2",
          message: "「管理 係」は語の途中に空白があります。「管理係」と続けて書いてください。",
          fixes: ["「管理係」に直す"],
        },
        {
          messageId: "split",
          at: "B2",
          message: "「相談 員」は語の途中に空白があります。「相談員」と続けて書いてください。",
          fixes: ["「相談員」に直す"],
        },
        {
          messageId: "split",
          at: "B3",
          message: "「生涯学習 館」は語の途中に空白があります。「生涯学習館」と続けて書いてください。",
          fixes: ["「生涯学習館」に直す"],
        },
      ],
      fixed: [
        ["organisation", "result"],
        ["管理係", "相談員を増やした。"],
        ["総務課", "相談員が訪問した。生涯学習館で開催"],
      ],
    },
    {
      name: "仮名で終わる語幹と語尾",
      grid: result("事故が減っ た。", "講座を実施し ました。"),
      diagnostics: [
        {
          messageId: "split",
          at: "A2",
          message: "「減っ た」は語の途中に空白があります。「減った」と続けて書いてください。",
          fixes: ["「減った」に直す"],
        },
        {
          messageId: "split",
          at: "A3",
          message: "「実施し ました」は語の途中に空白があります。「実施しました」と続けて書いてください。",
          fixes: ["「実施しました」に直す"],
        },
      ],
      fixed: result("事故が減った。", "講座を実施しました。"),
    },
    {
      name: "折り返しの名残は情報として",
      grid: result("学習支援を 行います。", "就業情報提供事業・ 就業支援セミナー"),
      diagnostics: [
        {
          messageId: "residue",
          at: "A2",
          message: "「学習支援を 行」の空白は、折り返しの名残と思われます。「学習支援を行」と続けて書いてください。",
          severity: "info",
          fixes: ["「学習支援を行」に直す"],
        },
        {
          messageId: "residue",
          at: "A3",
          message:
            "「提供事業・ 就業支援」の空白は、折り返しの名残と思われます。「提供事業・就業支援」と続けて書いてください。",
          severity: "info",
          fixes: ["「提供事業・就業支援」に直す"],
        },
      ],
      fixed: result("学習支援を行います。", "就業情報提供事業・就業支援セミナー"),
    },
    {
      name: "字間を空けた見出し",
      grid: result("事 業 実 施 課 : 福祉部 生活福祉課"),
      diagnostics: [
        {
          messageId: "letterSpaced",
          at: "A2",
          message:
            "「事 業 実 施 課」は字の間に空白を入れて幅をそろえています。「事業実施課」と続けて書き、配置は書式で整えてください。",
          text: "事 業 実 施 課",
          severity: "info",
          fixes: ["「事業実施課」に直す"],
        },
      ],
      fixed: result("事業実施課 : 福祉部 生活福祉課"),
    },
  ],
});

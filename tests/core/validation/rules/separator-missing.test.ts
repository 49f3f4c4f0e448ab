import { separatorMissing } from "../../../../core/validation/rules/separator-missing.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(separatorMissing, {
  valid: [
    { name: "行ごとの項目", grid: result("①相談窓口の充実\n②連携の強化", "●サロンの拡充\n●人材養成の充実") },
    { name: "文の中の番号", grid: result("①窓口の充実\n②上記①の成果の検証\n③①及び②の見直し") },
    { name: "伏せ字", grid: result("●●小学校の整備\n●●中学校の整備") },
    { name: "区切りのある回数", grid: result("発達支援部会3回実施・1回実施", "年10回開催、参加延数86名") },
    { name: "同じ動作の回数は別の規則", grid: result("思春期対策部会(2回実施1回実施)") },
    { name: "実施の続く語", grid: result("講座の実施状況を確認した。", "講座の実施。状況を確認した。") },
    { name: "空白で分けた項目", grid: result("・第1回 ●第2回 ●第3回") },
  ],
  invalid: [
    {
      name: "行の途中の項目",
      grid: result(
        "●窓口の充実\n●サロンの拡充●人材養成の充実●情報誌の発行",
        "⑧保護者の会 週3日実施⑨情報紙の発行\n⑩催しの開催",
      ),
      diagnostics: [
        {
          messageId: "glued",
          at: "A2",
          message: "「●」の項目が前の項目に続けて書かれています（この欄に 2 か所）。項目の前で改行してください。",
          text: "●サロンの拡充●人材養成の充実",
          severity: "info",
          fixes: ["項目の前で改行する"],
        },
        {
          messageId: "glued",
          at: "A3",
          message: "「⑨」の項目が前の項目に続けて書かれています。項目の前で改行してください。",
          severity: "info",
          fixes: ["項目の前で改行する"],
        },
      ],
      fixed: result(
        "●窓口の充実\n●サロンの拡充\n●人材養成の充実\n●情報誌の発行",
        "⑧保護者の会 週3日実施\n⑨情報紙の発行\n⑩催しの開催",
      ),
    },
    {
      name: "改行のない欄は情報として",
      grid: result("①計画の推進②手帳の交付2,762件③交流会137人参加"),
      diagnostics: [
        {
          messageId: "glued",
          at: "A2",
          message: "「②」の項目が前の項目に続けて書かれています（この欄に 2 か所）。項目の前で改行してください。",
          severity: "info",
          fixes: ["項目の前で改行する"],
        },
      ],
      fixed: result("①計画の推進\n②手帳の交付2,762件\n③交流会137人参加"),
    },
    {
      name: "数の続き",
      grid: result("思春期対策部会(2回実施1回開催)", "親子教室 年11回開催参加延数127名"),
      diagnostics: [
        {
          messageId: "counts",
          at: "A2",
          message: "「2回実施」の後に区切りがないまま、次の数が続いています。句読点で区切ってください。",
          text: "2回実施1回開催)",
          fixes: ["「、」で区切る"],
        },
        {
          messageId: "counts",
          at: "A3",
          message: "「11回開催」の後に区切りがないまま、次の数が続いています。句読点で区切ってください。",
          severity: "info",
          fixes: ["「、」で区切る"],
        },
      ],
      fixed: result("思春期対策部会(2回実施、1回開催)", "親子教室 年11回開催、参加延数127名"),
    },
    {
      name: "ほかの欄では句点のあるところに空白",
      grid: result(
        "プログラムの実施 子どもの問題を抱えた親への支援",
        "プログラムの実施。子どもの問題を抱えた親への支援",
      ),
      diagnostics: [
        {
          messageId: "spaced",
          at: "A2",
          message:
            "「ムの実施」と「子どもの問」は空白だけで区切られています。ほかの欄と同じように「。」で区切ってください。",
          severity: "info",
          fixes: ["「。」で区切る"],
        },
      ],
      fixed: result(
        "プログラムの実施。子どもの問題を抱えた親への支援",
        "プログラムの実施。子どもの問題を抱えた親への支援",
      ),
    },
    {
      name: "ほかの欄では区切られている",
      grid: result(
        "プログラムの実施子どもの問題を抱えた親への支援",
        "プログラムの実施。子どもの問題を抱えた親への支援",
        "フェスタの実施\n世代間交流による支援",
        "フェスタの実施世代間交流による支援",
      ),
      diagnostics: [
        {
          messageId: "elsewhere",
          at: "A2",
          message: "「ムの実施」と「子どもの問」の間に区切りがありません。ほかの欄では「。」で区切られています。",
          text: "ムの実施子どもの問",
          fixes: ["「。」で区切る"],
        },
        {
          messageId: "elsewhere",
          at: "A5",
          message: "「タの実施」と「世代間交流」の間に区切りがありません。ほかの欄では「改行」で区切られています。",
          fixes: ["改行する"],
        },
      ],
      fixed: result(
        "プログラムの実施。子どもの問題を抱えた親への支援",
        "プログラムの実施。子どもの問題を抱えた親への支援",
        "フェスタの実施\n世代間交流による支援",
        "フェスタの実施\n世代間交流による支援",
      ),
    },
  ],
});

import { terminalPunctuationMissing } from "../../../../core/validation/rules/terminal-punctuation-missing.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const outlook = (...cells: string[]): Grid => [["outlook"], ...cells.map((cell) => [cell])];
const usual = ["継続して助成を行っていく。", "啓発に努める。", "情報発信を充実させる。", "適切に支援する。"];

testRule(terminalPunctuationMissing, {
  valid: [
    {
      name: "体言止め",
      grid: outlook(...usual, "継続・推進", "情報共有・連携が引き続き必要", "講座66回", "子どもの見守り"),
    },
    { name: "句点を使わない欄", grid: outlook("支援する", "推進する", "検討する。", "整備する") },
    { name: "項目名で始まる欄", grid: outlook(...usual, "・相談窓口の充実\n・情報の発信") },
    { name: "括弧で終わる", grid: outlook(...usual, "講座を開催する(6月・10月)") },
    { name: "句の途中の改行", grid: outlook(...usual, "高齢者の見守りを\n進める。") },
  ],
  invalid: [
    {
      name: "文の終わりと行の終わり",
      grid: outlook(...usual, "子どもの居場所づくりを支援する", "・児童手当は継続して支給する\n・助成を行っていく。"),
      diagnostics: [
        {
          messageId: "cell",
          at: "A6",
          message: "文の終わり「づくりを支援する」に句点がありません。「。」を付けてください。",
          text: "づくりを支援する",
          fixes: ["「づくりを支援する。」とする"],
        },
        {
          messageId: "line",
          at: "A7",
          message: "行の終わり「継続して支給する」に句点がありません。ほかの文にそろえて「。」を付けてください。",
          severity: "info",
          fixes: ["「継続して支給する。」とする"],
        },
      ],
      fixed: outlook(
        ...usual,
        "子どもの居場所づくりを支援する。",
        "・児童手当は継続して支給する。\n・助成を行っていく。",
      ),
    },
    {
      name: "です・ますと、可能の形",
      grid: [
        ["result"],
        ["確保できた。"],
        ["周知した。"],
        ["児童の安心できる居場所を確保できた"],
        ["子どもを支援します"],
        ["支援した。"],
        ["利用につないだ。"],
        ["差が縮まった。"],
      ],
      diagnostics: [
        {
          messageId: "cell",
          at: "A4",
          message: "文の終わり「場所を確保できた」に句点がありません。「。」を付けてください。",
          fixes: ["「場所を確保できた。」とする"],
        },
        {
          messageId: "cell",
          at: "A5",
          message: "文の終わり「どもを支援します」に句点がありません。「。」を付けてください。",
          fixes: ["「どもを支援します。」とする"],
        },
      ],
      fixed: [
        ["result"],
        ["確保できた。"],
        ["周知した。"],
        ["児童の安心できる居場所を確保できた。"],
        ["子どもを支援します。"],
        ["支援した。"],
        ["利用につないだ。"],
        ["差が縮まった。"],
      ],
    },
  ],
});

import { changeWithoutNumber } from "../../../../core/validation/rules/change-without-number.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(changeWithoutNumber, {
  valid: [
    { name: "数値がある", grid: [["result"], ["活用件数が12件から19件に増加した。"], ["受診率は42.3%に上昇した。"]] },
    {
      name: "実績に同じ指標の数値がある",
      grid: [
        ["result", "evaluation"],
        ["利用者数:303人", "利用者数は増加傾向にある。"],
      ],
    },
    {
      name: "背景の説明",
      grid: [["result"], ["利用者が増加している中、相談員が丁寧に対応した。"], ["参加者が減少する現状を協議した。"]],
    },
    { name: "数えるものではない", grid: [["result"], ["保護者の負担が減り、安全性が高まった。"]] },
  ],
  invalid: [
    {
      name: "数値のない増減",
      grid: [
        ["result", "evaluation"],
        [
          "令和2年度と比べて活用件数が増加し、双方にとって有意義なものとなった。",
          "登録者数は増加傾向にあり、入会が増えた。",
        ],
      ],
      diagnostics: [
        {
          messageId: "claim",
          at: "A2",
          message: "「活用件数が増加」とありますが、数値がありません。前の年度と今年度の数値を書いてください。",
          text: "活用件数が増加",
        },
        {
          messageId: "claim",
          at: "B2",
          message: "「登録者数は増加」とありますが、数値がありません。前の年度と今年度の数値を書いてください。",
          text: "登録者数は増加",
        },
      ],
    },
  ],
});

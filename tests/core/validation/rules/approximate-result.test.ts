import { approximateResult } from "../../../../core/validation/rules/approximate-result.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(approximateResult, {
  valid: [
    { name: "数えた数", grid: [["result"], ["参加実数45名"], ["12,000部の発行"]] },
    {
      name: "測るもの、金額、基準",
      grid: [
        ["result"],
        ["約1時間の講話を行った。延長約3kmを補修した。"],
        ["約2億円を助成した。"],
        ["「1教室概ね40人」の基準を満たした。"],
      ],
    },
    {
      name: "大きな人出",
      grid: [["result"], ["花火大会に約12,000人が来場した。"], ["商店街まつりに約1万人が来場した。"]],
    },
    { name: "計画の欄", grid: [["plan"], ["約45名を対象に実施する。"]] },
  ],
  invalid: [
    {
      name: "約45名と約600名",
      grid: [
        ["result"],
        ["こどもの力 年11回開催 参加実数 約45名。フェスタに約６００名の参加を得て実施。"],
        ["講演会に80人程度が参加した。"],
      ],
      diagnostics: [
        {
          messageId: "approximate",
          at: "A2",
          message: "実績が「約45名」と概数です。数えた数があれば、その数を書いてください。",
          text: "約45名",
        },
        {
          messageId: "approximate",
          at: "A2",
          message: "実績が「約６００名」と概数です。数えた数があれば、その数を書いてください。",
          text: "約６００名",
        },
        {
          messageId: "approximate",
          at: "A3",
          message: "実績が「80人程度」と概数です。数えた数があれば、その数を書いてください。",
          text: "80人程度",
        },
      ],
    },
  ],
});

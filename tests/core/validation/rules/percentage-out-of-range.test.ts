import { percentageOutOfRange } from "../../../../core/validation/rules/percentage-out-of-range.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(percentageOutOfRange, {
  valid: [
    { name: "範囲の中", grid: grid("高校進学率:98%、回収率100%") },
    {
      name: "前年度比と達成率",
      grid: grid("寄附額は前年度比112.3%", "目標受診率に対する達成率は105%", "就職率は前年と比べ120%の伸び"),
    },
    { name: "財政の比率", grid: grid("将来負担比率は105.2%であった。") },
    { name: "定員に対する割合", grid: grid("保育所定員は2,340人、入所率は103.5%") },
    { name: "パーセントでない数", grid: grid("受診者1,234人、相談982件") },
  ],
  invalid: [
    {
      name: "割合と、何の割合か分からない値",
      grid: grid("健診受診率:982%、満足度105％、電気の使用量は120%となった。"),
      diagnostics: [
        {
          messageId: "above",
          at: "B2",
          text: "982%",
          message: "「受診率」が 982% と100%を超えています。桁や分母を確かめてください。",
        },
        {
          messageId: "above",
          at: "B2",
          text: "105％",
          message: "「満足度」が 105％ と100%を超えています。桁や分母を確かめてください。",
        },
        {
          messageId: "unclear",
          at: "B2",
          severity: "info",
          message: "120% と100%を超えています。何に対する割合かを確かめ、分かるように書いてください。",
        },
      ],
    },
  ],
});

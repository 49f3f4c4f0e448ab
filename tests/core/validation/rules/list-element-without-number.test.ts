import { listElementWithoutNumber } from "../../../../core/validation/rules/list-element-without-number.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(listElementWithoutNumber, {
  valid: [
    {
      name: "すべてに人数",
      grid: [["result"], ["交流の場の開設(6月10組28名、8月10組33名、10月14組42名)と育児情報誌発行(年1回)"]],
    },
    {
      name: "実施月だけの並び",
      grid: [["result"], ["妊娠・出産・子育て講座(4月、7月、12月、3月)"], ["講座4講座(4・7・12・3月実施)"]],
    },
    { name: "配布した月", grid: [["result"], ["講座を開催(25名参加)・啓発チラシの配布(11月)"]] },
    {
      name: "人数があとに続く",
      grid: [["result"], ["園長・校長連絡会を5月に実施。(44名参加)講演会を10月に開催(38名参加)"]],
    },
    { name: "人数を書かない行", grid: [["result"], ["研修会(2月実施)、広報紙の発行(10月)"]] },
  ],
  invalid: [
    {
      name: "一つだけ人数がない",
      grid: [
        ["result"],
        ["多胎児家族の交流の場の開設 (6月10組29名、10月11組36名、2月)と育児情報誌発行(年1回)"],
        ["出前講座(第1回20名、第2回31名、第3回)"],
      ],
      diagnostics: [
        {
          messageId: "element",
          at: "A2",
          message: "「6月10組29名」には数がありますが、「2月」にはありません。結果を書いてください。",
          text: "2月",
        },
        {
          messageId: "element",
          at: "A3",
          message: "「第1回20名」には数がありますが、「第3回」にはありません。結果を書いてください。",
          text: "第3回",
        },
      ],
    },
    {
      name: "行事の月だけ",
      grid: [
        ["result"],
        ["●人材への交流会(25名参加)・研修会(2月実施)\n●養成講座開催(参加者27名)●フォローアップ講座開催(2月)"],
      ],
      diagnostics: [
        {
          messageId: "event",
          at: "A2",
          message:
            "「研修会 2月実施」には実施月しかありません。ほかの行事と同じように、参加した人数などを書いてください。",
          text: "2月実施",
          severity: "info",
        },
        {
          messageId: "event",
          at: "A2",
          message:
            "「フォローアップ講座開催 2月」には実施月しかありません。ほかの行事と同じように、参加した人数などを書いてください。",
          text: "2月",
          severity: "info",
        },
      ],
    },
  ],
});

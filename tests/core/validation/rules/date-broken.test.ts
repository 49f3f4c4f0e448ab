import { dateBroken } from "../../../../core/validation/rules/date-broken.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(dateBroken, {
  valid: [
    {
      name: "暦にある日付",
      fiscalYear: 2023,
      grid: grid("令和5年10月1日(日)に実施、2月29日、11/12に開催、平成元年4月1日、２０２３年１１月３日（金・祝）"),
    },
    { name: "うるう年", grid: grid("令和6年2月29日、2000年2月29日") },
    { name: "日数と版", grid: grid("13か月、35日間、第1.2.3節、No.10.20.30、別表12-3-4") },
    { name: "電話と住所", grid: grid("022-261-1111、1-2-3番地、192.168.10.20") },
    { name: "割合と分数", grid: grid("31/45件、65.3%(1,306/2,000)、12/15人") },
    { name: "改元前の計画", fiscalYear: 2016, grid: grid("平成32年度までに整備する。平成35年4月1日開館") },
    { name: "元号付きの略記", grid: grid("R3.10.28に開催、H24.10.20") },
    { name: "最後の年", fiscalYear: 2023, grid: grid("昭和64年1月7日、平成31年4月30日") },
  ],
  invalid: [
    {
      name: "三桁の年",
      grid: grid("①市民グループと協働で011.10.28に約600名の参加を得て実施。"),
      diagnostics: [
        {
          messageId: "year",
          at: "B2",
          text: "011.10.28",
          message: "日付「011.10.28」の年が読めません。西暦か元号で書き直してください。",
        },
      ],
    },
    {
      name: "二桁の年",
      grid: grid("①市民グループと協働で12.10.20に約500名の参加を得て実施。"),
      diagnostics: [
        {
          messageId: "shortYear",
          at: "B2",
          severity: "info",
          message: "日付「12.10.20」は年が2桁で、西暦か元号か分かりません。「令和3年10月28日」のように書いてください。",
        },
      ],
    },
    {
      name: "暦にない月日が三つ",
      grid: grid("2月30日に開催。令和5年13月に着工、令和５年４月３１日に完了。"),
      diagnostics: [
        {
          messageId: "day",
          at: "B2",
          text: "2月30日",
          message: "日付「2月30日」は暦にありません。月と日を確かめてください。",
        },
        { messageId: "month", at: "B2", message: "「令和5年13月」の月は暦にありません。確かめてください。" },
        {
          messageId: "day",
          at: "B2",
          message: "日付「令和５年４月３１日」は暦にありません。月と日を確かめてください。",
        },
      ],
    },
    {
      name: "曜日と元号",
      fiscalYear: 2023,
      grid: grid("令和5年10月1日(月)に実施。平成40年に完成、昭和65年。令和0年"),
      diagnostics: [
        {
          messageId: "weekday",
          at: "B2",
          message: "「令和5年10月1日(月)」は月曜日ではなく日曜日です。日付か曜日を確かめてください。",
        },
        {
          messageId: "era",
          at: "B2",
          text: "平成40",
          message: "「平成40年」はありません（平成は31年まで）。年を確かめてください。",
        },
        { messageId: "era", at: "B2", message: "「昭和65年」はありません（昭和は64年まで）。年を確かめてください。" },
        { messageId: "era", at: "B2", message: "「令和0年」はありません（令和は元年から）。年を確かめてください。" },
      ],
    },
  ],
});

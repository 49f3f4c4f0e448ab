import { ratingsAllSame } from "../../../../core/validation/rules/ratings-all-same.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(ratingsAllSame, {
  valid: [
    { name: "違う評価がある", grid: [["rating"], ["A"], ["A"], ["A"], ["A"], ["A"], ["A"], ["A"], ["B"]] },
    { name: "行が少ない", grid: [["rating"], ["A"], ["A"], ["A"], ["A"], ["A"], ["A"], ["A"]] },
    {
      name: "未選択のまま",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["rating"],
        ["未選択"],
        ["未選択"],
        ["未選択"],
        ["未選択"],
        ["未選択"],
        ["未選択"],
        ["未選択"],
        ["未選択"],
      ],
    },
    {
      name: "合計の行と空欄は数えない",
      rowKinds: { 7: "total" },
      grid: [["rating"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"]],
    },
  ],
  invalid: [
    {
      name: "十一件すべて 3",
      fields: { rating: { title: "達成状況" } },
      grid: [["rating"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"], ["3"]],
      diagnostics: [
        {
          messageId: "same",
          at: "A2",
          message: "「達成状況」が 11 件すべて「3」です。一件ずつ評価されているか確かめてください。",
        },
      ],
    },
    {
      name: "評価の欄が二つ",
      fields: { first: { title: "担当課評価" }, second: { title: "外部評価" } },
      grid: [
        ["rating:first", "rating:second"],
        ["A", "B"],
        ["A", "B"],
        ["A", "B"],
        ["A", "B"],
        ["A", "B"],
        ["A", "B"],
        ["A", "B"],
        ["A", "B"],
      ],
      diagnostics: [
        {
          messageId: "same",
          at: "A2",
          message: "「担当課評価」が 8 件すべて「A」です。一件ずつ評価されているか確かめてください。",
        },
        {
          messageId: "same",
          at: "B2",
          message: "「外部評価」が 8 件すべて「B」です。一件ずつ評価されているか確かめてください。",
        },
      ],
    },
  ],
});

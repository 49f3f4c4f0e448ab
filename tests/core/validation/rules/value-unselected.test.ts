import { valueUnselected } from "../../../../core/validation/rules/value-unselected.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = {
  rating: { title: "評価", constraints: { enum: ["A", "B"] }, unselected: ["未選択", "選択してください"] },
  direction: { title: "方向性", unselected: ["未選択"] },
};

testRule(valueUnselected, {
  valid: [
    {
      name: "選択済み",
      fields,
      grid: [
        ["name", "rating", "direction"],
        ["公園の整備", "A", "継続"],
      ],
    },
    {
      name: "初期表示を決めていない欄",
      grid: [
        ["name", "rating"],
        ["公園の整備", "未選択"],
      ],
    },
    {
      name: "文の中の言葉",
      fields,
      grid: [
        ["name", "rating"],
        ["公園の整備", "未選択のまま提出"],
      ],
    },
    {
      name: "空欄",
      fields,
      grid: [
        ["name", "rating"],
        ["公園の整備", null],
      ],
    },
  ],
  invalid: [
    {
      name: "評価と方向性",
      fields,
      grid: [
        ["name", "rating", "direction"],
        ["福祉のまちづくりの推進", "未選択", "未選択"],
        ["交通安全", "選択して\nください", "継続"],
      ],
      diagnostics: [
        { messageId: "unselected", at: "B2", message: "「評価」が「未選択」のままです。A、Bから選んでください。" },
        { messageId: "unselected", at: "C2", message: "「方向性」が「未選択」のままです。選んでください。" },
        {
          messageId: "unselected",
          at: "B3",
          message: "「評価」が「選択して\nください」のままです。A、Bから選んでください。",
        },
      ],
    },
  ],
});

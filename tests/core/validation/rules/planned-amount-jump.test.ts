import { plannedAmountJump } from "../../../../core/validation/rules/planned-amount-jump.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const header: Grid[0] = ["plan:target", "plan@令和元年度", "plan@令和2年度", "plan@令和3年度", "total"];

testRule(plannedAmountJump, {
  valid: [
    { name: "同じ額が続く", grid: [header, ["事業費(百万円)", 118, 118, 118, 354]] },
    { name: "小さな額", grid: [header, ["事業費(百万円)", 2, 5, 3, 10]] },
    { name: "金額でない行", grid: [header, ["参加人数", 100, 200, 300, 600]] },
    { name: "文字の計画", grid: [header, ["支援拠点", "調整", "増設1か所", "-", "増設1か所"]] },
    {
      name: "年度がとんでいる",
      grid: [
        ["plan:target", "plan@令和元年度", "plan@令和3年度"],
        ["事業費(百万円)", 36, 85],
      ],
    },
  ],
  invalid: [
    {
      name: "割合では言えないほど大きな増",
      rowKinds: { 0: "cost" },
      grid: [
        ["plan:target", "plan@令和元年度", "plan@令和2年度"],
        ["事業費(百万円)", 5e-324, 200],
      ],
      diagnostics: [
        {
          messageId: "jump",
          at: "C2",
          message:
            "「事業費(百万円)」の令和2年度が、前の年度の 5e-324 から 200 に変わっています（+100万超 %）。数値と理由を確かめてください。",
        },
      ],
    },
    {
      name: "増と減",
      rowKinds: { 0: "cost", 1: "cost" },
      grid: [
        header,
        ["事業費(百万円)", 36, 85, 82, 203],
        ["工事請負費(千円)", "72,000", "32,000", "27,000", "131,000"],
      ],
      diagnostics: [
        {
          messageId: "jump",
          at: "C2",
          message:
            "「事業費(百万円)」の令和2年度が、前の年度の 36 から 85 に変わっています（+136.1 %）。数値と理由を確かめてください。",
        },
        {
          messageId: "jump",
          at: "C3",
          message:
            "「工事請負費(千円)」の令和2年度が、前の年度の 72,000 から 32,000 に変わっています（−55.6 %）。数値と理由を確かめてください。",
        },
      ],
    },
  ],
});

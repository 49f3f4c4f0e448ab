import { planTotalMismatch } from "../../../../core/validation/rules/plan-total-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const header: Grid[0] = ["plan:target", "plan@令和元年度", "plan@令和2年度", "plan@令和3年度", "total"];

testRule(planTotalMismatch, {
  valid: [
    { name: "合計と一致", grid: [header, ["事業費(百万円)", 118, 118, 118, 354]] },
    { name: "文字の計画は対象外", grid: [header, ["支援拠点", "調整", "増設1か所", "-", "増設1か所"]] },
    {
      name: "計は状態であって和ではない",
      grid: [header, ["中3勉強会", "年間80回", "年間80回", "年間80回", "年間80回"]],
    },
    { name: "一年度でも空欄なら問わない", grid: [header, ["事業費(百万円)", 36, null, 82, 203]] },
    { name: "小数の端数で騒がない", grid: [header, ["事業費(億円)", 0.1, 0.2, 0.3, 0.6]] },
    { name: "数で表せないほど大きな和", grid: [header, ["事業費(百万円)", 1e308, 1e308, 0, 1]] },
    { name: "設置数は最終年度の値が計", grid: [header, ["防犯カメラの設置数", 5, 6, 7, 7]] },
  ],
  invalid: [
    {
      name: "計が合わない",
      grid: [header, ["事業費(百万円)", 36, 85, 82, 230]],
      diagnostics: [
        {
          messageId: "mismatch",
          at: "E2",
          message: "計は 230 ですが、各年度の合計は 203 です。",
          fixes: ["計を 203 に直す"],
        },
      ],
      fixed: [header, ["事業費(百万円)", 36, 85, 82, 203]],
    },
    {
      name: "文字で書かれた数値と、費用でない行",
      grid: [header, ["事業費(百万円)", "７２", "32", "1,027", "131"], ["修繕する橋の数", 3, 4, 5, 13]],
      diagnostics: [
        {
          messageId: "mismatch",
          at: "E2",
          message: "計は 131 ですが、各年度の合計は 1131 です。",
          fixes: ["計を 1131 に直す"],
        },
        {
          messageId: "mismatch",
          at: "E3",
          severity: "warning",
          message: "計は 13 ですが、各年度の合計は 12 です。",
          fixes: ["計を 12 に直す"],
        },
      ],
      fixed: [header, ["事業費(百万円)", "７２", "32", "1,027", "1131"], ["修繕する橋の数", 3, 4, 5, 12]],
    },
    {
      name: "四捨五入の差",
      rowKinds: { 0: "cost" },
      grid: [header, ["事業費(百万円)", 21, 21, 21, 64]],
      diagnostics: [
        {
          messageId: "rounding",
          at: "E2",
          severity: "info",
          message: "計は 64 ですが、各年度の合計は 63 です。四捨五入による差であれば、その旨を注記してください。",
          fixes: ["計を 63 に直す"],
        },
      ],
      fixed: [header, ["事業費(百万円)", 21, 21, 21, 63]],
    },
    {
      name: "計が数式なら直さない",
      grid: [header, ["事業費(百万円)", 36, 85, 82, 230]],
      formulas: ["E2"],
      diagnostics: [{ messageId: "mismatch", at: "E2", message: "計は 230 ですが、各年度の合計は 203 です。" }],
    },
  ],
});

import { eraNotationMixed } from "../../../../core/validation/rules/era-notation-mixed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(eraNotationMixed, {
  valid: [
    { name: "元号だけ", grid: grid("令和3年度は新設なし。平成30年度から継続。令和元年10月から") },
    { name: "併記", grid: grid("令和3(2021)年度の取組", "2021年度(令和3年度)の計画", "令和4年度の計画、令和5年度") },
    { name: "半々では決められない", grid: grid("令和3年度の実績", "2021年度の実績") },
    { name: "年でない英字と数", grid: grid("令和3年度の実績、B3判、H鋼、S12号線、PR3年計画", "令和4年度") },
  ],
  invalid: [
    {
      name: "英字の元号と西暦",
      grid: grid(
        "R3年度、市営住宅の新規建設は該当がない。",
        "令和3年度は16の講座",
        "令和2年度と比べて",
        "令和4年9月末まで、令和4年1月",
        "2021年度の利用は12人、令和2年",
      ),
      diagnostics: [
        {
          messageId: "minority",
          at: "B2",
          text: "R3年度",
          message: "「R3年度」の書き方が、この文書のほかの年（「令和3年度」の形）と違います。そろえてください。",
          fixes: ["「令和3年度」に直す"],
        },
        {
          messageId: "minority",
          at: "B6",
          text: "2021年度",
          message: "「2021年度」の書き方が、この文書のほかの年（「令和3年度」の形）と違います。そろえてください。",
        },
      ],
      fixed: grid(
        "令和3年度、市営住宅の新規建設は該当がない。",
        "令和3年度は16の講座",
        "令和2年度と比べて",
        "令和4年9月末まで、令和4年1月",
        "2021年度の利用は12人、令和2年",
      ),
    },
  ],
});

import { stockIncrementMismatch } from "../../../../core/validation/rules/stock-increment-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const goals: Grid[0] = ["name", "plan@2010年度", "plan@2011年度", "plan@2012年度"];
const years: Grid[0] = ["plan:target", "baseline", "plan@令和元年度", "plan@令和2年度", "plan@令和3年度"];

testRule(stockIncrementMismatch, {
  valid: [
    {
      name: "積み上げが合う",
      grid: [
        goals,
        [
          "学校支援",
          "●スクールソーシャルワーカーの配置(4人)\n●取組の推進",
          "●スクールソーシャルワーカーの配置(新規1人、計5人)",
          "●スクールソーシャルワーカーの配置(新規1人、計6人)",
        ],
      ],
    },
    {
      name: "別の語句の数とは比べない",
      grid: [
        goals,
        ["学校支援", "●相談員の配置(9人)", "●ワーカーの配置(新規1人、計5人)", "●補助員の配置(新規2人、計3人)"],
      ],
    },
    { name: "現況と増設で目標", grid: [years, ["② 支援拠点 計2か所", "1か所", "調整", "増設1か所", "-"]] },
    { name: "現況に数がない", grid: [years, ["支援拠点 計5か所", "検討", "増設1か所", "増設1か所", "-"]] },
    {
      name: "年度の列のない表",
      grid: [
        ["name", "result"],
        ["学校支援", "配置(新規1人、計5人)"],
      ],
    },
  ],
  invalid: [
    {
      name: "二つの年度で合わない",
      grid: [
        goals,
        ["学校支援", "●ワーカーの配置(4人)", "●ワーカーの配置(新規1人、計6人)", "●ワーカーの配置(新規2人、計7人)"],
      ],
      diagnostics: [
        {
          messageId: "mismatch",
          at: "C2",
          text: "1人、計6人",
          message: "「ワーカーの配置」の計が 6人 とありますが、前の欄の 4人 に新規 1人 を足すと 5人 です。",
        },
        {
          messageId: "mismatch",
          at: "D2",
          message: "「ワーカーの配置」の計が 7人 とありますが、前の欄の 6人 に新規 2人 を足すと 8人 です。",
        },
      ],
    },
    {
      name: "目標に届かない増設",
      grid: [years, ["支援拠点 計5か所", "1か所", "増設1か所", "増設2か所", "-"]],
      diagnostics: [
        {
          messageId: "target",
          at: "A2",
          message: "目標は計 5か所 ですが、現況 1か所 に年度別の増 3か所 を足すと 4か所 です。",
        },
      ],
    },
  ],
});

import { targetWithoutNumber } from "../../../../core/validation/rules/target-without-number.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(targetWithoutNumber, {
  valid: [
    {
      name: "数値のある計画",
      grid: [
        ["baseline", "plan@令和元年度", "plan@令和2年度"],
        ["1か所", "増設1か所", "－"],
        ["年間56回", "年間80回", "充実"],
      ],
    },
    {
      name: "目標に数値がある",
      grid: [
        ["plan:target", "baseline", "plan@令和元年度"],
        ["支援拠点 計2か所", "1か所", "増設"],
      ],
    },
    {
      name: "現況にも数値がない",
      grid: [
        ["baseline", "plan@令和元年度", "plan@令和2年度"],
        ["支援の実施", "－", "強化"],
      ],
    },
    {
      name: "具体的な語",
      grid: [
        ["baseline", "plan@令和元年度"],
        ["協議 2回", "都との協議"],
      ],
    },
  ],
  invalid: [
    {
      name: "増員、どの年度も充実",
      grid: [
        ["baseline", "plan@令和元年度", "plan@令和2年度"],
        ["心理 5人 保健師 4人", "増員", "_"],
        ["実施", "充実", "充実"],
      ],
      diagnostics: [
        {
          messageId: "unquantified",
          at: "B2",
          message: "計画が「増員」だけです。現況には「5人」と数値があります。どれだけ増やすのかを書いてください。",
        },
        {
          messageId: "same",
          at: "B3",
          message: "2 か年とも「充実」だけです。年度ごとに何をどこまで行うのかを書いてください。",
        },
      ],
    },
  ],
});

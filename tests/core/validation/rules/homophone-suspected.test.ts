import { homophoneSuspected } from "../../../../core/validation/rules/homophone-suspected.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];
const dictionaries = {
  homophones: [
    { wrong: "他職種が連携", right: "多職種が連携", source: "多職種" },
    {
      wrong: "バック",
      right: "バッグ",
      near: ["食材", "持ち出し"],
      except: ["フィードバック", "バックアップ"],
      source: "bag",
    },
    { wrong: "保険所", right: "保健所", except: ["健康保険所得"], source: "保健所" },
  ],
};

testRule(homophoneSuspected, {
  valid: [
    { name: "正しい語", dictionaries, grid: result("多職種が連携した。他職種との意見交換を行った。") },
    { name: "近くに手がかりがない", dictionaries, grid: result("食材を提供した。バックを購入した。") },
    {
      name: "長い語の一部",
      dictionaries,
      grid: result("食材のバックアップ体制、持ち出し品のフィードバック", "国民健康保険所得割"),
    },
    { name: "辞書がない", grid: result("他職種が連携した。") },
  ],
  invalid: [
    {
      name: "辞書の語が二つの欄に",
      dictionaries,
      grid: result("他職種が連携し、保険所で相談した。", "食材を提供する事業(まごころバック)を実施した。"),
      diagnostics: [
        {
          messageId: "suspected",
          at: "A2",
          message: "「他職種が連携」は「多職種が連携」の誤りではありませんか。",
          text: "他職種が連携",
          fixes: ["「多職種が連携」に直す"],
        },
        {
          messageId: "suspected",
          at: "A2",
          message: "「保険所」は「保健所」の誤りではありませんか。",
          fixes: ["「保健所」に直す"],
        },
        {
          messageId: "suspected",
          at: "A3",
          message: "「バック」は「バッグ」の誤りではありませんか。",
          fixes: ["「バッグ」に直す"],
        },
      ],
      fixed: result("多職種が連携し、保健所で相談した。", "食材を提供する事業(まごころバッグ)を実施した。"),
    },
  ],
});

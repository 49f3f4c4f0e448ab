import { evaluationWithoutJudgement } from "../../../../core/validation/rules/evaluation-without-judgement.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(evaluationWithoutJudgement, {
  valid: [
    {
      name: "効果を述べている",
      grid: [
        ["evaluation"],
        ["家庭相談員への研修や連絡会を通して、援助能力の向上を図ることができた。"],
        ["申請書の記入が不要となり、待ち時間が平均8分短縮された。"],
        ["漏水調査により、早期の修繕につなげることができた。"],
      ],
    },
    {
      name: "計画どおり、概ね",
      grid: [["evaluation"], ["職員研修を計画どおり実施した。"], ["おおむね目標の回数を開催した。"]],
    },
    {
      name: "増減や課題を述べている",
      grid: [
        ["evaluation"],
        ["登録者数は増加傾向にあり、入会が増えた。"],
        ["周知が不足しており、広報の見直しを行った。"],
      ],
    },
    { name: "評価の欄ではない", grid: [["result"], ["生活保護世帯へ学習支援を行った。"]] },
  ],
  invalid: [
    {
      name: "行ったことだけ",
      grid: [
        ["evaluation"],
        ["就業相談支援、セミナー開催により、ひとり親家庭に対する支援を継続的に行った。"],
        ["学習会を通して自立への支援を行うとともに、関係性の構築に努めた。 冊子を作成し、施設等へ配布した。"],
      ],
      diagnostics: [
        {
          messageId: "activity",
          at: "A2",
          message:
            "評価の欄が「行った」と、行ったことだけで終わっています。効果や目標に対する達成の程度を書いてください。",
        },
        {
          messageId: "activity",
          at: "A3",
          message:
            "評価の欄が「配布した」と、行ったことだけで終わっています。効果や目標に対する達成の程度を書いてください。",
        },
      ],
    },
  ],
});

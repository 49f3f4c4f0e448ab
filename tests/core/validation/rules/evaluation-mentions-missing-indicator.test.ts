import { evaluationMentionsMissingIndicator } from "../../../../core/validation/rules/evaluation-mentions-missing-indicator.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const project = (result: string | null, evaluation: string): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "result", "evaluation"],
    ["家庭総合相談", result, evaluation],
  ],
});
const last = project(
  "母子保健 6,358件 家庭相談員新任者研修 1回 家庭相談員業務連絡会 年6回開催",
  "援助能力の向上を図った。",
);

testRule(evaluationMentionsMissingIndicator, {
  valid: [
    {
      name: "前年度の文書がない",
      ...project("母子保健 6,294件", "研修や連絡会を通して、援助能力の向上を図ることができた。"),
    },
    {
      name: "評価が触れていない",
      ...project("母子保健 6,294件", "必要な支援を提供することができた。"),
      previous: last,
    },
    {
      name: "今年度の実績にもある",
      ...project(
        "母子保健 6,294件 新任者研修を開催 業務連絡会を開催",
        "研修や連絡会を通して、援助能力の向上を図ることができた。",
      ),
      previous: last,
    },
    {
      name: "実績が空欄",
      ...project(null, "研修や連絡会を通して、援助能力の向上を図ることができた。"),
      previous: last,
    },
  ],
  invalid: [
    {
      name: "研修と連絡会の実績がない",
      ...project("母子保健 6,294件", "また、家庭相談員への研修や連絡会を通して、援助能力の向上を図ることができた。"),
      previous: last,
      diagnostics: [
        {
          messageId: "missing",
          at: "C2",
          text: "研修",
          message:
            "評価は「研修」に触れていますが、昨年度の実績にあった「家庭相談員新任者研修」（1回）が今年度の実績にありません。実績を書き加えるか、評価を改めてください。",
        },
        {
          messageId: "missing",
          at: "C2",
          text: "連絡会",
          message:
            "評価は「連絡会」に触れていますが、昨年度の実績にあった「家庭相談員業務連絡会」（年6回）が今年度の実績にありません。実績を書き加えるか、評価を改めてください。",
        },
      ],
    },
  ],
});

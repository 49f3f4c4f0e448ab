import { evaluationUnchanged } from "../../../../core/validation/rules/evaluation-unchanged.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const stayed = "就業相談支援、セミナー開催により、ひとり親家庭に対する支援を継続的に行った。";
const project = (result: string, evaluation: string, outlook = ""): CaseDocument => ({
  primaryKey: ["name"],
  fields: { evaluation: { title: "実績に対する評価" }, outlook: { title: "今後の取組" } },
  grid: [
    ["name", "result", "evaluation", "outlook"],
    ["就業支援", result, evaluation, outlook],
  ],
});

testRule(evaluationUnchanged, {
  valid: [
    { name: "前年度の文書がない", ...project("就業情報提供件数:13件", stayed) },
    {
      name: "数値も動いていない",
      ...project("就業情報提供件数:44件", stayed),
      previous: project("就業情報提供件数:45件", stayed),
    },
    {
      name: "評価を書き直した",
      ...project("就業情報提供件数:13件", "求人サイトへの誘導に切り替えたため、情報提供の件数は減少した。"),
      previous: project("就業情報提供件数:45件", stayed),
    },
    {
      name: "短い評価",
      ...project("就業情報提供件数:13件", "順調"),
      previous: project("就業情報提供件数:45件", "順調"),
    },
    { name: "実績が空欄", ...project("", stayed), previous: project("就業情報提供件数:45件", stayed) },
    { name: "差が小さい", ...project("セミナー:計4回実施", stayed), previous: project("セミナー:計3回実施", stayed) },
  ],
  invalid: [
    {
      name: "実績が減ったのに評価も今後の取組もそのまま",
      ...project("就業情報提供件数:13件", stayed, "引き続き、ひとり親家庭の就業を支援していく。"),
      previous: project("就業情報提供件数:45件", stayed, "引き続き、ひとり親家庭の就業を支援していく。"),
      diagnostics: [
        {
          messageId: "moved",
          at: "C2",
          message:
            "「就業情報提供件数」が 45件 から 13件 に変わりました（−71.1 %）が、「実績に対する評価」は昨年度の文のままです。今年度の実績に照らして書き直してください。",
        },
        {
          messageId: "moved",
          at: "D2",
          severity: "info",
          message:
            "「就業情報提供件数」が 45件 から 13件 に変わりました（−71.1 %）が、「今後の取組」は昨年度の文のままです。今年度の実績に照らして書き直してください。",
        },
      ],
    },
    {
      name: "指標がなくなり、評価は一字違い",
      ...project("母子保健 6,294件", "多職種が連携し、課題を抱える対象者に対し、必要な支援を提供することができた。"),
      previous: project(
        "家庭児童 3,732件 母子保健 6,358件",
        "多職種が連携し、課題を抱える対象者に対し、必要な支援を提供する事ができた。",
      ),
      diagnostics: [
        {
          messageId: "gone",
          at: "C2",
          message:
            "昨年度の実績にあった「家庭児童」（3,732件）が今年度の実績にありませんが、「実績に対する評価」は昨年度の文のままです。今年度の実績に照らして書き直してください。",
        },
      ],
    },
  ],
});

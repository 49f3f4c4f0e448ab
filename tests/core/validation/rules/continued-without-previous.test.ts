import { continuedWithoutPrevious } from "../../../../core/validation/rules/continued-without-previous.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const plan = "生活困窮世帯の高校生等の中途退学を防止するため、進級支援や居場所の提供を行い、将来の自立を支える。";
const project = (evaluation: string): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "plan", "evaluation"],
    ["中途退学未然防止等事業", plan, evaluation],
  ],
});

testRule(continuedWithoutPrevious, {
  valid: [
    { name: "前年度の文書がない", ...project("昨年度に引き続きオンライン教室も継続して行った。") },
    {
      name: "昨年度にもある",
      ...project("昨年度に引き続きオンライン教室も継続して行った。"),
      previous: project("新たにオンラインの教室を開いた。"),
    },
    {
      name: "計画にある",
      ...project("昨年度に引き続き進級相談や面談等の支援を実施した。"),
      previous: project("業務の流れの見直しを行った。"),
    },
    {
      name: "どの事業にもある言葉",
      ...project("昨年度に引き続き、適切な支援を行った。前年度に引き続き関係機関との連携を進めた。"),
      previous: project("業務の流れの見直しを行った。"),
    },
    {
      name: "引き続きだけ",
      ...project("引き続きオンライン教室を行う。"),
      previous: project("業務の流れの見直しを行った。"),
    },
  ],
  invalid: [
    {
      name: "昨年度の文書に出てこない二つの取組",
      ...project(
        "昨年度に引き続きオンライン教室も継続して行った。また、前年度から引き続き、保護者サロンを月1回開いた。",
      ),
      previous: project("業務の流れの見直しを行った。"),
      diagnostics: [
        {
          messageId: "unknown",
          at: "C2",
          text: "昨年度に引き続きオンライン教室",
          message:
            "「オンライン教室」は昨年度から続くとありますが、昨年度の文書の同じ事業に出てきません。いつからの取組かを確かめてください。",
        },
        {
          messageId: "unknown",
          at: "C2",
          text: "前年度から引き続き、保護者サロン",
          message:
            "「保護者サロン」は昨年度から続くとありますが、昨年度の文書の同じ事業に出てきません。いつからの取組かを確かめてください。",
        },
      ],
    },
  ],
});

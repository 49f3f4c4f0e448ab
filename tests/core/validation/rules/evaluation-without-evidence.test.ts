import { evaluationWithoutEvidence } from "../../../../core/validation/rules/evaluation-without-evidence.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(evaluationWithoutEvidence, {
  valid: [
    {
      name: "実績にある",
      grid: [
        ["result", "evaluation"],
        ["就業相談:612件 就業支援セミナー:計24回実施", "就業相談支援、セミナー開催により、自立を支援できた。"],
      ],
    },
    {
      name: "評価に回数がある",
      grid: [
        ["result", "evaluation"],
        ["女性相談 1,199件", "研修を2回行い、援助能力が向上した。"],
      ],
    },
    {
      name: "まだ行っていない",
      grid: [
        ["result", "evaluation"],
        ["女性相談 1,199件", "相談員の研修が必要である。"],
      ],
    },
    {
      name: "数値のない実績は別の規則",
      grid: [
        ["result", "evaluation"],
        ["相談を受けた。", "研修を通して、援助能力が向上した。"],
      ],
    },
    {
      name: "昨年度の実績にあったものは別の規則",
      primaryKey: ["name"],
      grid: [
        ["name", "result", "evaluation"],
        ["相談事業", "女性相談 1,199件", "研修を通して、援助能力が向上した。"],
      ],
      previous: {
        primaryKey: ["name"],
        grid: [
          ["name", "result", "evaluation"],
          ["相談事業", "女性相談 1,213件 研修 1回", "研修を通して、援助能力が向上した。"],
        ],
      },
    },
  ],
  invalid: [
    {
      name: "研修、連絡会、学習会",
      fields: { result: { title: "実績" } },
      grid: [
        ["result", "evaluation"],
        ["女性相談 1,199件", "また、家庭相談員への研修や連絡会を通して、援助能力の向上を図ることができた。"],
        ["冊子作成(1回)", "学習会を通して自立への支援を行った。セミナーの参加者が増えた。"],
      ],
      diagnostics: [
        {
          messageId: "missing",
          at: "B2",
          message:
            "評価に「研修」「連絡会」とありますが、「実績」の欄に書かれていません。回数や人数を実績に書いてください。",
          text: "研修や連絡会",
        },
        {
          messageId: "missing",
          at: "B3",
          message: "評価に「学習会」とありますが、「実績」の欄に書かれていません。回数や人数を実績に書いてください。",
          text: "学習会",
        },
        {
          messageId: "missing",
          at: "B3",
          message: "評価に「セミナー」とありますが、「実績」の欄に書かれていません。回数や人数を実績に書いてください。",
          text: "セミナー",
        },
      ],
    },
    {
      name: "回数があるのは別の文",
      fields: { result: { title: "実績" } },
      grid: [
        ["result", "evaluation"],
        ["貸出冊数 1,199冊", "来館者は昨年度より120人増えた。講演会を通して、読書への関心を高めることができた。"],
      ],
      diagnostics: [
        {
          messageId: "missing",
          at: "B2",
          message: "評価に「講演会」とありますが、「実績」の欄に書かれていません。回数や人数を実績に書いてください。",
          text: "講演会",
        },
      ],
    },
  ],
});

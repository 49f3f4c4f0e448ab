import { recordNew } from "../../../../core/validation/rules/record-new.ts";
import { testRule } from "../../../support/test-rule.ts";

const primaryKey = ["name"];
const kept = ["学習・生活サポート事業", "生活困窮世帯の中学生を対象に、学習支援及び心の安定を図る居場所の提供を行う。"];

testRule(recordNew, {
  valid: [
    { name: "前年度の文書がない", primaryKey, grid: [["name"], ["移動図書館事業"]] },
    {
      name: "一件も重ならない文書は前年度のものではない",
      primaryKey,
      grid: [["name"], ["移動図書館事業"]],
      previous: { primaryKey, grid: [["name"], ["下水道の整備"]] },
    },
    {
      name: "行の並べ替え",
      primaryKey,
      grid: [["name"], ["移動図書館事業"], ["読書週間の実施"]],
      previous: { primaryKey, grid: [["name"], ["読書週間の実施"], ["移動図書館事業"]] },
    },
  ],
  invalid: [
    {
      name: "新しい事業と、入れ替わった事業",
      primaryKey,
      grid: [
        ["name", "plan"],
        kept,
        [
          "社会的養護自立支援拠点事業",
          "児童養護施設等入所児童や退所者等を必要な支援に適切につなぐため、相互の交流を行う場所を開設し、必要な情報の提供や相談支援等を行う。",
        ],
        ["ヤングケアラー支援事業", "家族の世話を担う児童を早期に見つけ、関係機関と連携して必要な支援につなげる。"],
      ],
      previous: {
        primaryKey,
        grid: [
          ["name", "plan"],
          kept,
          [
            "社会的養護自立支援事業",
            "児童養護施設等に入所または里親に委託した児童で、18歳到達により措置解除後も、自立支援を継続して行う必要がある児童について、原則22歳の年度末まで居住支援や生活支援を行う。",
          ],
        ],
      },
      diagnostics: [
        {
          messageId: "replaced",
          at: "A3",
          severity: "warning",
          message:
            "「社会的養護自立支援拠点事業」は、昨年度の「社会的養護自立支援事業」と名称は似ていますが、計画の内容が違います。事業が入れ替わったのであれば、終了した事業と新しい事業の関係を注記してください。",
        },
        {
          messageId: "added",
          at: "A4",
          message:
            "「ヤングケアラー支援事業」は昨年度の文書にありません。新規の事業か、名称を変えた事業かが分かるようにしてください。",
        },
      ],
    },
  ],
});

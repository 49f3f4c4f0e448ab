import { recordRenamed } from "../../../../core/validation/rules/record-renamed.ts";
import { testRule } from "../../../support/test-rule.ts";

const primaryKey = ["name"];
const plan = "区役所において、子どもと家庭に関する保健及び福祉サービスを総合的に提供する。";

testRule(recordRenamed, {
  valid: [
    { name: "前年度の文書がない", primaryKey, grid: [["name"], ["こども家庭総合相談事業"]] },
    {
      name: "空白と全角の違いは名称の変更ではない",
      primaryKey,
      grid: [["name"], ["ひとり親家庭等相談支援センター事 業(専門相談)"]],
      previous: { primaryKey, grid: [["name"], ["ひとり親家庭等相談支援センター事業（専門相談）"]] },
    },
    {
      name: "担当課だけが変わった",
      primaryKey: ["name", "organisation"],
      grid: [
        ["name", "organisation"],
        ["公園の整備", "みどり公園課"],
      ],
      previous: {
        primaryKey: ["name", "organisation"],
        grid: [
          ["name", "organisation"],
          ["公園の整備", "まちづくり推進課"],
        ],
      },
    },
    {
      name: "名称は似ていても計画の違う事業は別の事業",
      primaryKey,
      grid: [
        ["name", "plan"],
        [
          "社会的養護自立支援拠点事業",
          "児童養護施設等入所児童や退所者等を必要な支援に適切につなぐため、相互の交流を行う場所を開設する。",
        ],
      ],
      previous: {
        primaryKey,
        grid: [
          ["name", "plan"],
          [
            "社会的養護自立支援事業",
            "措置解除後も、原則22歳の年度末まで居住支援や生活支援を行い、毎月の生活費を貸し付ける。",
          ],
        ],
      },
    },
  ],
  invalid: [
    {
      name: "子供をこどもに改めた事業と、語を足した事業",
      primaryKey,
      grid: [
        ["name", "plan"],
        ["こども家庭総合相談事業", plan],
        ["地域防災力強化推進事業", "自主防災組織の結成と訓練を支援し、資機材の購入費を補助する。"],
      ],
      previous: {
        primaryKey,
        grid: [
          ["name", "plan"],
          ["地域防災力強化事業", "自主防災組織の結成と訓練を支援し、資機材の購入費を補助する。"],
          ["子供家庭総合相談事業", plan],
        ],
      },
      diagnostics: [
        {
          messageId: "similar",
          at: "A2",
          message:
            "「こども家庭総合相談事業」は、昨年度の「子供家庭総合相談事業」の名称を変えたものとみられます。変更を注記するか、表記を昨年度に合わせてください。",
        },
        {
          messageId: "similar",
          at: "A3",
          message:
            "「地域防災力強化推進事業」は、昨年度の「地域防災力強化事業」の名称を変えたものとみられます。変更を注記するか、表記を昨年度に合わせてください。",
        },
      ],
    },
    {
      name: "別名の辞書にある名称",
      primaryKey,
      dictionaries: { aliases: [{ names: ["女性相談", "婦人相談"], source: "女性支援新法" }] },
      grid: [["name"], ["女性相談事業"]],
      previous: { primaryKey, grid: [["name"], ["婦人相談事業"]] },
      diagnostics: [
        {
          messageId: "alias",
          at: "A2",
          message: "「女性相談事業」は、昨年度は「婦人相談事業」という名称でした。変更を注記してください。",
        },
      ],
    },
  ],
});

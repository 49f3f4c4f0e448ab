import { indicatorGone } from "../../../../core/validation/rules/indicator-gone.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const primaryKey = ["name"];
const project = (result: string | null, name = "こども家庭総合相談事業"): CaseDocument => ({
  primaryKey,
  grid: [
    ["name", "result"],
    [name, result],
  ],
});

testRule(indicatorGone, {
  valid: [
    { name: "前年度の文書がない", ...project("利用者数:243人") },
    {
      name: "欄が空欄なら必須の規則に任せる",
      ...project(null),
      previous: project("利用者数(拠点):231人 利用者数(訪問):41人"),
    },
    {
      name: "名前の書き方が少し違う",
      ...project("就業情報提供 13件、支援センター 8箇所"),
      previous: project("就業情報提供件数:45件 子育て支援センター:7か所"),
    },
    { name: "名前が変わっただけ", ...project("女性相談 1,199件"), previous: project("婦人相談 1,213件") },
    {
      name: "年度や年齢は指標ではない",
      ...project("講座を3回開催した。"),
      previous: project("令和5年4月に18歳以下を対象として講座を3回開催した。"),
    },
    {
      name: "ラベルのはっきりしない数",
      ...project("教室を増設した。"),
      previous: project("令和5年度から4か所教室を増設し、全5区24か所で行った。"),
    },
    {
      name: "一度きりの整備",
      ...project("認可保育所を2か所整備した。入所児童数 1,245人"),
      previous: project("小規模保育事業所を3か所整備した。入所児童数 1,210人"),
    },
    { name: "今年度は予定だった数", ...project("会議2回"), previous: project("会議1回実施・1回実施予定") },
  ],
  invalid: [
    {
      name: "二つの指標がなくなった",
      ...project("女性相談 1,199件 母子保健 6,294件"),
      previous: project("家庭児童 3,732件 婦人相談 1,213件 母子保健 6,358件 家庭相談員業務連絡会 年6回開催"),
      diagnostics: [
        {
          messageId: "gone",
          at: "B2",
          message:
            "昨年度の実績にあった「家庭児童」（3,732件）、「家庭相談員業務連絡会」（年6回）に当たる数値が、今年度の実績にありません。書き漏らしていないか確かめてください。",
        },
      ],
    },
    {
      name: "文の中の指標",
      ...project("日本語教室を実施した。参加者 30人", "外国人家庭への支援"),
      previous: project("日本語教室を24回実施した。参加者 28人", "外国人家庭への支援"),
      diagnostics: [
        {
          messageId: "gone",
          at: "B2",
          message:
            "昨年度の実績にあった「日本語教室」（24回）に当たる数値が、今年度の実績にありません。書き漏らしていないか確かめてください。",
        },
      ],
    },
    {
      name: "内訳がなくなった",
      ...project("参加者延数930名"),
      previous: project("参加者延数701名(保護者375、こども326)"),
      diagnostics: [
        {
          messageId: "partsGone",
          at: "B2",
          severity: "info",
          message:
            "昨年度の実績にあった内訳「参加者延数の保護者」（375）、「参加者延数のこども」（326）が、今年度の実績にありません。同じ内訳を示してください。",
        },
      ],
    },
    {
      name: "一つの文書に並ぶ二つの年度",
      fiscalYear: 2012,
      primaryKey,
      grid: [
        ["name", "result@2011年度", "result@2012年度", "result@2013年度"],
        ["子ども支援事業", "保護者の会年7回実施、登録及び見学数18組", "保護者の会6回実施", null],
      ],
      diagnostics: [
        {
          messageId: "gone",
          at: "C2",
          message:
            "昨年度の実績にあった「登録及び見学数」（18組）に当たる数値が、今年度の実績にありません。書き漏らしていないか確かめてください。",
        },
      ],
    },
    {
      name: "入れ替わった事業の前身の指標",
      primaryKey,
      grid: [
        ["name", "plan", "result"],
        ["移動図書館", "市内を巡回して図書を貸し出す移動図書館を運行する。", "運行日数:120日"],
        [
          "社会的養護自立支援拠点事業",
          "児童養護施設等入所児童や退所者等を必要な支援に適切につなぐため、相互の交流を行う場所を開設し、必要な情報の提供や相談支援等を行う。",
          "職業紹介の冊子作成及び施設等への配布(1回)",
        ],
      ],
      previous: {
        primaryKey,
        grid: [
          ["name", "plan", "result"],
          ["移動図書館", "市内を巡回して図書を貸し出す移動図書館を運行する。", "運行日数:118日"],
          [
            "社会的養護自立支援事業",
            "児童養護施設等に入所または里親に委託した児童で、18歳到達により措置解除後も、自立支援を継続して行う必要がある児童について、原則22歳の年度末まで居住支援や生活支援を行う。",
            "利用児童数:12名 (児童養護施設1件、ファミリーホーム1件、里親家庭9世帯)",
          ],
        ],
      },
      diagnostics: [
        {
          messageId: "goneWithPredecessor",
          at: "C3",
          severity: "info",
          message:
            "前身とみられる昨年度の「社会的養護自立支援事業」の実績にあった「利用児童数」（12名）に当たる数値がありません。新しい事業の実績を何の数値で示すかを確かめてください。",
        },
      ],
    },
  ],
});

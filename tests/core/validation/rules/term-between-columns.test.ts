import { termBetweenColumns } from "../../../../core/validation/rules/term-between-columns.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(termBetweenColumns, {
  valid: [
    {
      name: "同じ名",
      grid: [
        ["result", "evaluation"],
        ["職業体験談の冊子作成及び配布(1回)", "職業体験談の冊子を作成し、施設等へ配布した。"],
      ],
    },
    {
      name: "両方の名が出てくる",
      grid: [
        ["plan", "result"],
        [
          "母子家庭相談支援センター及び父子家庭相談支援センターで相談を行う。",
          "父子家庭相談支援センターの相談は12件であった。",
        ],
      ],
    },
    {
      name: "別のもの",
      grid: [
        ["plan", "result"],
        ["小学校教室を整備する。市民講座を開く。", "中学校教室を整備した。出前講座を開いた。"],
      ],
    },
    {
      name: "二字の抜けは別の規則",
      grid: [
        ["plan", "result"],
        ["公園長寿命化計画に基づき、改修を推進します。", "公園施設長寿命化計画に基づき、遊具を更新した。"],
      ],
    },
    {
      name: "前に語が付いただけ",
      grid: [
        ["plan", "result"],
        ["第2次地域福祉計画を策定する。", "地域福祉計画を策定した。"],
      ],
    },
  ],
  invalid: [
    {
      name: "冊子の名が違う",
      fields: { result: { title: "実績" } },
      grid: [
        ["result", "evaluation"],
        ["職業紹介の冊子作成及び施設等への配布(1回)", "職業体験談の冊子を作成し、施設等へ配布した。"],
      ],
      diagnostics: [
        {
          messageId: "differs",
          at: "B2",
          message:
            "「実績」の欄には「職業紹介の冊子」とありますが、ここでは「職業体験談の冊子」です。同じものなら名を揃えてください。",
          text: "職業体験談の冊子",
        },
      ],
    },
    {
      name: "途中の語が抜けている",
      fields: { plan: { title: "内容" } },
      grid: [
        ["plan", "result", "outlook"],
        [
          "公園長寿命化計画に基づき、改修を推進します。思春期精神保健対策部会を開きます。",
          "思春期対策部会を2回実施した。",
          "公園遊戯施設長寿命化計画に基づき、遊具更新を行う。",
        ],
      ],
      diagnostics: [
        {
          messageId: "differs",
          at: "B2",
          message:
            "「内容」の欄には「思春期精神保健対策部会」とありますが、ここでは「思春期対策部会」です。同じものなら名を揃えてください。",
          text: "思春期対策部会",
        },
        {
          messageId: "differs",
          at: "C2",
          message:
            "「内容」の欄には「公園長寿命化計画」とありますが、ここでは「公園遊戯施設長寿命化計画」です。同じものなら名を揃えてください。",
          text: "公園遊戯施設長寿命化計画",
        },
      ],
    },
  ],
});

import { ratingContradictsResult } from "../../../../core/validation/rules/rating-contradicts-result.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(ratingContradictsResult, {
  valid: [
    {
      name: "良い評価と成果",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["講座を15回開催し、延べ394人が参加した。", "A"],
      ],
    },
    {
      name: "開催できなかったものがあって B",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["月2回のおはなし会を実施した。 「子どもと絵本講座」は、会場の都合で開催できなかった。", "B"],
      ],
    },
    {
      name: "失敗ではない「なかった」",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["4月1日時点で待機児童はいなかった。", "A"],
        ["休館したが、予約サービスに支障はなかった。", "A"],
        ["出張相談会の申込はなかった。", "A"],
        ["工事中の事故はなかった。", "A"],
      ],
    },
    {
      name: "代わりの方法で実施した",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["屋外訓練は中止し、代わりに屋内で訓練を実施した。", "A"],
        ["会場での開催は見送り、オンラインで開催した。", "A"],
      ],
    },
    {
      name: "ほかの年度、ほかの人のこと",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["昨年度は中止した花火大会を開催し、3万人が来場した。", "A"],
        ["参加できなかった人に動画を配信した。", "A"],
        ["未実施校を対象に交通安全教室を開いた。", "A"],
      ],
    },
    {
      name: "未選択と低い評価",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["バリアフリー化の事業は未実施。", "未選択"],
        ["受診率は目標を下回った。", "C"],
      ],
    },
    {
      name: "評価の段階が様式にない",
      grid: [
        ["result", "rating"],
        ["花火大会は中止となった。", "A"],
      ],
    },
    {
      name: "悪い順に並んだ段階",
      fields: { rating: { constraints: { enum: ["1", "2", "3", "4", "5"] } } },
      rules: { "rating-contradicts-result": { options: { bestFirst: false } } },
      grid: [
        ["result", "rating"],
        ["花火大会は荒天により中止となった。", "1"],
      ],
    },
    {
      name: "今後の課題の見出しの下",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["講座を12回開催した。\n【課題】夜間講座は未実施。", "A"],
      ],
    },
  ],
  invalid: [
    {
      name: "中止と最も良い評価",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["感染症拡大により多くの事業中止を余儀なくされたが、対策方法などの情報提供に努めた。", "A"],
        ["花火大会は荒天により中止となった。", "A"],
        ["啓発を進めた。一部の活動は実施ができなかった。", "A"],
      ],
      diagnostics: [
        {
          messageId: "best",
          at: "A2",
          message:
            "評価は「A」ですが、実績に「感染症拡大により多くの事業中止を余儀なくされた」とあります。評価の基準に合っているか確かめてください。",
          text: "感染症拡大により多くの事業中止を余儀なくされた",
        },
        {
          messageId: "best",
          at: "A3",
          message:
            "評価は「A」ですが、実績に「花火大会は荒天により中止となった」とあります。評価の基準に合っているか確かめてください。",
          text: "花火大会は荒天により中止となった",
        },
        {
          messageId: "best",
          at: "A4",
          message:
            "評価は「A」ですが、実績に「一部の活動は実施ができなかった」とあります。評価の基準に合っているか確かめてください。",
          text: "一部の活動は実施ができなかった",
          severity: "info",
        },
      ],
    },
    {
      name: "何も行っていないのに良い評価",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["令和3年度の新たな設置はなかった。", "B"],
        ["事業は未実施。", "B"],
      ],
      diagnostics: [
        {
          messageId: "nothingDone",
          at: "A2",
          message:
            "評価は「B」ですが、実績には「令和3年度の新たな設置はなかった」のほかに行ったことが書かれていません。評価の理由を確かめてください。",
          text: "令和3年度の新たな設置はなかった",
          severity: "info",
        },
        {
          messageId: "nothingDone",
          at: "A3",
          message:
            "評価は「B」ですが、実績には「事業は未実施」のほかに行ったことが書かれていません。評価の理由を確かめてください。",
          text: "事業は未実施",
          severity: "info",
        },
      ],
    },
    {
      name: "最も悪い評価と成果だけの実績",
      fields: { rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] } },
      grid: [
        ["result", "rating"],
        ["受診率が42.3%に向上した。", "D"],
      ],
      diagnostics: [
        {
          messageId: "worst",
          at: "B2",
          message: "評価は最も低い「D」ですが、実績には成果だけが書かれています。評価の理由を書いてください。",
          severity: "info",
        },
      ],
    },
    {
      name: "終わっていないのに目標を達成",
      fiscalYear: 2012,
      fields: { rating: { constraints: { enum: ["1", "2", "3", "4", "5"] } } },
      grid: [
        ["result@2012年度", "rating"],
        ["通訳・翻訳合わせて70件実施予定", "3"],
        ["2月10組30名予定", "3"],
      ],
      diagnostics: [
        {
          messageId: "unfinished",
          at: "B2",
          message:
            "評価は「3」ですが、実績に「実施予定」と終わっていないことが書かれています。結果を確かめてから評価してください。",
          severity: "info",
        },
        {
          messageId: "unfinished",
          at: "B3",
          message:
            "評価は「3」ですが、実績に「30名予定」と終わっていないことが書かれています。結果を確かめてから評価してください。",
          severity: "info",
        },
      ],
    },
  ],
});

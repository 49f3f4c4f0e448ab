import { yearOutsidePeriod } from "../../../../core/validation/rules/year-outside-period.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(yearOutsidePeriod, {
  valid: [
    {
      name: "対象年度",
      fiscalYear: 2021,
      grid: grid(
        "令和3年度は16の講座を開催した。令和4年1月にアンケートを行った。",
        "令和3年10月より実証実験を行い、検証を行った。",
      ),
    },
    {
      name: "比較",
      fiscalYear: 2021,
      grid: grid("令和2年度と比べて活用件数が増加した。", "令和元年度に対し12%増加した。"),
    },
    {
      name: "経緯と名前",
      fiscalYear: 2021,
      grid: grid(
        "平成23年に開館した図書館を改修した。",
        "令和2年度に策定した計画に基づき実施した。",
        "平成30年7月豪雨で被災した市道を復旧した。",
        "令和2年国勢調査を集計した。",
        "令和元年度に実施したアンケートの結果を踏まえ、メニューを見直した。",
      ),
    },
    { name: "対象年度までの話", fiscalYear: 2021, grid: grid("令和元年度から検討し、令和3年度に供用した。") },
    { name: "年度の分からない文書", grid: grid("令和元年10月からは無償化を実施した。") },
    {
      name: "その年度の列",
      fiscalYear: 2012,
      grid: [
        ["name", "result@2011年度", "result@2012年度"],
        ["子育て", "平成23年10月に講演会を実施した。", "平成24年10月に講演会を実施した。"],
      ],
    },
    {
      name: "今後の取組",
      fiscalYear: 2021,
      grid: [
        ["name", "outlook"],
        ["子育て", "令和元年10月からは無償化を実施した。"],
      ],
    },
    {
      name: "計画の経過",
      fiscalYear: 2021,
      grid: [
        ["name", "plan"],
        ["道路", "令和2年度は調査を行い、令和3年度に工事に着手します。"],
      ],
    },
  ],
  invalid: [
    {
      name: "前の年度の出来事が二つの行にある",
      fiscalYear: 2021,
      grid: grid(
        "令和元年10月からは幼児教育・保育の無償化を実施し、負担の軽減に努めた。",
        "令和2年3月に全戸へ配布した。",
      ),
      diagnostics: [
        {
          messageId: "result",
          at: "B2",
          text: "令和元年10月",
          message:
            "令和3年度の実績の欄に「令和元年10月」のことが書かれています。以前の文が残っていないか確かめ、令和3年度の実績を書いてください。",
        },
        {
          messageId: "result",
          at: "B3",
          text: "令和2年3月",
          message:
            "令和3年度の実績の欄に「令和2年3月」のことが書かれています。以前の文が残っていないか確かめ、令和3年度の実績を書いてください。",
        },
      ],
    },
    {
      name: "概要に残った前の年度",
      fiscalYear: 2012,
      grid: [
        ["name", "plan"],
        ["子育て", "情報誌を発行します。平成23年度は既存の情報を更新した増刷を行い、年度末に発行します。"],
      ],
      diagnostics: [
        {
          messageId: "plan",
          at: "B2",
          text: "平成23年度",
          message: "平成24年度の文書に「平成23年度」の予定が書かれています。以前の文が残っていないか確かめてください。",
        },
      ],
    },
  ],
});

import { departmentNamesItself } from "../../../../core/validation/rules/department-names-itself.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(departmentNamesItself, {
  valid: [
    {
      name: "自分の課の窓口、主語",
      grid: [
        ["organisation", "result"],
        ["保育所・幼稚園課", "保育所・幼稚園課の窓口や乳幼児健康診査において、関係機関と連携し、相談を行った。"],
        ["健康課", "健康課が福祉課と連携し、訪問指導を行った。"],
        ["福祉課", "福祉課内に相談員を配置し、学校と連携した。"],
      ],
    },
    {
      name: "ほかの課との連携",
      grid: [
        ["organisation", "result"],
        ["子ども育成課", "健康課と連携して、3歳児健診時にチラシを配布した。"],
      ],
    },
    {
      name: "二つの課の間の連携",
      grid: [
        ["organisation", "result"],
        ["福祉課", "福祉課と健康課との連携を図った。"],
      ],
    },
    {
      name: "名の一部",
      grid: [
        ["organisation", "result"],
        ["福祉課", "高齢福祉課と連携し、見守り活動を行った。"],
      ],
    },
  ],
  invalid: [
    {
      name: "連携の相手が自分",
      grid: [
        ["organisation", "result", "outlook"],
        [
          "子育て支援課",
          "子育て支援課や保育所、幼稚園及び支援センター等関係機関との情報共有・連携ができた。",
          "子育て支援課と連携し、周知を図る。",
        ],
      ],
      diagnostics: [
        {
          messageId: "itself",
          at: "B2",
          message:
            "担当課の「子育て支援課」が、連携の相手としても書かれています。相手の課や機関の名を確かめてください。",
          text: "子育て支援課",
        },
        {
          messageId: "itself",
          at: "C2",
          message:
            "担当課の「子育て支援課」が、連携の相手としても書かれています。相手の課や機関の名を確かめてください。",
          text: "子育て支援課",
        },
      ],
    },
    {
      name: "局が二つ",
      grid: [
        ["organisation", "result"],
        ["健康福祉局 こども若者局", "こども若者局と協力して、教室を24か所に増やした。"],
      ],
      diagnostics: [
        {
          messageId: "itself",
          at: "B2",
          message:
            "担当課の「こども若者局」が、連携の相手としても書かれています。相手の課や機関の名を確かめてください。",
          text: "こども若者局",
        },
      ],
    },
  ],
});
